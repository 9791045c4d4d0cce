import { z } from 'zod'
import type { UseCase } from '#app/platform/context.server.ts'
import { Id } from '#schemas/values.ts'
import type { SourceKind } from '#schemas/vocabulary.ts'
import { SourceItemRecord } from './source-item.ts'
import { holdsWords, sourceItemRecordColumns } from './source-item-columns.server.ts'

export const pageSize = 50
const Line = SourceItemRecord.extend({
  /** Of the item itself, or else of its source. */
  note: z.string(),
  copies: z.number().int(),
  usedIn: z.number().int(),
})
const SourceName = z.object({ id: Id, name: z.string() })

export type SourceFilter = { text: string; kind?: SourceKind | undefined; page: number }

/** One page of the register, newest first, with how many sections rest on each item. @param page from 1. */
export async function listSourceItems({ sql }: Pick<UseCase, 'sql'>, filter: SourceFilter) {
  const where = sql`${holdsWords(sql, filter.text)} ${filter.kind ? sql`and source.kind = ${filter.kind}` : sql``}`
  const [counted] = await sql<{ total: number }[]>`
    select count(*) as total from source_item join source on source.id = source_item.source_id where ${where}`
  const rows = await sql`
    select ${sourceItemRecordColumns(sql)},
      case when confidentiality = 'public' then coalesce(nullif(source_item.reliability_note, ''), source.reliability_note) else '' end as note,
      (select count(*) from archived_copy where item_id = source_item.id) as copies,
      (select count(*) from section_source_item where source_item_id = source_item.id) as "usedIn"
    from source_item join source on source.id = source_item.source_id where ${where}
    order by source_item.created_at desc, source_item.id limit ${pageSize} offset ${(filter.page - 1) * pageSize}`
  return { total: counted?.total ?? 0, items: Line.array().parse([...rows]) }
}

/** Every source's name, to choose one from. */
export async function listSourceNames({ sql }: Pick<UseCase, 'sql'>) {
  const rows = await sql`select id, name from source where not anonymous order by lower(name)`
  return SourceName.array().parse([...rows])
}

/** The names of independence groups, to choose one from. */
export async function listIndependenceGroups({ sql }: Pick<UseCase, 'sql'>): Promise<string[]> {
  const rows = await sql<{ name: string }[]>`
    select distinct independence_group as name from source where independence_group is not null order by 1`
  return rows.map(({ name }) => name)
}
