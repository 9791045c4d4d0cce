import { z } from 'zod'
import { DomainError } from '#app/platform/errors.ts'
import { guardedAction } from '#app/platform/http/guarded.server.ts'
import { readJson } from '#app/platform/http/read-json.server.ts'
import { keepAside } from '#app/services/sections/keep-aside.server.ts'
import { largestDocument } from '#app/services/sections/save-document.server.ts'

const Copy = z.object({ baseVersion: z.number().int().min(0), document: z.unknown() })

/** Keeps a text beside the section for its writer; JSON in, JSON out. */
export const action = guardedAction('section.save', async ({ useCase, params, request }) => {
  const copy = Copy.safeParse(await readJson(request, largestDocument + 1024))
  if (!copy.success) throw new DomainError('invalid-input', 'document-refused')
  return Response.json({ copyId: await keepAside(useCase, { sectionId: params.sectionId ?? '', ...copy.data }) })
})
