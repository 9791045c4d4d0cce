import { recordEvent } from '#app/platform/audit/record-event.server.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import type { Queryable } from '#app/platform/database/sql.server.ts'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { oneOf, standingProposals, type LockedProposal } from './lock-proposal.server.ts'
import { lockRound } from './lock-round.server.ts'

/**
 * Takes a proposal apart from those it was taken together with.
 * @throws {DomainError} `not-found`; `wrong-state` (`round-closed`, `proposal-decided`). One that stands alone is left as it is.
 */
export async function partProposal(useCase: UseCase, input: { roundId: string; number: number }): Promise<void> {
  const { roundId, number } = input
  await withTransaction(useCase.sql, async (tx) => {
    await lockRound(tx, roundId)
    const proposals = await standingProposals(tx, roundId)
    const proposal = oneOf(proposals, number)
    if (proposal.decided) throw new DomainError('wrong-state', 'proposal-decided')
    const from = await leaveGroup(tx, proposals, proposal)
    if (from === null) return
    await recordEvent(
      { ...useCase, sql: tx },
      { action: 'proposal.parted', objectType: 'proposal', objectId: proposal.id, details: { roundId, from } },
    )
  })
}

/**
 * Takes a proposal out of its group; the others of a group whose first one leaves stand under the next.
 * @returns the id of the one that heads the group it left; null when it stood alone.
 */
export async function leaveGroup(
  tx: Queryable,
  proposals: readonly LockedProposal[],
  proposal: LockedProposal,
): Promise<string | null> {
  if (proposal.mergedInto !== null) {
    await tx`update proposal set merged_into = null, merged_by = null, merged_at = null where id = ${proposal.id}`
    return proposal.mergedInto
  }
  const [head, ...rest] = proposals.filter((it) => it.mergedInto === proposal.id)
  if (!head) return null
  await tx`update proposal set merged_into = null, merged_by = null, merged_at = null where id = ${head.id}`
  // Who took the others together, and when, stays as it was.
  await tx`update proposal set merged_into = ${head.id} where id = any(${rest.map((it) => it.id)}::uuid[])`
  return head.id
}
