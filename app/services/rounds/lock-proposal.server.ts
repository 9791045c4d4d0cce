import { z } from 'zod'
import type { Queryable } from '#app/platform/database/sql.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { Id } from '#schemas/values.ts'
import { ProposalKind } from '#schemas/vocabulary.ts'
import { isOwn, type Giver } from './giver.ts'

const LockedProposal = z.object({
  id: Id,
  number: z.number().int(),
  kind: ProposalKind,
  organisation: z.string(),
  giverId: Id.nullable(),
  invitationId: Id.nullable(),
  revision: z.number().int(),
  mergedInto: Id.nullable(),
  decided: z.boolean(),
})
export type LockedProposal = z.infer<typeof LockedProposal>

/**
 * The proposals of a locked round that were not withdrawn, by number: of those taken together all or none are decided.
 * @param tx where lockRound was called.
 */
export async function standingProposals(tx: Queryable, roundId: string): Promise<LockedProposal[]> {
  return z.array(LockedProposal).parse(
    await tx`
    select id, number, kind, organisation, giver_id as "giverId", invitation_id as "invitationId", revision, merged_into as "mergedInto",
      exists (select from proposal_decision where proposal_id = proposal.id) as decided
    from proposal where round_id = ${roundId} and withdrawn_at is null order by number`,
  )
}

/** @throws {DomainError} `not-found` when it is not there or was withdrawn. */
export function oneOf(proposals: readonly LockedProposal[], number: number): LockedProposal {
  const found = proposals.find((it) => it.number === number)
  if (!found) throw new DomainError('not-found')
  return found
}

/**
 * A proposal of this giver that can still be changed.
 * @throws {DomainError} `not-found` when it is not there, not theirs, or withdrawn; `wrong-state` (`proposal-decided`).
 */
export function ownUndecided(proposals: readonly LockedProposal[], number: number, giver: Giver): LockedProposal {
  const proposal = oneOf(proposals, number)
  if (!isOwn(giver, proposal)) throw new DomainError('not-found')
  if (proposal.decided) throw new DomainError('wrong-state', 'proposal-decided')
  return proposal
}
