import type { JSONValue } from 'postgres'
import { z } from 'zod'
import {
  checkDocument,
  citationsOf,
  DocumentRefused,
  EDITOR_VERSION,
  incidentsOf,
  migrateDocument,
} from '#editor/document/schema.ts'
import { recordEvent } from '#app/platform/audit/record-event.server.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import type { Queryable } from '#app/platform/database/sql.server.ts'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { SectionDocument } from '#schemas/document.ts'
import { Id } from '#schemas/values.ts'
import { keepCopy } from './keep-copy.server.ts'

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
 * Saves a section's text. Of two people who save at once exactly one succeeds; the other's text is kept whole beside the section, and so
 * is a text that comes when the section was just submitted or approved. Saving the same again, as a browser does whose answer got lost, changes nothing and succeeds.
 *
 * The copy is stored before this throws: a caller inside a transaction of its own must not roll back on it.
 * @returns the new version; the present one when nothing changed.
 * @throws {DomainError} `invalid-input`: `document-too-large`, `document-refused`, `editor-version`, `unknown-source-item`,
 * `unknown-incident` · `not-found` · `wrong-state` `section-closed` and `conflict` `document-version`, both with `copyId`.
 */
export async function saveDocument(useCase: UseCase, input: DocumentSave): Promise<{ version: number }> {
  const { sectionId, baseVersion, editorVersion, document: given } = DocumentSave.parse(input)
  const document = acceptable(given, editorVersion)
  const outcome = await withTransaction(useCase.sql, async (tx) => {
    const inside = { ...useCase, sql: tx }
    const json = tx.json(document as JSONValue)
    // The section's row, so that a submission or approval cannot come in between.
    const [section] = await tx`select status from section where id = ${sectionId} for update`
    const [stored] = await tx`
      select version, document = ${json}::jsonb as same, saved_by as "savedBy" from section_document where section_id = ${sectionId} for update`
    if (!section || !stored) throw new DomainError('not-found')
    if (stored.same && (stored.version === baseVersion || stored.savedBy === useCase.actor.id)) return { version: stored.version }
    const closed = section.status !== 'draft' && section.status !== 'returned'
    if (closed || stored.version !== baseVersion)
      return { closed, copyId: await keepCopy(inside, { sectionId, baseVersion, document }) }
    await mustBeKnown(tx, document)
    const version = baseVersion + 1
    const now = useCase.clock()
    await tx`
      update section_document set version = ${version}, editor_version = ${EDITOR_VERSION}, document = ${json}, saved_by = ${useCase.actor.id},
        saved_at = ${now}
      where section_id = ${sectionId}`
    await tx`
      insert into section_contribution (section_id, user_id, last_saved_at) values (${sectionId}, ${useCase.actor.id}, ${now})
      on conflict (section_id, user_id) do update set last_saved_at = excluded.last_saved_at`
    await followCitations(tx, sectionId, document)
    await recordEvent(inside, { action: 'section.saved', objectType: 'section', objectId: sectionId, details: { version } })
    return { version }
  })
  if (!('copyId' in outcome)) return { version: outcome.version as number }
  const { copyId } = outcome
  throw outcome.closed
    ? new DomainError('wrong-state', 'section-closed', { copyId })
    : new DomainError('conflict', 'document-version', { copyId })
}

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

/** A text may only point to what is registered. */
async function mustBeKnown(tx: Queryable, document: SectionDocument): Promise<void> {
  const cited = [...new Set(citationsOf(document).map((citation) => citation.sourceItemId))]
  const known = await tx<{ id: string }[]>`select id from source_item where id = any(${cited}::uuid[])`
  if (known.length < cited.length) throw new DomainError('invalid-input', 'unknown-source-item')
  for (const { incidentId, contextCardId } of incidentsOf(document)) {
    const [card] = await tx`select 1 from context_card where id = ${contextCardId} and incident_id = ${incidentId}`
    if (!card) throw new DomainError('invalid-input', 'unknown-incident')
  }
}

async function followCitations(tx: Queryable, sectionId: string, document: SectionDocument): Promise<void> {
  const cited = [...new Set(citationsOf(document).map((citation) => citation.sourceItemId))]
  await tx`delete from section_source_item where section_id = ${sectionId} and source_item_id <> all(${cited}::uuid[])`
  await tx`
    insert into section_source_item (section_id, source_item_id) select ${sectionId}, unnest(${cited}::uuid[])
    on conflict do nothing`
}
