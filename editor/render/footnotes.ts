import type { CitationAttributes } from '#schemas/document.ts'
import type { CitedItem, ReleaseContent } from '#schemas/release.ts'
import type { CitationStyle, Language } from '#schemas/vocabulary.ts'
import { textOf, type Piece } from './citations/pieces.ts'
import { entryPieces, footnotePieces } from './citations/styles.ts'
import { attribute, element, markup, inLanguage, type Markup } from './markup.ts'
import { compareWords, words } from './words.ts'

/** What a text points to: the public faces of its sources, the incidents and their context cards, by id; and how sources are written. */
export type RenderSources = Pick<ReleaseContent, 'items' | 'incidents' | 'cards' | 'citationStyle'>

export type Footnote = { number: number; text: string; itemId: string; pieces: Piece[]; language: Language; references: number }
/** One place in the text that points to a footnote; `reference` counts the places of that footnote from 1. */
export type FootnoteReference = { note: Footnote; reference: number }
export type Footnotes = {
  /** The number of a citation, new or as before, in the language of the text around it. */
  cite: (citation: CitationAttributes, language: Language) => FootnoteReference
  /** All footnotes so far, in order. */
  list: () => readonly Footnote[]
}

/**
 * One numbering for everything rendered with it. The same place in the same source, for the same purpose, keeps its number. The first footnote
 * about an item has the style's full form, later ones the short form.
 */
export function createFootnotes(sources: RenderSources): Footnotes {
  const notes: Footnote[] = []
  const byKey = new Map<string, Footnote>()
  const firstOf = new Map<string, number>()
  const style = sources.citationStyle
  return {
    cite(citation, language) {
      const { sourceItemId, support } = citation
      const item = sources.items[sourceItemId]
      // Different numbers for different places would tell how often a confidential source is used and where.
      const place = item?.confidential ? [] : [citation.locator.trim(), citation.quote?.trim() ?? '']
      const key = JSON.stringify([sourceItemId, support, language, ...place])
      let note = byKey.get(key)
      if (!note) {
        const pieces = item
          ? footnotePieces(item, citation, { language, style, first: firstOf.get(sourceItemId) })
          : [{ text: words[language].sourceUnknown }]
        note = { number: notes.length + 1, text: textOf(pieces), itemId: sourceItemId, pieces, language, references: 0 }
        byKey.set(key, note)
        if (!firstOf.has(sourceItemId)) firstOf.set(sourceItemId, note.number)
        notes.push(note)
      }
      note.references += 1
      return { note, reference: note.references }
    },
    list: () => notes,
  }
}

/** The footnotes as a list, each with a way back to every place that refers to it. Empty when there are none. */
export function renderFootnotesHtml(footnotes: Footnotes): string {
  const notes = footnotes.list()
  if (notes.length === 0) return ''
  return markup`<ol class="footnote-list">${notes.map(
    (note) => markup`<li id="fn-${note.number}">${piecesHtml(note.pieces)}${backLinks(note)}</li>`,
  )}</ol>`.toString()
}

function backLinks({ number, references, language }: Footnote): Markup[] {
  return Array.from(
    { length: references },
    (_, index) =>
      markup` <a class="fn-back" href="#fnref-${number}-${index + 1}" aria-label="${words[language].backTo(number, index + 1)}">↩${references > 1 && markup`<sup>${index + 1}</sup>`}</a>`,
  )
}

/** The sources as readers of a report expect them: by publisher and title, the confidential ones last, by date. Empty when there are none. */
export function renderBibliographyHtml(items: readonly CitedItem[], language: Language, style?: CitationStyle): string {
  if (items.length === 0) return ''
  return markup`<ul class="bibliography">${bibliographyOf(items, language, style).map((pieces) => markup`<li>${piecesHtml(pieces)}</li>`)}</ul>`.toString()
}

/** The entries of the list of sources, in order. */
export function bibliographyOf(items: readonly CitedItem[], language: Language, style?: CitationStyle): Piece[][] {
  const open = items.filter((item) => !item.confidential)
  const confidential = items.filter((item) => item.confidential)
  const sorted = [
    ...open.sort((a, b) => compareWords(`${a.publisher} ${a.title}`, `${b.publisher} ${b.title}`, language)),
    ...confidential.sort((a, b) => dayOf(a).localeCompare(dayOf(b))),
  ]
  return sorted.map((item) => entryPieces(item, language, style))
}
const dayOf = (item: CitedItem) => item.published ?? item.accessedOn ?? ''

const piecesHtml = (pieces: readonly Piece[]): Markup[] =>
  pieces.map(({ text, language, url }) =>
    url ? element('a', [attribute('href', url), attribute('rel', 'noreferrer')], text) : inLanguage(text, language),
  )
