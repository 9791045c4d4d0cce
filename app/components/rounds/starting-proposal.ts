import type { ProposalValues } from '#app/services/rounds/receive-proposal.server.ts'
import type { ShownProposal } from './proposal-body.tsx'

/** What the form of a proposal that is changed begins with. */
export const startingProposal = (proposal: ShownProposal): ProposalValues => ({
  kind: proposal.kind,
  questionKey: proposal.questionKey ?? '',
  nodeKey: proposal.nodeKey ?? '',
  wordingNl: proposal.wordingNl,
  wordingEn: proposal.wordingEn,
  questionKind: proposal.questionKind ?? '',
  themes: [...proposal.themes],
  rationale: proposal.rationale,
})
