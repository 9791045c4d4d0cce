import { z } from 'zod'
import { recordEvent } from '#app/platform/audit/record-event.server.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { today } from '#app/platform/today.ts'
import { Day, Id } from '#schemas/values.ts'
import { lockRound } from './lock-round.server.ts'
import { Asked, setAsked } from './open-round.server.ts'

export const ChangedRound = z.object({
  roundId: Id,
  closesOn: Day,
  asked: Asked,
  reason: z.string().trim().min(10, 'reason-too-short').max(2000, 'too-long'),
})
export type ChangedRound = z.infer<typeof ChangedRound>

/**
 * Gives more time, or asks other parties. An organisation that has proposed something stays asked.
 * @throws {DomainError} `not-found`; `wrong-state` when the round is closed; `invalid-input` (`date-passed`, `unknown-organisation`, `has-proposed`).
 */
export async function changeRound(useCase: UseCase, input: ChangedRound): Promise<void> {
  const { roundId, closesOn, asked, reason } = ChangedRound.parse(input)
  await withTransaction(useCase.sql, async (tx) => {
    const round = await lockRound(tx, roundId)
    if (closesOn !== round.closesOn && closesOn < today(useCase.clock)) throw new DomainError('invalid-input', 'date-passed')
    const gone = round.asked.filter((code) => !asked.includes(code))
    const [proposed] = await tx`
      select 1 from proposal where round_id = ${roundId} and organisation = any(${gone}) and giver_id is not null limit 1`
    if (proposed) throw new DomainError('invalid-input', 'has-proposed')
    await tx`update round set closes_on = ${closesOn} where id = ${roundId}`
    const now = await setAsked(tx, roundId, asked)
    await recordEvent(
      { ...useCase, sql: tx },
      { action: 'round.changed', objectType: 'round', objectId: roundId, details: { closesOn, asked: now, reason } },
    )
  })
}
