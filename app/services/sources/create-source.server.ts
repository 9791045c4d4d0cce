import { recordEvent } from '#app/platform/audit/record-event.server.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { NewSource } from './source-item.ts'

/** Registers who says things. @returns its id. @throws {DomainError} `conflict` `source-name-taken` when the name is there, in whatever case. */
export async function createSource(useCase: UseCase, input: NewSource): Promise<string> {
  const source = NewSource.parse(input)
  return withTransaction(useCase.sql, async (tx) => {
    const [added] = await tx<{ id: string }[]>`
      insert into source (name, kind, description, who, what, why, how, "when", reliability_note, languages, independence_group, created_at,
        created_by)
      values (${source.name}, ${source.kind}, ${source.description}, ${source.who}, ${source.what}, ${source.why}, ${source.how},
        ${source.when}, ${source.reliabilityNote}, ${source.languages}, ${source.independenceGroup ?? null}, ${useCase.clock()},
        ${useCase.actor.id})
      on conflict (lower(name)) do nothing returning id`
    if (!added) throw new DomainError('conflict', 'source-name-taken')
    await recordEvent({ ...useCase, sql: tx }, { action: 'source.added', objectType: 'source', objectId: added.id, details: {} })
    return added.id
  })
}
