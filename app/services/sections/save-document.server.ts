import type { JSONValue } from 'postgres'
import { z } from 'zod'
import { changedBlocks, referencesOf, stepBetween } from '#editor/collaboration/authority.ts'
import { checkDocument, DocumentRefused, EDITOR_VERSION, migrateDocument, sectionSchema } from '#editor/document/schema.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { SectionDocument } from '#schemas/document.ts'
import { Id } from '#schemas/values.ts'
import { keepCopy } from './keep-copy.server.ts'
import { mustBeKnown } from './must-be-known.server.ts'
import { mustBeThreads } from './must-be-threads.server.ts'
import { recordSuggestions } from './record-suggestions.server.ts'
import { textAt } from './section-text.server.ts'
import { settleText } from './settle-text.server.ts'
import { writeSteps } from './write-steps.server.ts'

/** Bytes of JSON a section's text may have: some 300 pages, far more than a section ever is. */
export const largestDocument = 2 * 1024 * 1024

export const DocumentSave = z.object({
  sectionId: Id,
  /** The version the text was based on: what the writer had read. */
  baseVersion: z.number().int().min(0),
  editorVersion: z.number().int().default(EDITOR_VERSION),
  document: z.unknown(),
})
export type DocumentSave = z.input<typeof DocumentSave>

/**
 * Saves a section's text whole, as one step: what was not typed in the editor, such as the demonstration's texts. A text based on another version
 * than the newest is kept whole beside the section, and so is one that comes when the section was submitted or approved. Saving the same again
 * changes nothing and succeeds.
 *
 * The copy is stored before this throws: a caller inside a transaction of its own must not roll back on it.
 * @returns the new version; the present one when nothing changed.
 * @throws {DomainError} `invalid-input`: `document-too-large`, `document-refused`, `editor-version`, `unknown-source-item`,
 * `unknown-incident`, `unknown-thread`, `forged-suggestion` · `not-found` · `wrong-state` `section-closed` and `conflict` `document-version`, both with `copyId`.
 */
export async function saveDocument(useCase: UseCase, input: DocumentSave): Promise<{ version: number }> {
  const { sectionId, baseVersion, editorVersion, document: given } = DocumentSave.parse(input)
  const document = acceptable(given, editorVersion)
  const outcome = await withTransaction(useCase.sql, async (tx) => {
    const inside = { ...useCase, sql: tx }
    // The section's row, so that a submission or approval cannot come in between.
    const [section] = await tx`select status from section where id = ${sectionId} for update`
    if (!section) throw new DomainError('not-found')
    await settleText(inside, sectionId)
    const [stored] = await tx`
      select version, document = ${tx.json(document as JSONValue)}::jsonb as same, saved_by as "savedBy"
      from section_document where section_id = ${sectionId}`
    if (stored!.same && (stored!.version === baseVersion || stored!.savedBy === useCase.actor.id))
      return { version: stored!.version }
    const closed = section.status !== 'draft' && section.status !== 'returned'
    if (closed || stored!.version !== baseVersion)
      return { closed, copyId: await keepCopy(inside, { sectionId, baseVersion, document }) }
    const before = await textAt(tx, sectionId, baseVersion)
    const after = sectionSchema.nodeFromJSON(document)
    await mustBeThreads(inside, { sectionId, before, after, right: 'write' })
    await mustBeKnown(tx, referencesOf(changedBlocks(before, after)))
    const step = stepBetween(before, after)
    await recordSuggestions(inside, { sectionId, before, after, steps: [step] })
    await writeSteps(inside, { sectionId, version: baseVersion, clientId: wholeText, steps: [step.toJSON()] })
    await settleText(inside, sectionId)
    return { version: baseVersion + 1 }
  })
  if (!('copyId' in outcome)) return { version: outcome.version as number }
  const { copyId } = outcome
  throw outcome.closed
    ? new DomainError('wrong-state', 'section-closed', { copyId })
    : new DomainError('conflict', 'document-version', { copyId })
}

/** The page that a whole text came from: none. */
const wholeText = 'whole-text'

function acceptable(given: unknown, editorVersion: number): SectionDocument {
  if (Buffer.byteLength(serialised(given)) > largestDocument) throw new DomainError('invalid-input', 'document-too-large')
  try {
    return checkDocument(editorVersion === EDITOR_VERSION ? given : migrateDocument(SectionDocument.parse(given), editorVersion))
  } catch (error) {
    if (error instanceof DocumentRefused) throw new DomainError('invalid-input', 'document-refused')
    throw new DomainError('invalid-input', 'editor-version')
  }
}

/** Nesting too deep for the program to write is too large as well. */
function serialised(given: unknown): string {
  try {
    return JSON.stringify(given) ?? ''
  } catch {
    throw new DomainError('invalid-input', 'document-refused')
  }
}
