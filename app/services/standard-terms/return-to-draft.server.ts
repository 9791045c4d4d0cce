import type { UseCase } from '#app/platform/context.server.ts'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { lockStandard } from './lock-standard.server.ts'
import { StandardStep } from './mark-consulted.server.ts'
import { moveOn } from './move-on.server.ts'

/**
 * A consulted version becomes a draft again, to be changed and consulted on anew.
 * @throws {DomainError} `not-found`; `wrong-state` when it is not consulted; `conflict` (`standard-used`) when a country's terms of reference start
 * from it: what was asked there stays readable.
 */
export async function returnToDraft(useCase: UseCase, input: StandardStep): Promise<void> {
  const { standardId, reason } = StandardStep.parse(input)
  await withTransaction(useCase.sql, async (tx) => {
    const standard = await lockStandard(tx, standardId, ['consulted'])
    const [used] = await tx`select 1 from terms_of_reference where standard_id = ${standardId} limit 1`
    if (used) throw new DomainError('conflict', 'standard-used')
    await moveOn({ ...useCase, sql: tx }, standard, { to: 'draft', reason })
  })
}
