import { recordEvent } from '#app/platform/audit/record-event.server.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import { keepTermsChange } from './keep-terms-change.server.ts'
import { lockTerms } from './lock-terms.server.ts'
import { lockTermsQuestion } from './terms-question.server.ts'

/**
 * Takes the mark of a question away before it was returned: it can be answered after all. One that is not marked is left as it is.
 * @throws {DomainError} `not-found`; `wrong-state` when the terms are not with Foreign Affairs.
 */
export async function unmarkQuestion(useCase: UseCase, input: { termsId: string; questionKey: string }): Promise<void> {
  const { termsId, questionKey } = input
  await withTransaction(useCase.sql, async (tx) => {
    const within = { ...useCase, sql: tx }
    const { turn } = await lockTerms(tx, termsId, 'handed-over')
    await lockTermsQuestion(tx, termsId, questionKey)
    const [gone] = await tx`
      delete from returned_question
      where terms_id = ${termsId} and turn = ${turn} and question_key = ${questionKey} and returned_at is null returning id`
    if (!gone) return
    await keepTermsChange(within, { termsId, kind: 'question-unmarked', questionKey })
    await recordEvent(within, {
      action: 'terms.question-unmarked',
      objectType: 'terms',
      objectId: termsId,
      details: { questionKey },
    })
  })
}
