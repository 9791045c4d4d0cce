import { z } from 'zod'
import type { UseCase } from '#app/platform/context.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { Id } from '#schemas/values.ts'
import { SourceKind } from '#schemas/vocabulary.ts'
import { SourceItem } from './source-item.ts'
import { sourceItemColumns } from './source-item-columns.server.ts'

const Source = z.object({
  id: Id,
  name: z.string(),
  kind: SourceKind,
  description: z.string(),
  reliabilityNote: z.string(),
  independenceGroup: z.string().nullable(),
})
const Use = z.object({ sectionId: Id, number: z.string(), title: z.string(), report: z.string(), itemId: Id })

/**
 * A source with its public items, the other sources of its independence group, and the sections that rest on it. Confidential items are left
 * out: on this page they would tell whose they are.
 * @throws {DomainError} `not-found` for an unknown or malformed id.
 */
export async function readSource({ sql }: Pick<UseCase, 'sql'>, id: string | undefined) {
  if (!Id.safeParse(id).success) throw new DomainError('not-found')
  const [row] = await sql`
    select id, name, kind, description, reliability_note as "reliabilityNote", independence_group as "independenceGroup"
    from source where id = ${id!}`
  if (!row) throw new DomainError('not-found')
  const source = Source.parse(row)
  const items = await sql`
    select ${sourceItemColumns(sql)} from source_item join source on source.id = source_item.source_id
    where source_id = ${source.id} and confidentiality = 'public'
    order by published desc nulls last, source_item.created_at desc, source_item.id`
  const group = await sql<{ id: string; name: string }[]>`
    select id, name from source where independence_group = ${source.independenceGroup} and id <> ${source.id} order by lower(name)`
  const uses = await sql`
    select section.id as "sectionId", section.number, section.title, report.title as report, source_item_id as "itemId"
    from section_source_item
    join source_item on source_item.id = source_item_id and confidentiality = 'public'
    join section on section.id = section_id
    join report on report.id = section.report_id
    where source_item.source_id = ${source.id}
    order by report.title, section.position, section.number`
  return { source, items: SourceItem.array().parse([...items]), group: [...group], uses: Use.array().parse([...uses]) }
}
