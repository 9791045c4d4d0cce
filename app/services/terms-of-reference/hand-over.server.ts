import { recordEvent } from '#app/platform/audit/record-event.server.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { termsWithPolicy } from '#schemas/vocabulary.ts'
import { refuseOpenRound } from '../rounds/refuse-open-round.server.ts'
import { keepTermsChange } from './keep-terms-change.server.ts'
import { lockTerms } from './lock-terms.server.ts'

/**
 * Hands terms of reference over to Foreign Affairs, for the first time or again: from then on the questions stand.
 * @throws {DomainError} `not-found`; `wrong-state` when that was done already; `invalid-input`: `no-questions` when none is left to ask,
 * `unanswered-returns` while a question that Foreign Affairs returned has no answer, `round-open` while parties are asked about them.
 */
export async function handOver(useCase: UseCase, termsId: string): Promise<void> {
  await withTransaction(useCase.sql, async (tx) => {
    const within = { ...useCase, sql: tx }
    const { turn } = await lockTerms(tx, termsId, termsWithPolicy)
    const [asked] = await tx`select 1 from terms_question where terms_id = ${termsId} and state <> 'dropped' limit 1`
    if (!asked) throw new DomainError('invalid-input', 'no-questions')
    const [open] =
      await tx`select 1 from returned_question where terms_id = ${termsId} and turn = ${turn} and answer is null limit 1`
    if (open) throw new DomainError('invalid-input', 'unanswered-returns')
    await refuseOpenRound(tx, { termsId })
    await tx`
      update terms_of_reference set status = 'handed-over', handed_over_by = ${useCase.actor.id}, handed_over_at = ${useCase.clock()},
        turn = turn + 1
      where id = ${termsId}`
    await keepTermsChange(within, { termsId, kind: 'handed-over', after: { turn: turn + 1 } })
    await recordEvent(within, { action: 'terms.handed-over', objectType: 'terms', objectId: termsId, details: {} })
  })
}
