import { z } from 'zod'
import { recordEvent } from '#app/platform/audit/record-event.server.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { Id } from '#schemas/values.ts'
import { answerReturned } from './answer-returned.server.ts'
import { Reason } from './drop-question.server.ts'
import { keepTermsChange } from './keep-terms-change.server.ts'
import { lockTerms } from './lock-terms.server.ts'
import { lockTermsQuestion } from './terms-question.server.ts'

export const KeptQuestion = z.object({ termsId: Id, questionKey: z.string().max(200), reason: Reason })
export type KeptQuestion = z.infer<typeof KeptQuestion>

/**
 * Policy keeps a question that Foreign Affairs returned, with an explanation.
 * @throws {DomainError} `not-found` also for a question that was not returned; `wrong-state` when the terms are not with policy; `conflict`
 * (`question-dropped`) when a colleague dropped it meanwhile.
 */
export async function keepQuestion(useCase: UseCase, input: KeptQuestion): Promise<void> {
  const { termsId, questionKey, reason } = KeptQuestion.parse(input)
  await withTransaction(useCase.sql, async (tx) => {
    const within = { ...useCase, sql: tx }
    const { turn } = await lockTerms(tx, termsId, 'returned')
    const question = await lockTermsQuestion(tx, termsId, questionKey)
    if (question.state === 'dropped') throw new DomainError('conflict', 'question-dropped')
    const [returned] = await tx`
      select 1 from returned_question where terms_id = ${termsId} and turn = ${turn} and question_key = ${questionKey}`
    if (!returned) throw new DomainError('not-found')
    await answerReturned(within, { termsId, turn, questionKey }, 'kept', reason)
    await keepTermsChange(within, { termsId, kind: 'question-kept', questionKey, reason })
    await recordEvent(within, { action: 'terms.question-kept', objectType: 'terms', objectId: termsId, details: { questionKey } })
  })
}
