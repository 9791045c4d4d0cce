import type { ProposalValues } from '#app/services/rounds/receive-proposal.server.ts'
import type { ShownProposal } from './proposal-body.tsx'

/** What the form of a proposal that is changed begins with; of a wording, what it leaves as it is stands there too. */
export const startingProposal = (proposal: ShownProposal): ProposalValues => ({
  kind: proposal.kind,
  questionKey: proposal.questionKey ?? '',
  nodeKey: proposal.nodeKey ?? '',
  wordingNl: proposal.wordingNl || (proposal.kind === 'wording' ? (proposal.questionNl ?? '') : ''),
  wordingEn: proposal.wordingEn || (proposal.kind === 'wording' ? (proposal.questionEn ?? '') : ''),
  questionKind: proposal.questionKind ?? '',
  themes: [...proposal.themes],
  rationale: proposal.rationale,
})
