import { z } from 'zod'
import { DomainError } from '#app/platform/errors.ts'
import { guardedAction, guardedLoader } from '#app/platform/http/guarded.server.ts'
import { readJson } from '#app/platform/http/read-json.server.ts'
import { readSectionStates } from '#app/services/reports/section-state.server.ts'
import { readSection } from '#app/services/sections/read-section.server.ts'
import { largestDocument, saveDocument } from '#app/services/sections/save-document.server.ts'

const Save = z.object({ baseVersion: z.number().int().min(0), editorVersion: z.number().int(), document: z.unknown() })

/** The text as it stands now, for a page whose text lost the race to save. */
export const loader = guardedLoader('section.view', async ({ useCase, params }) => {
  const { section, items, incidents } = await readSection(useCase, params.sectionId)
  const { version, document, savedBy, savedAt } = section
  return Response.json({ version, document, savedBy, savedAt, items, incidents })
})

/** Saves the text; JSON in, JSON out. A text that comes after the section was closed is kept aside. */
export const action = guardedAction('section.save', async ({ useCase, params, request }) => {
  const [state] = await readSectionStates(useCase.sql, [params.sectionId ?? ''])
  // Besides the text there are only a few numbers in it.
  const save = Save.safeParse(await readJson(request, largestDocument + 1024))
  if (!save.success) throw new DomainError('invalid-input', 'document-refused')
  try {
    return Response.json(await saveDocument(useCase, { sectionId: state!.id, ...save.data }))
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    return Response.json({ code: error.code, detail: error.detail, ...error.data }, { status: error.status })
  }
})
