import { z } from 'zod'
import type { UseCase } from '#app/platform/context.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { Id } from '#schemas/values.ts'
import { readHistory } from './read-history.server.ts'
import { readRepeats } from './read-repeats.server.ts'
import { readSentences } from './read-sentences.server.ts'
import { sourceColumns } from './source-columns.server.ts'
import { Source, SourceItemRecord } from './source-item.ts'
import { sourceItemRecordColumns } from './source-item-columns.server.ts'

const Named = z.object({ id: Id, name: z.string() })
const Line = SourceItemRecord.extend({ copies: z.number().int() })

/**
 * A source with its items, who repeats whom, its independence group, the sentences that rest on it, and its history. The anonymous sources that
 * confidential items belong to have no page: together on it, those items would tell more than each alone.
 * @throws {DomainError} `not-found` for an unknown or malformed id.
 */
export async function readSource(useCase: Pick<UseCase, 'sql'>, id: string | undefined) {
  const { sql } = useCase
  const source = await readSourceRecord(useCase, id)
  const rows = await sql`
    select ${sourceItemRecordColumns(sql)}, (select count(*) from archived_copy where item_id = source_item.id) as copies
    from source_item join source on source.id = source_item.source_id
    where source_id = ${source.id} and confidentiality = 'public'
    order by published desc nulls last, source_item.created_at desc, source_item.id`
  const items = Line.array().parse([...rows])
  const group = await sql`
    select id, name from source where independence_group = ${source.independenceGroup} and id <> ${source.id} order by lower(name)`
  return {
    source,
    items,
    group: Named.array().parse([...group]),
    ...(await readRepeats(useCase, source.id)),
    resting: await readSentences(
      useCase,
      items.map((item) => item.id),
    ),
    history: await readHistory(useCase, { sourceId: source.id }),
  }
}

/** A source's own fields. @throws {DomainError} `not-found` for an unknown or malformed id. */
export async function readSourceRecord({ sql }: Pick<UseCase, 'sql'>, id: string | undefined): Promise<Source> {
  const [row] = Id.safeParse(id).success
    ? await sql`select ${sourceColumns(sql)} from source where id = ${id!} and not anonymous`
    : []
  if (!row) throw new DomainError('not-found')
  return Source.parse(row)
}
