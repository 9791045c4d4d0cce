import { recordEvent } from '#app/platform/audit/record-event.server.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import type { Actor } from '#app/policies/actor.ts'
import type { Giver } from './giver.ts'
import { ownUndecided, standingProposals } from './lock-proposal.server.ts'
import { lockRoundFor, refuseLate } from './lock-round.server.ts'
import { leaveGroup } from './part-proposal.server.ts'

/**
 * Takes one's own proposal back, while it is in time and not decided. It keeps its number and can still be read by who gave it.
 * @throws {DomainError} `not-found` when it is not there or not theirs; `wrong-state` (`round-late`, `round-closed`, `proposal-decided`).
 */
export async function withdrawProposal(
  useCase: UseCase<Actor | null>,
  roundId: string,
  giver: Giver,
  number: number,
): Promise<void> {
  await withTransaction(useCase.sql, async (tx) => {
    const round = await lockRoundFor(giver, { ...useCase, sql: tx }, roundId)
    const proposals = await standingProposals(tx, roundId)
    const proposal = ownUndecided(proposals, number, giver)
    refuseLate(round, useCase.clock)
    await leaveGroup(tx, proposals, proposal)
    await tx`update proposal set withdrawn_at = ${useCase.clock()} where id = ${proposal.id}`
    await recordEvent(
      { ...useCase, sql: tx },
      { action: 'proposal.withdrawn', objectType: 'proposal', objectId: proposal.id, details: { roundId } },
    )
  })
}
