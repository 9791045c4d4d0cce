import type { Proposal } from './read-proposals.server.ts'

/** Proposals that are decided at once: the first, and those taken together with it. */
export type ProposalGroup<P> = { head: P; others: P[] }

type Grouped = Pick<Proposal, 'id' | 'mergedInto' | 'number'>

/** Proposals in their groups, by the number of the first of each. */
export function groupProposals<P extends Grouped>(proposals: readonly P[]): ProposalGroup<P>[] {
  return proposals
    .filter((it) => it.mergedInto === null)
    .map((head) => ({ head, others: proposals.filter((it) => it.mergedInto === head.id) }))
}

/** The group a proposal is in. */
export function groupOf<P extends Grouped>(proposals: readonly P[], proposal: P): ProposalGroup<P> {
  const head = proposals.find((it) => it.id === proposal.mergedInto) ?? proposal
  return { head, others: proposals.filter((it) => it.mergedInto === head.id) }
}
