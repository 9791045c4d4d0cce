import { paragraphKinds, type CitationSupport, type Language, type ParagraphKind } from '#schemas/vocabulary.ts'
import type { DocumentNode, SectionDocument } from '#schemas/document.ts'
import { printable, stringOf, usableLanguage } from './characters.ts'
import type { FootnoteReference, Footnotes, RenderSources } from './footnotes.ts'
import { inlineTypes } from '../document/read.ts'
import { termOf } from '../glossary/glossary.ts'
import { incidentWords, mentionWords, type IncidentWords } from './incident-words.ts'

/**
 * How a stretch of text looks and sounds; what somebody suggests to put in or take out is told apart. A text that is released holds no suggestions.
 */
export type TextStyle = {
  bold: boolean
  italic: boolean
  language: string | undefined
  change: 'inserted' | 'deleted' | undefined
  /** The glossary's key of a term. */
  term: string | undefined
  /** The threads of comments on these words, as the text was written: only where a draft is read. */
  threads: readonly string[]
}
export type Cell<Block> = { id: string | undefined; header: boolean; colspan: number; rowspan: number; content: Block[] }
export type Row<Block> = { cells: Cell<Block>[] }

/** What a rendition makes of each part of a document. The walker reads the document; a back end only writes. */
export type BackEnd<Block, Inline> = {
  text: (text: string, style: TextStyle) => Inline
  lineBreak: () => Inline
  footnote: (reference: FootnoteReference) => Inline
  paragraph: (content: Inline[], block: { id: string | undefined; kind: ParagraphKind }) => Block
  /** @param depth 0 for the text's own highest headings. */
  heading: (content: Inline[], block: { id: string | undefined; depth: number }) => Block
  list: (items: { id: string | undefined; content: Block[] }[], block: { id: string | undefined; start: number | null }) => Block
  /** @param headerRows how many rows at the top hold only headers. */
  table: (rows: Row<Block>[], block: { id: string | undefined; headerRows: number; caption: string }) => Block
  quotation: (content: Block[], block: { id: string | undefined }) => Block
  /** @param incident undefined when its record or card is missing. */
  incident: (incident: IncidentWords | undefined, block: { id: string | undefined }) => Block
}

export type Walk = { document: SectionDocument; sources: RenderSources; footnotes: Footnotes; language: Language }

/**
 * One walk over a section's text, in reading order, for every rendition. What it does not know it passes on as the text inside it: nothing that
 * was written is left out.
 */
