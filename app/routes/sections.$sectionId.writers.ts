import { z } from 'zod'
import { DomainError } from '#app/platform/errors.ts'
import { guardedLoader } from '#app/platform/http/guarded.server.ts'
import { readWriters } from '#app/services/history/read-writers.server.ts'

/** Who wrote the text at a version, for the editor that has it open. */
export const loader = guardedLoader('section.view', async ({ useCase, params, request }) => {
  const version = z.coerce
    .number()
    .int()
    .min(0)
    .safeParse(new URL(request.url).searchParams.get('version') ?? undefined)
  if (!version.success) throw new DomainError('invalid-input')
  return Response.json(await readWriters(useCase, params.sectionId, version.data))
})
