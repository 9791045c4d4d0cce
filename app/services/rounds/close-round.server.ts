import { z } from 'zod'
import { recordEvent } from '#app/platform/audit/record-event.server.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { today } from '#app/platform/today.ts'
import { Id } from '#schemas/values.ts'
import { lockRound } from './lock-round.server.ts'

export const ClosedRound = z.object({
  roundId: Id,
  /** Why it is closed before its date; not asked afterwards. */
  reason: z.string().trim().max(2000, 'too-long').default(''),
})
export type ClosedRound = z.input<typeof ClosedRound>

/**
 * Closes a round. Only when every proposal that was not withdrawn has been decided (SR-50); before its date only with a reason, for a party may
 * still have been writing.
 * @throws {DomainError} `not-found`; `wrong-state` when it is closed already; `conflict` (`undecided`, with how many) while proposals wait;
 * `invalid-input` (`reason-too-short`) before its date without a reason.
 */
export async function closeRound(useCase: UseCase, input: ClosedRound): Promise<void> {
  const { roundId, reason } = ClosedRound.parse(input)
  await withTransaction(useCase.sql, async (tx) => {
    const round = await lockRound(tx, roundId)
    const [counts] = await tx<{ proposals: number; undecided: number }[]>`
      select count(*) as proposals,
        count(*) filter (where not exists (select from proposal_decision where proposal_id = proposal.id)) as undecided
      from proposal where round_id = ${roundId} and withdrawn_at is null`
    const { proposals, undecided } = counts!
    if (undecided > 0) throw new DomainError('conflict', 'undecided', { undecided })
    const early = today(useCase.clock) <= round.closesOn
    if (early && reason.length < 10) throw new DomainError('invalid-input', 'reason-too-short')
    await tx`
      update round set closed_by = ${useCase.actor.id}, closed_at = ${useCase.clock()}, closing_reason = ${early ? reason : null}
      where id = ${roundId}`
    await recordEvent(
      { ...useCase, sql: tx },
      { action: 'round.closed', objectType: 'round', objectId: roundId, details: { proposals, early } },
    )
  })
}
