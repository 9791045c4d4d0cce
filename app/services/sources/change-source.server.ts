import { z } from 'zod'
import { recordEvent } from '#app/platform/audit/record-event.server.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { Id } from '#schemas/values.ts'
import { changesBetween, recordChange } from './record-change.server.ts'
import { sourceColumns } from './source-columns.server.ts'
import { NewSource, Source } from './source-item.ts'

/** All fields of a source as they are to be, and the revision they were based on. */
export const SourceChange = NewSource.extend({ sourceId: Id, revision: z.coerce.number().int().min(1) })
export type SourceChange = z.input<typeof SourceChange>

/**
 * Changes what the register says of a source. Of two people who change it at once the second is told so and sees both wordings; saving it as it
 * already stands changes nothing.
 * @returns the revision it has now.
 * @throws {DomainError} `not-found`; `conflict` `revision` with `current`, what stands there now; `conflict` `source-name-taken`.
 */
export async function changeSource(useCase: UseCase, input: SourceChange): Promise<{ revision: number }> {
  const { sourceId, revision, ...given } = SourceChange.parse(input)
  const wanted = { ...given, independenceGroup: given.independenceGroup ?? null }
  return withTransaction(useCase.sql, async (tx) => {
    const [row] = await tx`select ${sourceColumns(tx)} from source where id = ${sourceId} and not anonymous for update`
    if (!row) throw new DomainError('not-found')
    const current = Source.parse(row)
    const changes = changesBetween(current, wanted)
    const fields = Object.keys(changes)
    if (fields.length === 0) return { revision: current.revision }
    if (current.revision !== revision) throw new DomainError('conflict', 'revision', { current })
    const [taken] = await tx`select 1 from source where lower(name) = lower(${wanted.name}) and id <> ${sourceId}`
    if (taken) throw new DomainError('conflict', 'source-name-taken')
    const next = revision + 1
    await tx`
      update source set name = ${wanted.name}, kind = ${wanted.kind}, description = ${wanted.description}, who = ${wanted.who},
        what = ${wanted.what}, why = ${wanted.why}, how = ${wanted.how}, "when" = ${wanted.when}, reliability_note = ${wanted.reliabilityNote},
        languages = ${wanted.languages}, independence_group = ${wanted.independenceGroup}, revision = ${next},
        changed_at = ${useCase.clock()}, changed_by = ${useCase.actor.id}
      where id = ${sourceId}`.catch((error: { code?: unknown }) => {
      // Someone else took the name just now.
      throw error.code === '23505' ? new DomainError('conflict', 'source-name-taken') : error
    })
    const inside = { ...useCase, sql: tx }
    await recordChange(inside, { sourceId, itemId: null, revision: next, changes })
    await recordEvent(inside, {
      action: 'source.changed',
      objectType: 'source',
      objectId: sourceId,
      details: { revision: next, fields },
    })
    return { revision: next }
  })
}
