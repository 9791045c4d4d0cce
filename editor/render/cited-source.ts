import type { CitationAttributes } from '#schemas/document.ts'
import type { CitedItem } from '#schemas/release.ts'
import type { Language } from '#schemas/vocabulary.ts'
import { printable, usableLanguage } from './characters.ts'
import { dateWords, words } from './words.ts'

/** Where in a source, what it says about the sentence, and the words quoted from it. */
export type Citing = Pick<CitationAttributes, 'locator' | 'support' | 'quote'>
/** A stretch of a reference: plain, in a language of its own, or an address to follow. */
export type Piece = { text: string; language?: string | undefined; url?: string | undefined }

/**
 * A footnote in the style of Dutch country reports: "Uitgever, Titel, datum (vindplaats), adres, geraadpleegd op 22 november 2026".
 * A source that contradicts the sentence says so first. Of a confidential source there is only that it is one, and its date: a place in it or
 * words from it could give away who it is.
 */
export function footnotePieces(item: CitedItem, { locator, quote, support }: Citing, language: Language): Piece[] {
  const text = words[language]
  const opening =
    support === 'contradicts' ? [{ text: `${text.contradicts} ` }] : support === 'context' ? [{ text: `${text.context} ` }] : []
  const quoted =
    quote?.trim() && !item.confidential ? [{ text: ': ' }, { text: `“${printable(quote.trim())}”`, language: tagOf(item) }] : []
  return [...opening, ...sourcePieces(item, language, locator), ...quoted]
}

/** The same as plain text. */
export const footnoteText = (item: CitedItem, citing: Citing, language: Language): string =>
  textOf(footnotePieces(item, citing, language))

/** A source as a list of sources names it; with a place in it, as a footnote does. */
export function sourcePieces(item: CitedItem, language: Language, locator = ''): Piece[] {
  const text = words[language]
  if (item.confidential) return [{ text: `${text.confidential}, ${dateOf(item.published ?? item.accessedOn, language)}` }]
  const { publisher, title, published, url, accessedOn } = item
  const parts: Piece[][] = [
    publisher.trim() ? [{ text: printable(publisher.trim()) }] : [],
    [{ text: printable(title.trim()), language: tagOf(item) }],
    [{ text: dateOf(published, language) + (locator.trim() ? ` (${printable(locator.trim())})` : '') }],
    url ? [{ text: printable(url), url: followable(url) }] : [],
    accessedOn ? [{ text: text.accessedOn(dateWords(accessedOn, language)) }] : [],
  ]
  return parts.filter((part) => part.length > 0).flatMap((part, index) => (index > 0 ? [{ text: ', ' }, ...part] : part))
}

export const textOf = (pieces: readonly Piece[]): string => pieces.map(({ text }) => text).join('')

const dateOf = (date: string | null, language: Language) => (date ? dateWords(date, language) : words[language].undated)
const tagOf = (item: CitedItem) => usableLanguage(item.language)
/** Only addresses of the web are ever links, whatever a record holds. */
const followable = (url: string) => (/^https?:\/\/[^\s]+$/i.test(url) ? printable(url) : undefined)
