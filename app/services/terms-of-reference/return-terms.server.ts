import { recordEvent } from '#app/platform/audit/record-event.server.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { keepTermsChange } from './keep-terms-change.server.ts'
import { lockTerms } from './lock-terms.server.ts'

/**
 * Foreign Affairs gives terms of reference back to policy with every question that was marked as one that cannot be answered. Policy rewords, drops
 * or explains each, and hands over again.
 * @throws {DomainError} `not-found`; `wrong-state` when the terms are not with Foreign Affairs; `invalid-input` (`nothing-marked`).
 */
export async function returnTerms(useCase: UseCase, termsId: string): Promise<void> {
  await withTransaction(useCase.sql, async (tx) => {
    const within = { ...useCase, sql: tx }
    const { turn } = await lockTerms(tx, termsId, 'handed-over')
    const marked = await tx<{ key: string }[]>`
      update returned_question set returned_at = ${useCase.clock()}
      where terms_id = ${termsId} and turn = ${turn} and returned_at is null returning question_key as key`
    if (marked.length === 0) throw new DomainError('invalid-input', 'nothing-marked')
    const questionKeys = marked.map(({ key }) => key).sort()
    await tx`update terms_of_reference set status = 'returned' where id = ${termsId}`
    await keepTermsChange(within, { termsId, kind: 'returned', after: { questionKeys } })
    await recordEvent(within, { action: 'terms.returned', objectType: 'terms', objectId: termsId, details: { questionKeys } })
  })
}
