import {
  Bookmark,
  ExternalHyperlink,
  FootnoteReferenceRun,
  HeadingLevel,
  InternalHyperlink,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
  type INumberingOptions,
  type IRunOptions,
  type ParagraphChild,
} from 'docx'
import type { Language } from '#schemas/vocabulary.ts'
import { isRightToLeft, printable } from './characters.ts'
import type { Piece } from './citations/pieces.ts'
import { indentStep, listLevels } from './docx-styles.ts'
import type { IncidentWords, Line } from './incident-words.ts'
import type { BackEnd, Row } from './walk.ts'
import { words } from './words.ts'

/** Where a block stands: how deep in lists, with which bullet or number before it, in which style around it. */
type Place = { depth: number; marker?: { reference: string; level: number } | undefined; style?: string | undefined }
/** Twentieths of a point: an A4 page between its margins. */
const textWidth = 9026
/** A block is written once its place is known. */
export type DocxBlock = (place: Place) => (Paragraph | Table)[]
type Numbering = INumberingOptions['config'][number]

const headingLevels = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
] as const
/** Word's heading style of a depth from 0. */
export const headingLevel = (depth: number) => headingLevels[Math.min(depth, headingLevels.length - 1)]!

/** A stretch of text. What XML cannot hold is shown as �. */
export const run = (text: string, options: Omit<IRunOptions, 'text' | 'children'> = {}, language?: string): TextRun =>
  new TextRun({
    ...options,
    text: printable(text),
    ...(language && {
      language: isRightToLeft(language) ? { bidirectional: language } : { value: language },
      rightToLeft: isRightToLeft(language),
    }),
  })

/** A reference to a source: its words, title in its own language, address as a link. */
export const pieceRuns = (pieces: readonly Piece[]): ParagraphChild[] =>
  pieces.map(({ text, language, url }) =>
    url ? new ExternalHyperlink({ link: url, children: [run(text, { style: 'Hyperlink' })] }) : run(text, {}, language),
  )

/** A bookmark's name in Word: at most 40 letters, digits and underscores. */
export const bookmarkName = (anchor: string): string => anchor.replace(/\W/g, '_').slice(0, 40)
/** A place to point to, at the beginning of what follows. */
const anchorOf = (id: string | undefined): ParagraphChild[] => (id ? [new Bookmark({ id: bookmarkName(id), children: [] })] : [])

/**
 * Writes a section's text for Word. Footnotes are Word's own at their first place; a place that repeats one shows its number and links to it,
 * as Word cannot refer to a footnote twice.
 * @param depth of the section's own title, from 0. @param numbering gets the lists' levels.
 */
