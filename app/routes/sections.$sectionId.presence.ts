import { z } from 'zod'
import { Presence } from '#editor/collaboration/protocol.ts'
import { DomainError } from '#app/platform/errors.ts'
import { answerJson } from '#app/platform/http/answer-json.server.ts'
import { guardedAction } from '#app/platform/http/guarded.server.ts'
import { readJson } from '#app/platform/http/read-json.server.ts'
import { readPlace } from '#app/services/sections/read-place.server.ts'
import { hubOf } from '#app/services/sections/section-hub.server.ts'

const Here = Presence.extend({ gone: z.boolean().default(false) })

/** Tells colleagues where one is in the report. Nothing of it is kept. */
export const action = guardedAction('section.view', async ({ useCase, actor, params, request, installation }) => {
  const here = Here.safeParse(await readJson(request, 4096))
  if (!here.success) throw new DomainError('invalid-input')
  const { sectionId, reportId, number } = await readPlace(useCase, params.sectionId)
  const { clientId } = here.data
  const person = { ...here.data, client: `${actor.id}/${clientId}`, name: actor.name, sectionId, number }
  await hubOf(installation.sql).announcePerson(person, reportId)
  return answerJson({ heard: true })
})
