import { recordEvent } from '#app/platform/audit/record-event.server.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { lockTerms } from './lock-terms.server.ts'

/**
 * Hands terms of reference over to Foreign Affairs: from then on the questions stand.
 * @throws {DomainError} `not-found`; `wrong-state` when that was done already; `invalid-input` when no question is left to ask.
 */
export async function handOver(useCase: UseCase, termsId: string): Promise<void> {
  await withTransaction(useCase.sql, async (tx) => {
    await lockTerms(tx, termsId, 'in-preparation')
    const [asked] = await tx`select 1 from terms_question where terms_id = ${termsId} and state <> 'dropped' limit 1`
    if (!asked) throw new DomainError('invalid-input', 'no-questions')
    await tx`
      update terms_of_reference set status = 'handed-over', handed_over_by = ${useCase.actor.id}, handed_over_at = ${useCase.clock()}
      where id = ${termsId}`
    await recordEvent(
      { ...useCase, sql: tx },
      { action: 'terms.handed-over', objectType: 'terms', objectId: termsId, details: {} },
    )
  })
}
