import { z } from 'zod'
import { recordEvent } from '#app/platform/audit/record-event.server.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { Id } from '#schemas/values.ts'
import { lockTerms } from './lock-terms.server.ts'

/** Why terms of reference differ from the standard: in words, not "n.v.t." (SR-02, SR-27). */
export const Reason = z.string().trim().min(10, 'reason-too-short').max(2000, 'too-long')

export const DroppedQuestion = z.object({ termsId: Id, questionKey: z.string().max(200), reason: Reason })
export type DroppedQuestion = z.infer<typeof DroppedQuestion>

/**
 * Leaves a question of the standard out, with the reason; a question that was added is taken away again (its reason stays in the audit).
 * @throws {DomainError} `not-found`; `wrong-state` when the terms were handed over; `conflict` when someone else dropped it first, whose reason
 * then stands.
 */
export async function dropQuestion(useCase: UseCase, input: DroppedQuestion): Promise<void> {
  const { termsId, questionKey, reason } = DroppedQuestion.parse(input)
  await withTransaction(useCase.sql, async (tx) => {
    await lockTerms(tx, termsId, 'in-preparation')
    const [question] = await tx`select id, state from terms_question where terms_id = ${termsId} and key = ${questionKey}`
    if (!question) throw new DomainError('not-found')
    if (question.state === 'dropped') throw new DomainError('conflict', 'question-dropped')
    if (question.state === 'added') await tx`delete from terms_question where id = ${question.id}`
    else await tx`update terms_question set state = 'dropped', reason = ${reason} where id = ${question.id}`
    await recordEvent(
      { ...useCase, sql: tx },
      { action: 'terms.question-dropped', objectType: 'terms', objectId: termsId, details: { questionKey, reason } },
    )
  })
}
