import type { CitedItem } from '#schemas/release.ts'
import { printable } from '../characters.ts'
import { dateWords, words } from '../words.ts'
import { commaSeparated, type Piece } from './pieces.ts'
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
  type Citing,
} from './source-words.ts'
import type { CitationRules } from './rules.ts'

/**
 * A style like that of the European Union Agency for Asylum. At first mention "HRW, Title, 15 January 2026, url, p. 3", the word "url" being the
 * link; after that "HRW, Short title, 15 January 2026, p. 7". The list of sources has the whole name after the abbreviation, the address and the
 * day it was consulted.
 */
export const euaa: CitationRules = {
  full: (item, citing, language) => [
    ...openingOf(citing, language),
    ...(item.confidential
      ? confidentialPieces(item, language)
      : commaSeparated([
          nameOf(item),
          [titlePiece(item)],
          [{ text: dateOf(item.published, language) }],
          addressPiece(item, 'url'),
          placeOf(citing),
        ])),
    ...quotedWords(item, citing),
  ],
  short: (item, citing, language) => {
    const { text, language: tag } = titlePiece(item)
    return [
      ...openingOf(citing, language),
      ...commaSeparated([
        nameOf(item),
        [{ text: shortTitle(text), language: tag }],
        [{ text: dateOf(item.published, language) }],
        placeOf(citing),
      ]),
      ...quotedWords(item, citing),
    ]
  },
  entry: (item, language) => {
    if (item.confidential) return confidentialPieces(item, language)
    const publisher = publisherOf(item)
    const abbreviation = abbreviationOf(publisher)
    const whole = abbreviation ? publisher.replace(` (${abbreviation})`, '') : publisher
    const name = abbreviation ? `${abbreviation} (${whole})` : whole
    return commaSeparated([
      name ? [{ text: name }] : [],
      [titlePiece(item)],
      [{ text: dateOf(item.published, language) }],
      addressPiece(item),
      item.accessedOn ? [{ text: words[language].accessedOn(dateWords(item.accessedOn, language)) }] : [],
    ])
  },
}

function nameOf(item: CitedItem): Piece[] {
  const publisher = publisherOf(item)
  return publisher ? [{ text: abbreviationOf(publisher) ?? publisher }] : []
}
const placeOf = ({ locator }: Citing): Piece[] => (locator.trim() ? [{ text: printable(locator.trim()) }] : [])
