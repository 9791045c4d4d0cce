import { z } from 'zod'
import { recordEvent } from '#app/platform/audit/record-event.server.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { Id } from '#schemas/values.ts'
import { termsWithPolicy } from '#schemas/vocabulary.ts'
import { answerReturned } from './answer-returned.server.ts'
import { keepTermsChange } from './keep-terms-change.server.ts'
import { lockTerms } from './lock-terms.server.ts'
import { lockTermsQuestion } from './terms-question.server.ts'

/** Why terms of reference differ from the standard: in words, not "n.v.t." (SR-02, SR-27). */
export const Reason = z.string().trim().min(10, 'reason-too-short').max(2000, 'too-long')

export const DroppedQuestion = z.object({
  termsId: Id,
  questionKey: z.string().max(200),
  reason: Reason,
  /** The revision the person saw; absent when the question goes whatever it says. */
  revision: z.number().int().optional(),
})
export type DroppedQuestion = z.infer<typeof DroppedQuestion>

/**
 * Leaves a question of the standard out, with the reason; a question that was added is taken away again (its reason stays in the history). It
 * answers a question that Foreign Affairs returned.
 * @throws {DomainError} `not-found`; `wrong-state` while Foreign Affairs has the terms; `conflict`: `question-dropped` when someone else dropped it
 * first, whose reason then stands, `question-removed`, or `question-changed` with the question as it is now in `data.current`.
 */
export async function dropQuestion(useCase: UseCase, input: DroppedQuestion): Promise<void> {
  const { termsId, questionKey, reason, revision } = DroppedQuestion.parse(input)
  await withTransaction(useCase.sql, async (tx) => {
    const within = { ...useCase, sql: tx }
    const { turn } = await lockTerms(tx, termsId, termsWithPolicy)
    const question = await lockTermsQuestion(tx, termsId, questionKey)
    if (question.state === 'dropped') throw new DomainError('conflict', 'question-dropped')
    await lockTermsQuestion(tx, termsId, questionKey, revision)
    const added = question.state === 'added'
    if (added) await tx`delete from terms_question where id = ${question.id}`
    else {
      // What is left out is the standard's question: a rewording of it ends here, and stays in the history.
      await tx`
        update terms_question set state = 'dropped', reason = ${reason}, revision = revision + 1,
          wording_nl = ${question.standardWordingNl}, wording_en = ${question.standardWordingEn}
        where id = ${question.id}`
    }
    await answerReturned(within, { termsId, turn, questionKey }, 'dropped', reason)
    const { wordingNl, wordingEn, state } = question
    await keepTermsChange(within, {
      termsId,
      kind: added ? 'question-removed' : 'question-dropped',
      questionKey,
      reason,
      before: { state, wordingNl, wordingEn },
    })
    await recordEvent(within, {
      action: 'terms.question-dropped',
      objectType: 'terms',
      objectId: termsId,
      details: { questionKey, reason },
    })
  })
}
