import { z } from 'zod'
import { recordEvent } from '#app/platform/audit/record-event.server.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import { Id } from '#schemas/values.ts'
import { keepChange } from './keep-change.server.ts'
import { lockQuestion } from './lock-question.server.ts'
import { lockStandard } from './lock-standard.server.ts'
import { ChangeReason, QuestionFields } from './question-fields.ts'
import { putInOrder } from './put-in-order.server.ts'

export const RemovedStandardQuestion = z.object({
  standardId: Id,
  questionKey: z.string().max(200),
  /** The revision the person saw. */
  revision: z.number().int(),
  reason: ChangeReason,
})
export type RemovedStandardQuestion = z.infer<typeof RemovedStandardQuestion>

/**
 * Takes a question out of a draft. What it said stays in the history, with the reason.
 * @throws {DomainError} as `changeStandardQuestion`.
 */
export async function removeStandardQuestion(useCase: UseCase, input: RemovedStandardQuestion): Promise<void> {
  const { standardId, questionKey, revision, reason } = RemovedStandardQuestion.parse(input)
  await withTransaction(useCase.sql, async (tx) => {
    const within = { ...useCase, sql: tx }
    await lockStandard(tx, standardId)
    const question = await lockQuestion(tx, standardId, questionKey, revision)
    const before = { ...QuestionFields.parse(question), nodeKey: question.nodeKey }
    await tx`delete from standard_question where id = ${question.id}`
    await putInOrder(tx, standardId)
    await keepChange(within, { standardId, kind: 'question-removed', questionKey, reason, before })
    await recordEvent(within, {
      action: 'standard.question-removed',
      objectType: 'standard-terms',
      objectId: standardId,
      details: { questionKey },
    })
  })
}
