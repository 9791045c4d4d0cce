import type { Settings } from 'meilisearch'
import type { SearchDocument } from '../engine.ts'
import { indexTerms, phraseText } from '../language/index-terms.ts'
import { plainWords, type Language } from '../language/language.ts'
import { newestOf } from '../newest.ts'
import { impactsOf } from '../planning/score.ts'

/** A document as Meilisearch holds it. Days are counted since 1970, because its filters compare numbers only. */
export type IndexRecord = {
  id: string
  type: SearchDocument['type']
  country: string
  themes: string[]
  current: boolean
  from: number
  to: number
  newest: number
  /** Stems, compound parts and thesaurus concepts, made by search/language, with the impact of each. */
  terms: string[]
  impacts: number[]
  /** Folded words, for phrases and for finding what a misspelt word may mean. */
  words: string
  document: SearchDocument
}

export function recordOf(language: Language, document: SearchDocument): IndexRecord {
  const { of } = impactsOf(indexTerms(language, document))
  return {
    id: document.id,
    type: document.type,
    country: document.country,
    themes: document.themes,
    current: document.type === 'incident' || document.current,
    from: dayNumber(document.factsFrom),
    to: dayNumber(document.factsTo),
    newest: dayNumber(newestOf(document)),
    terms: [...of.keys()],
    impacts: [...of.values()].map((it) => Math.round(it * 10_000) / 10_000),
    words: plainWords(phraseText(document)),
    document,
  }
}

/** Whole days since 1 January 1970. */
export const dayNumber = (day: string): number => Math.floor(Date.parse(day) / 86_400_000)

const exactOnly = { facetSearch: false, filter: { equality: true, comparison: false } }

export const settings: Settings = {
  searchableAttributes: ['words'],
  filterableAttributes: [
    { attributePatterns: ['id', 'type', 'country', 'themes', 'current', 'terms'], features: exactOnly },
    { attributePatterns: ['from', 'to'], features: { facetSearch: false, filter: { equality: true, comparison: true } } },
  ],
  sortableAttributes: ['newest', 'id'],
  rankingRules: ['sort', 'words', 'typo', 'proximity', 'exactness'],
  // Words and phrases are folded and stemmed before they get here.
  stopWords: [],
  prefixSearch: 'disabled',
  typoTolerance: { enabled: true, minWordSizeForTypos: { oneTypo: 4, twoTypos: 8 } },
  faceting: { maxValuesPerFacet: 300 },
  pagination: { maxTotalHits: 1_000_000 },
}
