import { ProposalKind } from '#schemas/vocabulary.ts'
import type { ProposalValues } from './receive-proposal.server.ts'
import { questionsOf, type SubjectChapter } from './subject-tree.ts'

/** What the form of a new proposal begins with, from its address: `kind`, and the `question` or the `section` it is about. */
export function startOfProposal(
  query: URLSearchParams,
  chapters: readonly SubjectChapter[],
): ProposalValues & { kind: ProposalKind } {
  const kind = ProposalKind.safeParse(query.get('kind')).data ?? 'remark'
  const question = questionsOf(chapters).find((it) => it.key === query.get('question'))
  const reworded = kind === 'wording' ? question : undefined
  return {
    kind,
    questionKey: query.get('question') ?? '',
    nodeKey: query.get('section') ?? '',
    wordingNl: reworded?.wordingNl ?? '',
    wordingEn: reworded?.wordingEn ?? '',
    themes: [],
  }
}
