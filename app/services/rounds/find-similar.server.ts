import { likenessFinder, type Shared } from '#search/language/likeness.ts'
import { loadLanguage } from '#search/language/language.ts'
import type { Language } from '#schemas/vocabulary.ts'
import type { Proposal } from './read-proposals.server.ts'
import type { NumberedQuestion } from './subject-tree.ts'

/** Something that may ask the same as a proposal, and why it is shown: it is about the same question, or shares these words. */
export type Similar =
  | { kind: 'question'; question: NumberedQuestion; same: boolean; shared: Shared[] }
  | { kind: 'proposal'; proposal: Proposal; same: boolean; shared: Shared[] }

/** How many are shown beside a proposal: enough to see a double, few enough to read. */
const most = 5

/**
 * What stands beside a group of proposals so that a person can see doubles: the question they are about, other proposals about it, and questions and
 * proposals that share words with them (search/language/likeness.ts). Nothing is merged by itself.
 * @param group the proposals, which are not found themselves. @param proposals those of the round that were not withdrawn.
 */
export async function findSimilar(
  group: readonly Proposal[],
  proposals: readonly Proposal[],
  questions: readonly NumberedQuestion[],
  shownIn: Language,
): Promise<{ questions: Extract<Similar, { kind: 'question' }>[]; proposals: Extract<Similar, { kind: 'proposal' }>[] }> {
  const others = proposals.filter((proposal) => !group.some((it) => it.id === proposal.id))
  const keys = new Set(group.flatMap((it) => it.questionKey ?? []))
  const language = await loadLanguage()
  type Item = { key: string; wording: { nl: string; en: string } }
  const items: Item[] = [
    ...questions.map((it) => ({ key: `q ${it.key}`, wording: { nl: it.wordingNl, en: it.wordingEn } })),
    ...others.map((it) => ({ key: `p ${it.id}`, wording: saidBy(it) })),
  ]
  const find = likenessFinder(
    language,
    items.map(({ key, wording }) => ({ item: key, wording })),
    shownIn,
  )
  const shared = new Map<string, Shared[]>()
  for (const proposal of group) {
    for (const found of find(saidBy(proposal))) if (!shared.has(found.item)) shared.set(found.item, found.shared)
  }
  const order = [...shared.keys()]
  const rank = (key: string, same: boolean) => (same ? -1 : order.includes(key) ? order.indexOf(key) : order.length)
  const pickBest = <T>(all: readonly T[], keyOf: (it: T) => string, isSame: (it: T) => boolean) =>
    all
      .map((it) => ({ it, same: isSame(it), shared: shared.get(keyOf(it)) ?? [], at: rank(keyOf(it), isSame(it)) }))
      .filter(({ same, shared: words }) => same || words.length > 0)
      .sort((a, b) => a.at - b.at)
      .slice(0, most)
  return {
    questions: pickBest(
      questions,
      (it) => `q ${it.key}`,
      (it) => keys.has(it.key),
    ).map(({ it, same, shared: words }) => ({ kind: 'question', question: it, same, shared: words })),
    proposals: pickBest(
      others,
      (it) => `p ${it.id}`,
      (it) => it.questionKey !== null && keys.has(it.questionKey),
    ).map(({ it, same, shared: words }) => ({ kind: 'proposal', proposal: it, same, shared: words })),
  }
}

/** What a proposal wants asked; of one that asks nothing new what it says about the question. */
const saidBy = (proposal: Proposal): { nl: string; en: string } =>
  proposal.wordingNl || proposal.wordingEn
    ? { nl: proposal.wordingNl, en: proposal.wordingEn }
    : { nl: `${proposal.questionNl ?? ''} ${proposal.rationale}`.trim(), en: proposal.questionEn ?? '' }
