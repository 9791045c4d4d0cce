import type { Concept } from './data.ts'
import { tokenise, type Token } from './fold.ts'

export type FoundConcept = { concept: Concept; from: number; to: number }
export type FindConcepts = (tokens: readonly Token[]) => FoundConcept[]
type Entry = { concept: Concept; label: string; ambiguous: boolean }

/**
 * Makes the finder of thesaurus concepts in a tokenised text; the longest label wins and labels do not overlap.
 *
 * - Labels of an `umbrella` concept are members, not synonyms: only its preferred label in each language stands for the concept.
 * - An `ambiguous` label counts only as it is written in the list, with a capital that is not just the start of a sentence ("IS", "Van");
 *   written small it is the ordinary word.
 */
export function conceptFinder(concepts: readonly Concept[], stem: (word: string) => string): FindConcepts {
  const entries = new Map<string, Entry[]>()
  /** The most words of a label that begins with this stem: most words of a text begin none. */
  const longest = new Map<string, number>()
  for (const concept of concepts) {
    const { nl, en, abbreviations, transliterations, deprecated = [], umbrella } = concept
    const labels = umbrella
      ? [nl[0], en[0]].filter((it) => it !== undefined)
      : [...nl, ...en, ...abbreviations, ...transliterations, ...deprecated]
    const ambiguous = new Set(concept.ambiguous ?? [])
    for (const label of new Set(labels)) {
      const stems = tokenise(label).map(({ word }) => stem(word))
      if (stems.length === 0) continue
      const key = stems.join(' ')
      longest.set(stems[0]!, Math.max(stems.length, longest.get(stems[0]!) ?? 0))
      const entry = { concept, label, ambiguous: ambiguous.has(label) }
      const same = entries.get(key) ?? []
      if (!same.some((it) => it.concept === concept && it.ambiguous === entry.ambiguous)) entries.set(key, [...same, entry])
    }
  }

  return (tokens) => {
    const found: FoundConcept[] = []
    const stems = tokens.map((token) => stem(token.word))
    for (let from = 0; from < tokens.length; from++) {
      for (let to = Math.min(tokens.length, from + (longest.get(stems[from]!) ?? 0)); to > from; to--) {
        const meant = (entries.get(stems.slice(from, to).join(' ')) ?? []).filter((it) => isMeant(it, tokens.slice(from, to)))
        if (meant.length === 0) continue
        for (const { concept } of meant) found.push({ concept, from, to })
        from = to - 1
        break
      }
    }
    return found
  }
}

/** Two letters are a word too often, listed as ambiguous or not. */
function isMeant({ label, ambiguous }: Entry, tokens: readonly Token[]): boolean {
  if (!ambiguous && label.length > 2) return true
  const written = tokens.map(({ raw }) => raw).join(' ')
  if (written !== label || !/\p{Lu}/u.test(label)) return false
  return /^\p{Lu}[\p{Lu}\d]+$/u.test(label) || !tokens[0]!.opens
}
