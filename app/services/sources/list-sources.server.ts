import { z } from 'zod'
import type { UseCase } from '#app/platform/context.server.ts'
import { Id } from '#schemas/values.ts'
import { SourceItem } from './source-item.ts'
import { holdsWords, sourceItemColumns } from './source-item-columns.server.ts'

export const pageSize = 50
const Line = SourceItem.extend({ usedIn: z.number().int() })
const SourceName = z.object({ id: Id, name: z.string() })

/** One page of the register, newest first, with how many sections rest on each item. @param page from 1. */
export async function listSourceItems({ sql }: Pick<UseCase, 'sql'>, filter: { text: string; page: number }) {
  const where = holdsWords(sql, filter.text)
  const [counted] = await sql<{ total: number }[]>`
    select count(*) as total from source_item join source on source.id = source_item.source_id where ${where}`
  const rows = await sql`
    select ${sourceItemColumns(sql)},
      (select count(*) from section_source_item where source_item_id = source_item.id) as "usedIn"
    from source_item join source on source.id = source_item.source_id where ${where}
    order by source_item.created_at desc, source_item.id limit ${pageSize} offset ${(filter.page - 1) * pageSize}`
  return { total: counted?.total ?? 0, items: Line.array().parse([...rows]) }
}

/** Every source's name, to choose one from. */
export async function listSourceNames({ sql }: Pick<UseCase, 'sql'>) {
  return SourceName.array().parse([...(await sql`select id, name from source order by lower(name)`)])
}
