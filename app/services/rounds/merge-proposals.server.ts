import { recordEvent } from '#app/platform/audit/record-event.server.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { oneOf, standingProposals } from './lock-proposal.server.ts'
import { lockRound } from './lock-round.server.ts'

/**
 * Takes a proposal together with another one of the round, so that they are decided at once. A person decides that they belong together; each stays
 * readable as it was given. What stood under it comes along.
 * @throws {DomainError} `not-found`; `invalid-input` for one with itself; `wrong-state` (`round-closed`, `proposal-decided`).
 */
export async function mergeProposals(useCase: UseCase, input: { roundId: string; number: number; into: number }): Promise<void> {
  const { roundId } = input
  await withTransaction(useCase.sql, async (tx) => {
    await lockRound(tx, roundId)
    const proposals = await standingProposals(tx, roundId)
    const moved = oneOf(proposals, input.number)
    const named = oneOf(proposals, input.into)
    const head = proposals.find((it) => it.id === named.mergedInto) ?? named
    if (head.id === moved.id) throw new DomainError('invalid-input', 'same-proposal')
    if (moved.decided || head.decided) throw new DomainError('wrong-state', 'proposal-decided')
    if (moved.mergedInto === head.id) return
    const now = useCase.clock()
    const coming = [...proposals.filter((it) => it.mergedInto === moved.id), moved]
    // Those that stood under it first: nothing may stand under one that stands under another.
    for (const proposal of coming) {
      await tx`
        update proposal set merged_into = ${head.id}, merged_by = ${useCase.actor.id}, merged_at = ${now} where id = ${proposal.id}`
      await recordEvent(
        { ...useCase, sql: tx },
        { action: 'proposal.merged', objectType: 'proposal', objectId: proposal.id, details: { roundId, into: head.id } },
      )
    }
  })
}
