import { z } from 'zod'
import { recordEvent } from '#app/platform/audit/record-event.server.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { Id } from '#schemas/values.ts'
import { Reason } from './drop-question.server.ts'
import { keepTermsChange } from './keep-terms-change.server.ts'
import { lockTerms } from './lock-terms.server.ts'
import { lockTermsQuestion } from './terms-question.server.ts'

export const MarkedQuestion = z.object({ termsId: Id, questionKey: z.string().max(200), reason: Reason })
export type MarkedQuestion = z.infer<typeof MarkedQuestion>

/**
 * Foreign Affairs marks a question of handed-over terms as one that cannot be answered, with the reason (SR-26); policy sees it once all marked ones
 * are returned.
 * @throws {DomainError} `not-found`; `wrong-state` when the terms are not with Foreign Affairs; `conflict`: `question-marked` when a colleague marked
 * it first, whose reason then stands, `question-dropped` for a question that is not asked.
 */
export async function markQuestion(useCase: UseCase, input: MarkedQuestion): Promise<void> {
  const { termsId, questionKey, reason } = MarkedQuestion.parse(input)
  await withTransaction(useCase.sql, async (tx) => {
    const within = { ...useCase, sql: tx }
    const { turn } = await lockTerms(tx, termsId, 'handed-over')
    const question = await lockTermsQuestion(tx, termsId, questionKey)
    if (question.state === 'dropped') throw new DomainError('conflict', 'question-dropped')
    const [marked] = await tx`
      insert into returned_question (terms_id, question_key, wording_nl, wording_en, turn, reason, marked_by, marked_at)
      values (${termsId}, ${questionKey}, ${question.wordingNl}, ${question.wordingEn}, ${turn}, ${reason}, ${useCase.actor.id},
        ${useCase.clock()})
      on conflict do nothing returning id`
    if (!marked) throw new DomainError('conflict', 'question-marked')
    await keepTermsChange(within, { termsId, kind: 'question-marked', questionKey, reason })
    await recordEvent(within, {
      action: 'terms.question-marked',
      objectType: 'terms',
      objectId: termsId,
      details: { questionKey },
    })
  })
}
