import { z } from 'zod'
import { SentSteps } from '#editor/collaboration/protocol.ts'
import { DomainError } from '#app/platform/errors.ts'
import { answerJson } from '#app/platform/http/answer-json.server.ts'
import { guardedAction, guardedLoader } from '#app/platform/http/guarded.server.ts'
import { readJson } from '#app/platform/http/read-json.server.ts'
import { appendSteps } from '#app/services/sections/append-steps.server.ts'
import { readPlace } from '#app/services/sections/read-place.server.ts'
import { readSteps } from '#app/services/sections/read-steps.server.ts'
import { largestDocument } from '#app/services/sections/save-document.server.ts'
import { hubOf } from '#app/services/sections/section-hub.server.ts'

/** The steps after a version, for a page that missed some. */
export const loader = guardedLoader('section.view', async ({ useCase, params, request }) => {
  const { sectionId } = await readPlace(useCase, params.sectionId)
  const since = z.coerce
    .number()
    .int()
    .min(0)
    .safeParse(new URL(request.url).searchParams.get('since') ?? undefined)
  if (!since.success) throw new DomainError('invalid-input')
  return Response.json(await readSteps(useCase.sql, sectionId, since.data))
})

/** Takes steps; JSON in, JSON out: the new version, or what the page missed. Steps that come after the section was closed are kept aside as a text. */
export const action = guardedAction('section.save', async ({ useCase, params, request, installation }) => {
  const sent = SentSteps.safeParse(await readJson(request, largestDocument))
  if (!sent.success) throw new DomainError('invalid-input', 'steps-refused')
  const sectionId = params.sectionId ?? ''
  try {
    const answer = await appendSteps(useCase, sectionId, sent.data)
    if ('version' in answer) hubOf(installation.sql).appended(useCase, sectionId)
    return answerJson(answer)
  } catch (error) {
    if (!(error instanceof DomainError) || typeof error.data?.copyId !== 'string') throw error
    return Response.json({ code: error.code, detail: error.detail, copyId: error.data.copyId }, { status: error.status })
  }
})
