import type { UseCase } from '#app/platform/context.server.ts'
import { findByAddress } from './find-by-address.server.ts'
import { SourceItem } from './source-item.ts'
import { sourceItemColumns } from './source-item-columns.server.ts'

/**
 * Public items that look the same: the same DOI, the same address however it is written, or the same title in whatever case and whatever marks
 * between its words. At most five, those with the same address first.
 */
export async function findDuplicates(
  useCase: Pick<UseCase, 'sql'>,
  like: { title: string; url?: string | undefined; doi?: string | undefined },
): Promise<SourceItem[]> {
  const { sql } = useCase
  const found = new Map<string, SourceItem>()
  const add = (items: readonly SourceItem[]) => items.forEach((item) => found.set(item.id, SourceItem.parse(item)))
  for (const address of [like.doi, like.url]) if (address) add(await findByAddress(useCase, address))
  const title = like.title
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)
    ?.join(' ')
  if (title) {
    const rows = await sql`
      select ${sourceItemColumns(sql)} from source_item join source on source.id = source_item.source_id
      where confidentiality = 'public' and trim(regexp_replace(lower(title), '[^[:alnum:]]+', ' ', 'g')) = ${title}
      order by source_item.created_at, source_item.id limit 5`
    add(SourceItem.array().parse([...rows]))
  }
  return [...found.values()].slice(0, 5)
}
