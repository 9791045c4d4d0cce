import { z } from 'zod'
import type { UseCase } from '#app/platform/context.server.ts'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { today } from '#app/platform/today.ts'
import { Id } from '#schemas/values.ts'
import { refuseOpenRound } from '../rounds/refuse-open-round.server.ts'
import { refuseUnanswered } from '../consultations/refuse-unanswered.server.ts'
import { lockStandard } from './lock-standard.server.ts'
import { moveOn } from './move-on.server.ts'
import { ChangeReason } from './question-fields.ts'

export const StandardStep = z.object({ standardId: Id, reason: ChangeReason })
export type StandardStep = z.infer<typeof StandardStep>

/**
 * A draft becomes consulted: from here it is what was consulted on, and does not change unless it goes back to draft.
 * @throws {DomainError} `not-found`; `wrong-state` when it is no draft; `invalid-input`: `no-questions` when it asks nothing, `round-open` while parties
 * are asked about it, `consultation-unanswered` when nobody said who was consulted about it, or why nobody was (SR-49).
 */
export async function markConsulted(useCase: UseCase, input: StandardStep): Promise<void> {
  const { standardId, reason } = StandardStep.parse(input)
  await withTransaction(useCase.sql, async (tx) => {
    const standard = await lockStandard(tx, standardId)
    const [asked] = await tx`select 1 from standard_question where standard_id = ${standardId} limit 1`
    if (!asked) throw new DomainError('invalid-input', 'no-questions')
    await refuseOpenRound(tx, { standardId })
    await refuseUnanswered(tx, standardId)
    await moveOn({ ...useCase, sql: tx }, standard, { to: 'consulted', reason, on: today(useCase.clock) })
  })
}
