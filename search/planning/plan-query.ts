import type { Language } from '../language/language.ts'
import { termsWanted, understand, type Understanding } from '../language/understand.ts'
import { mayBeMisspelt } from './spelling.ts'

/** What an engine tells about its index, to weigh and mend a query. */
export type IndexFacts = {
  /** In how many documents each term stands, and how many documents there are. */
  frequencies(terms: readonly string[]): Promise<{ size: number; of: ReadonlyMap<string, number> }>
  /** The indexed word that a misspelt one is most likely to mean. */
  nearest(word: string): Promise<string | undefined>
}

export type Plan = Understanding & {
  /** How telling a term is: rare ones more (the BM25 inverse document frequency). */
  weightOf: (term: string) => number
  /** Nothing was asked: everything matches, newest first. */
  browse: boolean
  /** Something was asked, but in words that nothing can be found by. */
  empty: boolean
}

/** Reads a query, mends words that are nowhere in the index, and weighs each term by how rare it is. */
export async function planQuery(language: Language, query: string, index: IndexFacts): Promise<Plan> {
  let understanding = understand(language, query)
  let frequencies = await index.frequencies(termsWanted(understanding))
  const isUnknown = (terms: readonly string[]) => terms.every((term) => !frequencies.of.get(term))
  const corrections = new Map<string, string>()
  for (const { word, alternatives } of understanding.wanted) {
    if (!word || !mayBeMisspelt(language, word) || !alternatives.every(({ terms }) => isUnknown(terms))) continue
    const nearest = await index.nearest(word)
    if (nearest) corrections.set(word, nearest)
  }
  if (corrections.size > 0) {
    understanding = understand(language, query, corrections)
    frequencies = await index.frequencies(termsWanted(understanding))
  }
  const { size, of } = frequencies
  return {
    ...understanding,
    weightOf: (term) => {
      const count = of.get(term) ?? 0
      return Math.log(1 + (Math.max(size, count) - count + 0.5) / (count + 0.5))
    },
    browse: query.trim() === '',
    empty:
      query.trim() !== '' &&
      understanding.wanted.length + understanding.phrases.length + understanding.excludedTerms.length === 0 &&
      understanding.excludedPhrases.length === 0,
  }
}
