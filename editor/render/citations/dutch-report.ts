import { printable } from '../characters.ts'
import { dateWords, words } from '../words.ts'
import { commaSeparated } from './pieces.ts'
import {
  abbreviationOf,
  addressPiece,
  confidentialPieces,
  dateOf,
  openingOf,
  publisherOf,
  quotedWords,
  shortTitle,
  titlePiece,
} from './source-words.ts'
import type { CitationRules } from './rules.ts'

/**
 * The style of Dutch country reports. At first mention "Uitgever, Titel, datum (vindplaats), adres, geraadpleegd op 22 november 2026"; after that
 * "Uitgever, Korte titel (vindplaats), zie noot 3".
 */
export const dutchReport: CitationRules = {
  full: (item, citing, language) => [
    ...openingOf(citing, language),
    ...(item.confidential ? confidentialPieces(item, language) : entry(item, language, citing.locator)),
    ...quotedWords(item, citing),
  ],
  short: (item, citing, language, first) => {
    const publisher = publisherOf(item)
    const name = abbreviationOf(publisher) ?? publisher
    const { text, language: tag } = titlePiece(item)
    return [
      ...openingOf(citing, language),
      ...commaSeparated([
        name ? [{ text: name }] : [],
        [{ text: shortTitle(text), language: tag }, ...(citing.locator.trim() ? [{ text: inBrackets(citing.locator) }] : [])],
        [{ text: words[language].seeNote(first) }],
      ]),
      ...quotedWords(item, citing),
    ]
  },
  entry: (item, language) => (item.confidential ? confidentialPieces(item, language) : entry(item, language)),
}

const inBrackets = (locator: string) => ` (${printable(locator.trim())})`

function entry(item: Parameters<CitationRules['entry']>[0], language: Parameters<CitationRules['entry']>[1], locator = '') {
  const publisher = publisherOf(item)
  const { accessedOn, published } = item
  return commaSeparated([
    publisher ? [{ text: publisher }] : [],
    [titlePiece(item)],
    [{ text: dateOf(published, language) + (locator.trim() ? inBrackets(locator) : '') }],
    addressPiece(item),
    accessedOn ? [{ text: words[language].accessedOn(dateWords(accessedOn, language)) }] : [],
  ])
}