export function docxBackEnd(depth: number, language: Language, numbering: Numbering[]): BackEnd<DocxBlock, ParagraphChild[]> {
  const text = words[language]
  const paragraph = (children: ParagraphChild[], place: Place, style?: string) =>
    new Paragraph({
      children,
      ...((style ?? place.style) && { style: style ?? place.style }),
      ...(place.marker ? { numbering: place.marker } : place.depth > 0 && { indent: { left: indentStep * place.depth } }),
    })
  const styles = { fact: undefined, synthesis: 'Synthesis', gap: 'Gap', quote: 'Quotation' } as const

  return {
    text: (content, { bold, italic, language: own, change }) => [
      run(
        content,
        { bold, italics: italic, ...(change === 'deleted' && { strike: true }), ...(change === 'inserted' && { underline: {} }) },
        own,
      ),
    ],
    lineBreak: () => [new TextRun({ break: 1 })],
    footnote: ({ note: { number }, reference }) =>
      reference === 1
        ? [new Bookmark({ id: `fn_${number}`, children: [new FootnoteReferenceRun(number)] })]
        : [new InternalHyperlink({ anchor: `fn_${number}`, children: [run(String(number), { superScript: true })] })],
    paragraph:
      (content, { id, kind }) =>
      (place) => {
        const label = kind === 'fact' ? [] : [run(`${text.blockLabel[kind]}: `, { bold: true, italics: false })]
        return [paragraph([...anchorOf(id), ...label, ...content.flat()], place, styles[kind])]
      },
    heading:
      (content, { id, depth: below }) =>
      () => [new Paragraph({ heading: headingLevel(depth + 1 + below), children: [...anchorOf(id), ...content.flat()] })],
    list: (items, { id, start }) => {
      const reference = start === null ? 'bullets' : `numbers-${numbering.length}`
      if (!numbering.some((known) => known.reference === reference)) numbering.push({ reference, levels: listLevels(start) })
      return ({ depth, style }) => {
        const marker = { reference, level: Math.min(depth, 8) }
        const written = items.flatMap((item) => {
          const blocks =
            item.content.length > 0 ? item.content : [() => [paragraph(anchorOf(item.id), { depth: depth + 1, marker })]]
          return blocks.flatMap((block, index) => block({ depth: depth + 1, style, marker: index === 0 ? marker : undefined }))
        })
        return id ? [anchorParagraph(id), ...written] : written
      }
    },
    table:
      (rows, { id, headerRows, caption }) =>
      () => [
        ...(caption ? [new Paragraph({ style: 'CellHead', keepNext: true, children: [run(caption)] })] : []),
        ...tableOf(rows, headerRows, id),
      ],
    quotation:
      (content, { id }) =>
      (place) => [...(id ? [anchorParagraph(id)] : []), ...content.flatMap((block) => block({ ...place, style: 'Quotation' }))],
    incident:
      (incident, { id }) =>
      () =>
        incidentOf(incident, anchorOf(id), text.incidentUnknown),
  }
}

/** A place to point to before something that cannot carry one itself; it takes no room. */
const anchorParagraph = (id: string) =>
  new Paragraph({ children: anchorOf(id), spacing: { before: 0, after: 0, line: 20, lineRule: 'exact' }, keepNext: true })

function tableOf(rows: readonly Row<DocxBlock>[], headerRows: number, id: string | undefined): (Paragraph | Table)[] {
  const written = rows.flatMap(({ cells }, index) => {
    // Word refuses a row without cells.
    if (cells.length === 0) return []
    const children = cells.map(({ header, colspan, rowspan, content }) => {
      const blocks = content.flatMap((block) => block({ depth: 0, style: header ? 'CellHead' : 'Cell' }))
      // A cell ends in a paragraph, whatever is in it.
      const closing = blocks.at(-1) instanceof Paragraph ? [] : [new Paragraph({ style: 'Cell' })]
      return new TableCell({
        children: [...blocks, ...closing],
        columnSpan: Math.max(1, Math.min(colspan, 63)),
        rowSpan: Math.max(1, Math.min(rowspan, rows.length - index)),
        margins: { top: 60, bottom: 60, left: 100, right: 100 },
      })
    })
    return [new TableRow({ children, tableHeader: index < headerRows, cantSplit: true })]
  })
  const anchor = id ? [anchorParagraph(id)] : []
  if (written.length === 0) return anchor
  const columns = Math.max(
    ...rows.map(({ cells }) => cells.reduce((sum, { colspan }) => sum + Math.max(1, Math.min(colspan, 63)), 0)),
  )
  const columnWidths = Array.from({ length: columns }, () => Math.floor(textWidth / columns))
  return [
    ...anchor,
    new Table({ rows: written, columnWidths, width: { size: 100, type: WidthType.PERCENTAGE } }),
    new Paragraph({ children: [] }),
  ]
}

function incidentOf(incident: IncidentWords | undefined, anchor: ParagraphChild[], unknown: string): Paragraph[] {
  if (!incident) return [new Paragraph({ style: 'Incident', children: [...anchor, run(unknown)] })]
  const line = ({ label, text, language }: Line) =>
    new Paragraph({
      style: 'Incident',
      children: [...(label ? [run(`${label}: `, { bold: true })] : []), run(text, {}, language)],
    })
  const { title, record, summary, context } = incident
  return [
    new Paragraph({ style: 'Incident', keepNext: true, children: [...anchor, run(title, { bold: true })] }),
    ...[...record, ...(summary ? [summary] : []), ...context].map(line),
  ]
}
