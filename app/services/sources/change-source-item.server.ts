import { z } from 'zod'
import { recordEvent } from '#app/platform/audit/record-event.server.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import type { Queryable } from '#app/platform/database/sql.server.ts'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { today } from '#app/platform/today.ts'
import { Id } from '#schemas/values.ts'
import { changesBetween, recordChange } from './record-change.server.ts'
import { NewSourceItem, SourceItemRecord } from './source-item.ts'
import { sourceItemRecordColumns } from './source-item-columns.server.ts'

/** All fields of an item as they are to be, and the revision they were based on. Whether it is confidential never changes. */
export const SourceItemChange = NewSourceItem.omit({ sourceId: true, confidentiality: true }).extend({
  itemId: Id,
  revision: z.coerce.number().int().min(1),
})
export type SourceItemChange = z.input<typeof SourceItemChange>

/**
 * Changes what the register says of a publication; of a confidential one only its dates. Releases keep what they were published with.
 * @returns the revision it has now.
 * @throws {DomainError} `not-found`; `invalid-input` `title-needed`; `conflict` `revision` with `current`, what stands there now.
 */
export async function changeSourceItem(useCase: UseCase, input: SourceItemChange): Promise<{ revision: number }> {
  const { itemId, revision, ...given } = SourceItemChange.parse(input)
  return withTransaction(useCase.sql, async (tx) => {
    const current = await lockItem(tx, itemId)
    const {
      published = null,
      accessedOn = null,
      checkedOn = null,
      url = null,
      doi = null,
      language = null,
      licence = null,
    } = given
    const { title, reliabilityNote } = given
    const dates = { published, accessedOn, checkedOn }
    const wanted = current.confidential ? dates : { ...dates, title, url, doi, language, licence, reliabilityNote }
    if (!current.confidential && given.title === '') throw new DomainError('invalid-input', 'title-needed')
    return write({ ...useCase, sql: tx }, current, wanted, revision)
  })
}

/** Notes that an item was looked at today: its address still leads there and it still says what is cited. @throws {DomainError} `not-found`. */
export async function checkSourceItem(useCase: UseCase, itemId: string): Promise<{ revision: number }> {
  return withTransaction(useCase.sql, async (tx) => {
    const current = await lockItem(tx, itemId)
    return write({ ...useCase, sql: tx }, current, { checkedOn: today(useCase.clock) }, current.revision)
  })
}

async function lockItem(tx: Queryable, itemId: string): Promise<SourceItemRecord> {
  const [row] = Id.safeParse(itemId).success
    ? await tx`
        select ${sourceItemRecordColumns(tx)} from source_item join source on source.id = source_item.source_id
        where source_item.id = ${itemId} for update of source_item`
    : []
  if (!row) throw new DomainError('not-found')
  return SourceItemRecord.parse(row)
}

type Wanted = Partial<
  Pick<
    SourceItemRecord,
    'title' | 'published' | 'accessedOn' | 'checkedOn' | 'url' | 'doi' | 'language' | 'licence' | 'reliabilityNote'
  >
>

async function write(inside: UseCase, current: SourceItemRecord, wanted: Wanted, basedOn: number) {
  const changes = changesBetween(current, wanted)
  const fields = Object.keys(changes)
  if (fields.length === 0) return { revision: current.revision }
  if (current.revision !== basedOn) throw new DomainError('conflict', 'revision', { current })
  const { sql: tx, actor, clock } = inside
  const next = { ...current, ...wanted }
  const revision = basedOn + 1
  // Of a confidential item `current` holds the public face only: what stands in those columns is left alone.
  const described = current.confidential
    ? tx``
    : tx`title = ${next.title}, url = ${next.url}, doi = ${next.doi}, language = ${next.language},
        licence = ${next.licence}, reliability_note = ${next.reliabilityNote},`
  await tx`
    update source_item set ${described} published = ${next.published}, accessed_on = ${next.accessedOn},
      checked_on = ${next.checkedOn}, revision = ${revision}, changed_at = ${clock()}, changed_by = ${actor.id}
    where id = ${current.id}`
  await recordChange(inside, { sourceId: current.sourceId, itemId: current.id, revision, changes })
  await recordEvent(inside, {
    action: 'source-item.changed',
    objectType: 'source-item',
    objectId: current.id,
    details: { revision, fields },
  })
  return { revision }
}
