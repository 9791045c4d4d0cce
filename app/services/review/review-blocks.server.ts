import type { CheckContext } from '#editor/checks/check.ts'
import { onlyConfidential } from '#editor/checks/only-confidential.ts'
import { blockText, nodesOf } from '#editor/document/schema.ts'
import { createFootnotes, renderFootnotesHtml } from '#editor/render/footnotes.ts'
import { renderSectionHtml } from '#editor/render/html.ts'
import type { CommentThread } from '../comments/read-threads.server.ts'
import { threadsOn } from '../comments/threads-on.ts'
import { termHref } from '../glossary/term-href.ts'
import type { DocumentNode, SectionDocument } from '#schemas/document.ts'
import type { ReleaseContent } from '#schemas/release.ts'
import type { Language } from '#schemas/vocabulary.ts'

type Sources = Pick<ReleaseContent, 'items' | 'incidents' | 'cards'>

/** One block of the text, on its own so that a remark can be put beside it. */
export type ReviewBlock = {
  /** Null for a block that was stored without one; then nothing can point to it. */
  id: string | null
  kind: 'text' | 'incident'
  html: string
  /** Its first words: what a remark about it quotes. */
  quote: string
  /** Whether a paragraph of it rests only on one confidential source. */
  onlyConfidential: boolean
  /** Ids of the blocks inside it, its own included: a remark about a cell belongs to its table. */
  ids: string[]
}

/** Longest quotation a remark starts with, in characters. */
const quoteLength = 280

/** A text as HTML, block by block, with its notes numbered through; the words that threads are about lead to them. */
export function reviewBlocks({
  document,
  sources,
  language,
  threads,
}: {
  document: SectionDocument
  sources: Sources
  language: Language
  /** What words of it may carry a mark of. */
  threads: readonly CommentThread[]
}) {
  const threadOn = threadsOn(threads, language)
  const context: CheckContext = {
    language,
    isConfidential: (itemId) => sources.items[itemId]?.confidential === true,
    hasContext: () => true,
  }
  const footnotes = createFootnotes({ ...sources, citationStyle: 'dutch-report' })
  const blocks = document.content.map((block): ReviewBlock => {
    const id = idOf(block)
    return {
      id,
      kind: block.type === 'incident' ? 'incident' : 'text',
      html: renderSectionHtml({
        document: { type: 'doc', content: [block] },
        ...{ sources, footnotes, headingLevel: 3, language, termHref, threadOn },
      }),
      quote: block.type === 'incident' ? incidentWords(block, sources) : shortened(blockText(block)),
      onlyConfidential: onlyConfidential.find({ type: 'doc', content: [block] }, context).length > 0,
      ids: [block, ...nodesOf(block)].flatMap((node) => idOf(node) ?? []),
    }
  })
  return { blocks, notes: renderFootnotesHtml(footnotes) }
}

const idOf = (node: DocumentNode): string | null => (typeof node.attrs?.id === 'string' ? node.attrs.id : null)

function incidentWords(block: DocumentNode, { incidents }: Sources): string {
  const incident = incidents[String(block.attrs?.incidentId)]
  return incident ? [incident.startedOn, incident.place ?? incident.admin1 ?? incident.country].join(' ') : ''
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length <= quoteLength ? line : `${line.slice(0, quoteLength).replace(/\s+\S*$/, '')} …`
}
