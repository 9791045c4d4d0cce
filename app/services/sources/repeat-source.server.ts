import { z } from 'zod'
import { recordEvent } from '#app/platform/audit/record-event.server.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { Id } from '#schemas/values.ts'
import { changesBetween, recordChange } from './record-change.server.ts'
import { sourceColumns } from './source-columns.server.ts'
import { Source } from './source-item.ts'

export const Repeat = z.object({ sourceId: Id, originalId: Id, note: z.string().trim().max(500).default('') })
export type Repeat = z.input<typeof Repeat>

/**
 * Notes that a source takes its news from another: five papers quoting one press agency are one source. Both then count as one: they get the same
 * independence group, the original's where it has one. Saying it again changes the note.
 * @throws {DomainError} `not-found`; `invalid-input` `repeats-itself`; `conflict` `repeats-back` when the original is known to repeat this one.
 */
export async function repeatSource(useCase: UseCase, input: Repeat): Promise<void> {
  const { sourceId, originalId, note } = Repeat.parse(input)
  if (sourceId === originalId) throw new DomainError('invalid-input', 'repeats-itself')
  await withTransaction(useCase.sql, async (tx) => {
    const inside = { ...useCase, sql: tx }
    const rows = await tx`
      select ${sourceColumns(tx)} from source where id = any(${[sourceId, originalId]}::uuid[]) and not anonymous order by id for update`
    const found = Source.array().parse([...rows])
    const source = found.find(({ id }) => id === sourceId)
    const original = found.find(({ id }) => id === originalId)
    if (!source || !original) throw new DomainError('not-found')
    const [back] = await tx`
      with recursive above as (
        select original_id from source_repeat where source_id = ${originalId}
        union select source_repeat.original_id from above join source_repeat on source_repeat.source_id = above.original_id
      )
      select 1 from above where original_id = ${sourceId}`
    if (back) throw new DomainError('conflict', 'repeats-back')
    await tx`
      insert into source_repeat (source_id, original_id, note, created_at, created_by)
      values (${sourceId}, ${originalId}, ${note}, ${useCase.clock()}, ${useCase.actor.id})
      on conflict (source_id, original_id) do update set note = excluded.note`
    const group = original.independenceGroup ?? source.independenceGroup ?? original.name.slice(0, 100)
    await joinGroup(inside, original, group)
    await joinGroup(inside, source, group)
    await recordEvent(inside, {
      action: 'source.repeats',
      objectType: 'source',
      objectId: sourceId,
      details: { originalId, repeats: true },
    })
  })
}

/** Takes back that a source repeats another. The group stays: whether they still count as one is for a person to say. @throws {DomainError} `not-found`. */
export async function stopRepeating(useCase: UseCase, input: { sourceId: string; originalId: string }): Promise<void> {
  const { sourceId, originalId } = Repeat.parse(input)
  await withTransaction(useCase.sql, async (tx) => {
    const gone = await tx`delete from source_repeat where source_id = ${sourceId} and original_id = ${originalId}`
    if (gone.count === 0) throw new DomainError('not-found')
    await recordEvent(
      { ...useCase, sql: tx },
      { action: 'source.repeats', objectType: 'source', objectId: sourceId, details: { originalId, repeats: false } },
    )
  })
}

async function joinGroup(inside: UseCase, source: Source, independenceGroup: string): Promise<void> {
  const changes = changesBetween(source, { independenceGroup })
  if (Object.keys(changes).length === 0) return
  const revision = source.revision + 1
  await inside.sql`
    update source set independence_group = ${independenceGroup}, revision = ${revision}, changed_at = ${inside.clock()},
      changed_by = ${inside.actor.id}
    where id = ${source.id}`
  await recordChange(inside, { sourceId: source.id, itemId: null, revision, changes })
}
