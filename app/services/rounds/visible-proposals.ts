import type { Actor } from '#app/policies/actor.ts'
import { roleAllows } from '#app/policies/policies.ts'
import type { Proposal } from './read-proposals.server.ts'

/**
 * The proposals a person with an account sees: those inside government all, so that they can join in with one; an external expert those of their own
 * organisation. A withdrawn one is seen only by who gave it.
 */
export function visibleProposals(actor: Actor, proposals: readonly Proposal[]): Proposal[] {
  const all = roleAllows(actor, 'proposal.view-all')
  return proposals.filter((proposal) =>
    proposal.withdrawnAt ? proposal.giverId === actor.id : all || proposal.organisation === actor.organisation,
  )
}