export function walkDocument<Block, Inline>(
  { document, sources, footnotes, language }: Walk,
  backEnd: BackEnd<Block, Inline>,
): Block[] {
  const isInline = (node: DocumentNode): boolean =>
    inlineTypes.has(node.type) || (!node.content?.length && typeof node.text === 'string')

  let depth = -1

  function blocks(nodes: readonly DocumentNode[]): Block[] {
    const made: Block[] = []
    let loose: DocumentNode[] = []
    const gather = () => {
      if (loose.length > 0) made.push(backEnd.paragraph(loose.flatMap(inline), { id: undefined, kind: 'fact' }))
      loose = []
    }
    for (const node of nodes) {
      if (isInline(node)) loose.push(node)
      else {
        gather()
        made.push(...block(node))
      }
    }
    gather()
    return made
  }

  function block(node: DocumentNode): Block[] {
    const id = idOf(node)
    const content = node.content ?? []
    switch (node.type) {
      case 'paragraph':
        return [backEnd.paragraph(content.flatMap(inline), { id, kind: kindOf(node) })]
      case 'heading':
        return [backEnd.heading(content.flatMap(inline), { id, depth: depthOf(node) })]
      case 'bulletList':
        return [backEnd.list(items(content), { id, start: null })]
      case 'orderedList':
        return [backEnd.list(items(content), { id, start: wholeNumber(node.attrs?.start, 1) })]
      case 'blockquote':
        return [backEnd.quotation(blocks(content), { id })]
      case 'table':
        return [table(node, id)]
      case 'incident': {
        const { incidentId, contextCardId } = node.attrs ?? {}
        const found = incidentWords(sources.incidents[String(incidentId)], sources.cards[String(contextCardId)], language)
        return [backEnd.incident(found, { id })]
      }
      default: {
        if (content.length > 0 && content.every(isInline))
          return [backEnd.paragraph(content.flatMap(inline), { id, kind: 'fact' })]
        const own = node.text ? [backEnd.paragraph(inline({ ...node, type: 'text' }), { id, kind: 'fact' })] : []
        return [...own, ...blocks(content)]
      }
    }
  }

  /** Never more than one deeper than the heading before: who listens to headings would look for one that is not there. */
  function depthOf(heading: DocumentNode): number {
    depth = Math.max(0, Math.min(wholeNumber(heading.attrs?.level, 3) - 3, depth + 1))
    return depth
  }

  const items = (nodes: readonly DocumentNode[]) =>
    nodes.map((node) => ({
      id: node.type === 'listItem' ? idOf(node) : undefined,
      content: blocks(node.type === 'listItem' ? (node.content ?? []) : [node]),
    }))

  function table({ attrs, content = [] }: DocumentNode, id: string | undefined): Block {
    const rows = content.map((node): Row<Block> => ({
      cells: (node.type === 'tableRow' ? (node.content ?? []) : [node]).map((cell) => {
        const known = cell.type === 'tableHeader' || cell.type === 'tableCell'
        return {
          id: known ? idOf(cell) : undefined,
          header: cell.type === 'tableHeader',
          colspan: spanOf(cell.attrs?.colspan),
          rowspan: spanOf(cell.attrs?.rowspan),
          content: blocks(known ? (cell.content ?? []) : [cell]),
        }
      }),
    }))
    const body = rows.findIndex((row) => row.cells.some((cell) => !cell.header))
    return backEnd.table(rows, { id, headerRows: body === -1 ? rows.length : body, caption: stringOf(attrs?.caption) })
  }

  function inline(node: DocumentNode): Inline[] {
    if (node.type === 'hardBreak') return [backEnd.lineBreak()]
    if (node.type === 'citation') return [backEnd.footnote(footnotes.cite(citationOf(node), language))]
    if (node.type === 'footnoteToMatch') return [backEnd.text(` [${stringOf(node.attrs?.text)}]`, styleOf(node, language))]
    if (node.type === 'incidentMention') {
      const { incidentId, contextCardId } = node.attrs ?? {}
      const mention = mentionWords(sources.incidents[String(incidentId)], sources.cards[String(contextCardId)], language)
      return [backEnd.text(mention, styleOf(node, language))]
    }
    const own = node.text ? [backEnd.text(printable(node.text), styleOf(node, language))] : []
    return [...own, ...(node.content ?? []).flatMap(inline)]
  }

  return blocks(document.content)
}

const idOf = (node: DocumentNode): string | undefined => {
  const id = node.attrs?.id
  return typeof id === 'string' && /^[A-Za-z][\w-]{0,63}$/.test(id) ? id : undefined
}

function kindOf(node: DocumentNode): ParagraphKind {
  const kind = node.attrs?.kind
  return paragraphKinds.find((known) => known === kind) ?? 'fact'
}

function citationOf({ attrs = {} }: DocumentNode) {
  const known: CitationSupport[] = ['supports', 'contradicts', 'context']
  return {
    sourceItemId: stringOf(attrs.sourceItemId),
    locator: stringOf(attrs.locator),
    support: known.find((support) => support === attrs.support) ?? 'supports',
    quote: stringOf(attrs.quote),
  }
}

function styleOf({ marks = [] }: DocumentNode, around: Language): TextStyle {
  const tag = usableLanguage(marks.find(({ type }) => type === 'language')?.attrs?.lang)
  return {
    bold: marks.some(({ type }) => type === 'bold'),
    italic: marks.some(({ type }) => type === 'italic'),
    language: tag === around ? undefined : tag,
    change: marks.some(({ type }) => type === 'deletion')
      ? 'deleted'
      : marks.some(({ type }) => type === 'insertion')
        ? 'inserted'
        : undefined,
    term: termOf(marks.find(({ type }) => type === 'term')?.attrs?.key)?.key,
    threads: marks.flatMap(({ type, attrs }) => (type === 'comment' ? [stringOf(attrs?.threadId)] : [])),
  }
}

/** A count or level between 0 and 1000 from an attribute that may hold anything. */
const wholeNumber = (value: unknown, fallback: number): number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 1000 ? value : fallback

const spanOf = (value: unknown): number => Math.max(1, Math.min(100, wholeNumber(value, 1)))
