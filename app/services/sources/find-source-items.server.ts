import type { UseCase } from '#app/platform/context.server.ts'
import { SourceItem } from './source-item.ts'
import { containing, sourceItemColumns } from './source-item-columns.server.ts'

/**
 * Items whose title, publisher, year or address holds every word of the text, newest first; the newest items for an empty text.
 * @param limit at most this many, up to 50.
 */
export async function findSourceItems({ sql }: Pick<UseCase, 'sql'>, text: string, limit = 20): Promise<SourceItem[]> {
  const words = text.trim().slice(0, 200).split(/\s+/).filter(Boolean).slice(0, 8)
  const rows = await sql`
    select ${sourceItemColumns(sql)} from source_item join source on source.id = source_item.source_id
    where true ${words.map((word) => {
      const like = containing(word)
      // Nobody finds a confidential item by the name of its source.
      return sql`and (title ilike ${like} or published ilike ${like}
        or (confidentiality = 'public' and (source.name ilike ${like} or source_item.url ilike ${like})))`
    })}
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
