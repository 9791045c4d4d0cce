import type { SearchDocument } from '../engine.ts'
import { tokenise } from './fold.ts'
import { conceptTerm, partTerms, wordTerms, type Language } from './language.ts'

/** How much a place counts, A most: the text, its headings and places, what was derived from it, the questions it answers. */
export type Weight = 'A' | 'B' | 'C' | 'D'
export type Occurrence = { term: string; weight: Weight }
/** Both engines weigh with these. */
export const weights: Record<Weight, number> = { A: 1, B: 0.7, C: 0.4, D: 0.25 }
/** A passage is a paragraph; what is longer than a chapter is not looked at to its end. */
const mostWords = 20_000

/** Everything a document can be found by, in order: stems, parts of compounds, thesaurus concepts. */
export function indexTerms(language: Language, document: SearchDocument): Occurrence[] {
  return fieldsOf(document).flatMap(([weight, text]) => termsOf(language, text, weight))
}

/** The words of a document as they are written, folded: what a misspelt query word is compared with. */
export function vocabularyOf(document: SearchDocument): string[] {
  const words = fieldsOf(document).flatMap(([, text]) => tokenise(text).map(({ word }) => word))
  return [...new Set(words)].filter((word) => word.length >= 4 && !/\d/.test(word))
}

/** All text of a document that a phrase can be found in. */
export const phraseText = (document: SearchDocument): string =>
  fieldsOf(document)
    .map(([, text]) => text)
    .join('\n')

function fieldsOf(document: SearchDocument): [Weight, string][] {
  if (document.type === 'passage') {
    return [
      ['A', document.text],
      ['B', document.breadcrumb.join('\n')],
      ['D', document.questions.join('\n')],
    ]
  }
  const { text, place, admin1, admin2, actors } = document
  return [
    ['A', text],
    ['B', [place, admin2, admin1, ...actors].filter(Boolean).join('\n')],
  ]
}

function termsOf(language: Language, text: string, weight: Weight): Occurrence[] {
  const tokens = tokenise(text).slice(0, mostWords)
  const derived: Weight = weight === 'D' ? 'D' : 'C'
  const found: Occurrence[] = []
  for (const token of tokens) {
    if (language.isStopWord(token)) continue
    for (const term of wordTerms(language, token.word)) found.push({ term, weight })
    for (const term of partTerms(language, token.word)) found.push({ term, weight: derived })
  }
  for (const { concept } of language.concepts(tokens)) {
    found.push({ term: conceptTerm(concept.key), weight })
    if (concept.broader) found.push({ term: conceptTerm(concept.broader), weight: 'D' })
  }
  return found
}
