import { keepLanguages, plainWords } from './inline.ts'
import { leaveOut, type LeftOut } from './leave-out.ts'
import { nestLists, wordLists } from './lists.ts'
import { placeLinks, placeNotes } from './notes.ts'
import { originOf, type Origin } from './origin.ts'
import { plainStructure } from './structure.ts'

/** What became of a text from elsewhere. */
export type Cleaned = {
  origin: Origin
  /** Footnotes that came along, and links: all of them notes whose source is to be matched. */
  notes: number
  links: number
  /** Of the notes, those of which only the sign was copied. */
  notesWithoutText: number
  leftOut: LeftOut
}

const kept: Record<string, readonly string[]> = {
  table: ['data-caption'],
  td: ['colspan', 'rowspan'],
  th: ['colspan', 'rowspan'],
  ol: ['start'],
  span: ['data-footnote-to-match', 'lang'],
}

/**
 * Makes of a page from Word, LibreOffice, Google Docs, the web or a converter what a section can hold: structure and words stay, dress goes, notes
 * and links become notes to match at their place. Changes the document itself; headings keep their levels (`fitHeadings` comes after).
 * @param language of the section: words in it are not marked as foreign.
 */
export function cleanHtml(document: Document, language: string): Cleaned {
  const { body } = document
  const origin = originOf(document)
  wordLists(body)
  const leftOut = leaveOut(body)
  const { notes, withoutText } = placeNotes(body)
  plainWords(body)
  const links = placeLinks(body)
  nestLists(body)
  plainStructure(body)
  keepLanguages(body, language)
  stripAttributes(body)
  return { origin, notes, links, notesWithoutText: withoutText, leftOut }
}

/** Nothing of another program stays on an element, such as what would make it one of our own nodes. */
export function stripAttributes(body: Element): void {
  for (const element of body.querySelectorAll('*'))
    for (const name of element.getAttributeNames()) if (!kept[element.localName]?.includes(name)) element.removeAttribute(name)
  plainSigns(body)
}

/** Signs that are there for layout only: hard spaces, soft hyphens, marks of no width. */
function plainSigns(body: Element): void {
  const walker = body.ownerDocument.createTreeWalker(body, 4)
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    const plain = node.data.replace(/[\u00AD\u200B\uFEFF]/g, '').replace(/\u00A0/g, ' ')
    if (plain !== node.data) node.data = plain
  }
}
