import type { SearchDocument } from '../engine.ts'
import { indexTerms, phraseText, type Occurrence } from '../language/index-terms.ts'
import { newestOf } from '../newest.ts'
import { plainWords, type Language } from '../language/language.ts'

/** PostgreSQL's own bounds on positions in a tsvector. */
const lastPosition = 16_383
const mostPositions = 255

/** A document as a row of search.document. */
export const rowOf = (language: Language, document: SearchDocument) => ({
  id: document.id,
  type: document.type,
  country: document.country,
  themes: document.themes,
  current: document.type === 'incident' || document.current,
  facts_from: document.factsFrom,
  facts_to: document.factsTo,
  newest: newestOf(document),
  terms: vectorOf(indexTerms(language, document)),
  words: plainWords(phraseText(document)),
  document,
})

/** The text form of a tsvector. Terms are letters, digits, `@`, `-` and `_` only, so that quoting is enough. */
export function vectorOf(occurrences: readonly Occurrence[]): string {
  const positions = new Map<string, string[]>()
  occurrences.forEach(({ term, weight }, index) => {
    const places = positions.get(term) ?? []
    if (places.length < mostPositions) places.push(`${Math.min(index + 1, lastPosition)}${weight}`)
    positions.set(term, places)
  })
  return [...positions].map(([term, places]) => `${lexeme(term)}:${places.join(',')}`).join(' ')
}

/** A quoted lexeme, for the text form of a tsvector or tsquery. */
export const lexeme = (term: string): string => `'${term.replace(/[\\']/g, '')}'`
