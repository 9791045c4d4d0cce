import { z } from 'zod'
import type { UseCase } from '#app/platform/context.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { Id } from '#schemas/values.ts'
import { readHistory } from './read-history.server.ts'
import { readSentences } from './read-sentences.server.ts'
import { SourceItemRecord } from './source-item.ts'
import { sourceItemRecordColumns } from './source-item-columns.server.ts'

const Copy = z.object({
  id: Id,
  fileName: z.string(),
  size: z.number().int(),
  sha256: z.string(),
  archivedAt: z.date().transform((moment) => moment.toISOString()),
  archivedBy: z.string(),
})

/**
 * A publication with its kept copies, the sentences that rest on it, and its history; of a confidential one its public face.
 * @throws {DomainError} `not-found` for an unknown or malformed id.
 */
export async function readSourceItem(useCase: Pick<UseCase, 'sql'>, itemId: string | undefined) {
  const { sql } = useCase
  const item = await readSourceItemRecord(useCase, itemId)
  const copies = await sql`
    select archived_copy.id, file_name as "fileName", size, sha256, archived_at as "archivedAt", app_user.name as "archivedBy"
    from archived_copy join app_user on app_user.id = archived_by where item_id = ${item.id} order by archived_at desc, archived_copy.id`
  return {
    item,
    copies: Copy.array().parse([...copies]),
    resting: await readSentences(useCase, [item.id]),
    history: await readHistory(useCase, { itemId: item.id }),
  }
}

/** An item's own fields. @throws {DomainError} `not-found` for an unknown or malformed id. */
export async function readSourceItemRecord({ sql }: Pick<UseCase, 'sql'>, itemId: string | undefined): Promise<SourceItemRecord> {
  const [row] = Id.safeParse(itemId).success
    ? await sql`
        select ${sourceItemRecordColumns(sql)} from source_item join source on source.id = source_item.source_id
        where source_item.id = ${itemId!}`
    : []
  if (!row) throw new DomainError('not-found')
  return SourceItemRecord.parse(row)
}
