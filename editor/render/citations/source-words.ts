import type { CitationAttributes } from '#schemas/document.ts'
import type { CitedItem } from '#schemas/release.ts'
import type { Language } from '#schemas/vocabulary.ts'
import { printable, usableLanguage } from '../characters.ts'
import { dateWords, words } from '../words.ts'
import type { Piece } from './pieces.ts'

/** Where in a source, what it says about the sentence, and the words quoted from it. */
export type Citing = Pick<CitationAttributes, 'locator' | 'support' | 'quote'>

/** All that any style ever says of a confidential source: that it is one, and its date. */
export const confidentialPieces = (item: CitedItem, language: Language): Piece[] => [
  { text: `${words[language].confidential}, ${dateOf(item.published ?? item.accessedOn, language)}` },
]

/** A source that contradicts the sentence, or only gives its context, says so first. */
export function openingOf({ support }: Citing, language: Language): Piece[] {
  const text = words[language]
  if (support === 'contradicts') return [{ text: `${text.contradicts} ` }]
  return support === 'context' ? [{ text: `${text.context} ` }] : []
}

/** The quoted words, in the source's own language; never those of a confidential source: they could give away who it is. */
export const quotedWords = (item: CitedItem, { quote }: Citing): Piece[] =>
  quote?.trim() && !item.confidential
    ? [{ text: ': ' }, { text: `“${printable(quote.trim())}”`, language: usableLanguage(item.language) }]
    : []

export const publisherOf = ({ publisher }: CitedItem): string => printable(publisher.trim())
export const titlePiece = (item: CitedItem): Piece => ({
  text: printable(item.title.trim()),
  language: usableLanguage(item.language),
})
/** The date of publication in words, or that there is none. */
export const dateOf = (date: string | null, language: Language): string =>
  date ? dateWords(date, language) : words[language].undated

/** An address as a link, under its own name or another. Only addresses of the web are ever links, whatever a record holds. */
export function addressPiece({ url }: CitedItem, name?: string): Piece[] {
  if (!url) return []
  const followable = /^https?:\/\/[^\s]+$/i.test(url) ? printable(url) : undefined
  return [{ text: followable && name ? name : printable(url), url: followable }]
}

/** "SOHR" of "Syrian Observatory for Human Rights (SOHR)"; undefined where the name has no abbreviation in brackets. */
export const abbreviationOf = (publisher: string): string | undefined => /\(([\p{Lu}\d][\p{L}\d&-]{1,11})\)/u.exec(publisher)?.[1]

/** Longest short title, in characters. */
const shortLength = 60
/** A title without its subtitle, and of a long one the first words. */
export function shortTitle(title: string): string {
  const whole = title.trim()
  const main = /^(.{8,}?)(?:[:.?!] | [–—-] |;)/u.exec(whole)?.[1] ?? whole
  return main.length <= shortLength ? main : `${main.slice(0, shortLength).replace(/\s+\S*$/, '')} …`
}
