import {
  AlignmentType,
  Bookmark,
  Document,
  Footer,
  Header,
  HeadingLevel,
  InternalHyperlink,
  Packer,
  PageNumber,
  Paragraph,
  type Table,
  TextRun,
  type INumberingOptions,
} from 'docx'
import type { Printed } from './printed.ts'
import { printable } from './characters.ts'
import { bookmarkName, docxBackEnd, headingLevel, pieceRuns, run } from './docx-blocks.ts'
import { docxStyles, indentStep } from './docx-styles.ts'
import { bibliographyOf, createFootnotes, type Footnotes } from './footnotes.ts'
import { outlineOf, type Entry } from './outline.ts'
import { releaseFacts, sectionDates, type RenderOptions } from './release-facts.ts'
import { walkDocument } from './walk.ts'
import { words } from './words.ts'

/**
 * A whole release as a Word document: real heading styles with the report's own numbers, Word footnotes, tables with repeated header rows. The
 * contents are links and not a field, so that they are there in every program without a question about updating.
 */
export async function renderDocx(content: Printed, options: RenderOptions = {}): Promise<Buffer> {
  const { language, title, notice, number } = content
  const text = words[language]
  const footnotes = createFootnotes(content)
  const numbering: INumberingOptions['config'][number][] = []
  const outline = outlineOf(content)
  const body = outline.flatMap((entry) => entryOf(entry, content, footnotes, numbering))
  const sources = bibliographyOf(Object.values(content.items), language, content.citationStyle).map(
    (pieces) => new Paragraph({ children: pieceRuns(pieces), indent: { left: indentStep, hanging: indentStep } }),
  )
  const document = new Document({
    title: printable(title),
    subject: printable(number),
    description: printable(notice ?? ''),
    creator: 'Herkomst',
    lastModifiedBy: 'Herkomst',
    styles: docxStyles(text.languageTag) ?? {},
    numbering: { config: numbering },
    // After the body: only then are the footnotes known.
    footnotes: Object.fromEntries(
      footnotes.list().map((note) => [note.number, { children: [new Paragraph({ children: pieceRuns(note.pieces) })] }]),
    ),
    sections: [
      {
        headers: { default: new Header({ children: [headerOf(content)] }) },
        footers: { default: new Footer({ children: [footerOf(content)] }) },
        children: [
          ...cover(content, options),
          ...contents(outline, text.contents, sources.length > 0 ? text.bibliography : null),
          ...body,
          ...(sources.length > 0
            ? [
                new Paragraph({
                  heading: HeadingLevel.HEADING_1,
                  children: [new Bookmark({ id: 'bibliography', children: [run(text.bibliography)] })],
                }),
                ...sources,
              ]
            : []),
        ],
      },
    ],
  })
  return Packer.toBuffer(document)
}

/** On every page: whoever finds one page must see what it is. */
const headerOf = ({ notice, title }: Printed): Paragraph =>
  new Paragraph({ style: 'Dates', children: notice ? [run(notice, { bold: true }), run(` · ${title}`)] : [run(title)] })

function footerOf({ language, number }: Printed): Paragraph {
  const [before = '', between = '', after = ''] = words[language].page('|', '|').split('|')
  return new Paragraph({
    style: 'Dates',
    alignment: AlignmentType.RIGHT,
    children: [
      run(`${number} · `),
      new TextRun({ children: [before, PageNumber.CURRENT, between, PageNumber.TOTAL_PAGES, after] }),
    ],
  })
}

function cover(content: Printed, options: RenderOptions): Paragraph[] {
  const { kind, title, notice, language } = content
  return [
    new Paragraph({ style: 'Facts', children: [run(content.kicker ?? words[language].reportKind[kind])] }),
    new Paragraph({ heading: HeadingLevel.TITLE, children: [run(title)] }),
    ...(notice ? [new Paragraph({ style: 'Notice', children: [run(notice)] })] : []),
    ...releaseFacts(content, options).map(
      ({ label, text }) => new Paragraph({ style: 'Facts', children: [run(`${label}: `, { bold: true }), run(text)] }),
    ),
  ]
}

function contents(outline: readonly Entry[], title: string, bibliography: string | null): Paragraph[] {
  const line = (anchor: string, words: string, depth: number) =>
    new Paragraph({
      style: 'Facts',
      indent: { left: indentStep * Math.min(depth, 4) },
      spacing: { after: 40 },
      children: [new InternalHyperlink({ anchor: bookmarkName(anchor), children: [run(words, { style: 'Hyperlink' })] })],
    })
  return [
    new Paragraph({ style: 'Facts', pageBreakBefore: true, children: [run(title, { bold: true, size: 32 })] }),
    ...outline.map(({ anchor, number, title, depth }) => line(anchor, `${number} ${title}`.trim(), depth)),
    ...(bibliography ? [line('bibliography', bibliography, 0)] : []),
  ]
}

function entryOf(
  { number, title, depth, anchor, section }: Entry,
  content: Printed,
  footnotes: Footnotes,
  numbering: INumberingOptions['config'][number][],
): (Paragraph | Table)[] {
  const { language } = content
  const heading = new Paragraph({
    heading: headingLevel(depth),
    pageBreakBefore: depth === 0,
    children: [new Bookmark({ id: bookmarkName(anchor), children: [run(`${number} ${title}`.trim())] })],
  })
  if (!section) return [heading]
  const { document, questions } = section
  const dates = sectionDates(section, content)
  const asked = questions.length > 0 ? [new Paragraph({ style: 'Dates', children: [run(words[language].questions)] })] : []
  const backEnd = docxBackEnd(depth, language, numbering)
  return [
    heading,
    ...(dates ? [new Paragraph({ style: 'Dates', children: [run(dates)] })] : []),
    ...asked,
    ...questions.map(
      ({ wording }) => new Paragraph({ style: 'Question', indent: { left: indentStep }, children: [run(wording)] }),
    ),
    ...walkDocument({ document, sources: content, footnotes, language }, backEnd).flatMap((block) => block({ depth: 0 })),
  ]
}
