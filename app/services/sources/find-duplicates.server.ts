import type { UseCase } from '#app/platform/context.server.ts'
import { SourceItem } from './source-item.ts'
import { sourceItemColumns } from './source-item-columns.server.ts'

/** Public items that look the same: the same address but for its end slash, or the same title in whatever case. At most five. */
export async function findDuplicates(
  { sql }: Pick<UseCase, 'sql'>,
  like: { title: string; url?: string | undefined },
): Promise<SourceItem[]> {
  const url = like.url?.trim().replace(/\/+$/, '') || null
  const title = like.title.trim().toLowerCase()
  const rows = await sql`
    select ${sourceItemColumns(sql)} from source_item join source on source.id = source_item.source_id
    where confidentiality = 'public' and (lower(title) = ${title} or (${url}::text is not null and rtrim(source_item.url, '/') = ${url}))
    order by source_item.created_at, source_item.id limit 5`
  return SourceItem.array().parse([...rows])
}
