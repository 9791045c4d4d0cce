import type { UseCase } from '#app/platform/context.server.ts'
import { findByAddress } from './find-by-address.server.ts'
import { SourceItem } from './source-item.ts'
import { holdsWords, sourceItemColumns } from './source-item-columns.server.ts'

/**
 * Items whose title, publisher, year or address holds every word of the text, newest first; the newest items for an empty text. A pasted address or
 * DOI finds the item that has it, however it is written.
 * @param limit at most this many, up to 50.
 */
export async function findSourceItems({ sql }: Pick<UseCase, 'sql'>, text: string, limit = 20): Promise<SourceItem[]> {
  const known = await findByAddress({ sql }, text)
  if (known.length > 0) return SourceItem.array().parse(known)
  const rows = await sql`
    select ${sourceItemColumns(sql)} from source_item join source on source.id = source_item.source_id
    where ${holdsWords(sql, text)}
    order by source_item.created_at desc, source_item.id limit ${Math.min(Math.max(limit, 1), 50)}`
  return SourceItem.array().parse([...rows])
}

/** Items by their ids, in the order given; unknown ids are left out. */
export async function readSourceItems({ sql }: Pick<UseCase, 'sql'>, ids: readonly string[]): Promise<SourceItem[]> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return []
  const rows = await sql`
    select ${sourceItemColumns(sql)} from source_item join source on source.id = source_item.source_id
    where source_item.id = any(${wanted}::uuid[])
    order by array_position(${wanted}::uuid[], source_item.id)`
  return SourceItem.array().parse([...rows])
}
