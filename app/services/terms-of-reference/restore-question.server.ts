import type { UseCase } from '#app/platform/context.server.ts'
import { recordEvent } from '#app/platform/audit/record-event.server.ts'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { lockTerms } from './lock-terms.server.ts'

/**
 * Takes a dropped question back in. The reason it was dropped for stays in the audit.
 * @throws {DomainError} `not-found`; `wrong-state` when the terms were handed over. A question that is there already is left as it is.
 */
export async function restoreQuestion(useCase: UseCase, input: { termsId: string; questionKey: string }): Promise<void> {
  const { termsId, questionKey } = input
  await withTransaction(useCase.sql, async (tx) => {
    await lockTerms(tx, termsId, 'in-preparation')
    const [question] = await tx`select id, state from terms_question where terms_id = ${termsId} and key = ${questionKey}`
    if (!question) throw new DomainError('not-found')
    if (question.state !== 'dropped') return
    await tx`update terms_question set state = 'kept', reason = null where id = ${question.id}`
    await recordEvent(
      { ...useCase, sql: tx },
      { action: 'terms.question-restored', objectType: 'terms', objectId: termsId, details: { questionKey } },
    )
  })
}
