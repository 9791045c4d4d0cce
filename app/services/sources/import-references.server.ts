import { z } from 'zod'
import { recordEvent } from '#app/platform/audit/record-event.server.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { today } from '#app/platform/today.ts'
import { createSourceItem } from './create-source-item.server.ts'
import { createSource } from './create-source.server.ts'
import { previewImport, sourcesByName, type ImportLine } from './preview-import.server.ts'

export const ImportChoice = z.object({
  file: z.string(),
  /** Which entries of the file to take over, from 1, and how many items that look the same were shown with each. */
  chosen: z.array(z.object({ entry: z.number().int().min(1), duplicates: z.number().int().min(0) })).min(1),
})
export type ImportChoice = z.infer<typeof ImportChoice>

/**
 * Takes the chosen publications of a file of references over, with the sources that are not there yet; all of them or none.
 * @returns the new items' ids, in the order of the file, and how many sources are new.
 * @throws {DomainError} `invalid-input` `not-in-file` when an entry is not there or cannot be read; `conflict` `more-duplicates` with `entries` when
 * the register has got publications in the meantime that look the same.
 */
export async function importReferences(useCase: UseCase, input: ImportChoice): Promise<{ itemIds: string[]; sources: number }> {
  const { file, chosen } = ImportChoice.parse(input)
  return withTransaction(useCase.sql, async (tx) => {
    const inside = { ...useCase, sql: tx }
    // One import at a time: two of the same file would not see each other's publications.
    await tx`select pg_advisory_xact_lock(hashtext('import of references'))`
    const { lines, format } = await previewImport(inside, file)
    const wanted = chosen.map(({ entry, duplicates }) => ({ line: lines.find((it) => it.entry === entry), duplicates }))
    const found = wanted.flatMap(({ line }) => line ?? [])
    if (found.length < wanted.length || !format) throw new DomainError('invalid-input', 'not-in-file')
    const fresh = wanted.flatMap(({ line, duplicates }) => (line && line.duplicates.length > duplicates ? [line.entry] : []))
    if (fresh.length > 0) throw new DomainError('conflict', 'more-duplicates', { entries: fresh })
    const { itemIds, sources } = await addAll(inside, found)
    await recordEvent(inside, {
      action: 'sources.imported',
      objectType: 'source-import',
      objectId: null,
      details: { format, items: itemIds.length, sources },
    })
    return { itemIds, sources }
  })
}

async function addAll(inside: UseCase, lines: readonly ImportLine[]) {
  const itemIds: string[] = []
  let sources = 0
  for (const line of lines) {
    const { title, publisher, kind, published, url, doi, language } = line
    // Asked anew for each: the one before may have made it.
    let sourceId = (await sourcesByName(inside))(publisher)?.id
    if (!sourceId) {
      sourceId = await createSource(inside, { name: publisher, kind })
      sources++
    }
    const accessedOn = line.accessedOn ?? today(inside.clock)
    itemIds.push(await createSourceItem(inside, { sourceId, title, published, accessedOn, url, doi, language }))
  }
  return { itemIds, sources }
}
