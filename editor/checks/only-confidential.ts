import { CitationAttributes, type DocumentNode, type SectionDocument } from '#schemas/document.ts'
import { blockText } from '../document/read.ts'

/** A paragraph that rests on one confidential source and nothing else. */
export type RestsOnOneConfidential = {
  /** Of the paragraph, or of the block around it; null where neither was stored with one. */
  blockId: string | null
  /** Its first words. */
  excerpt: string
}

const inline = new Set(['text', 'hardBreak', 'citation'])
const excerptLength = 80

/**
 * The paragraphs that rest only on one confidential source (docs/architecture.md, decision 7): all that supports them is one item, and nobody outside can
 * check it. Sources that contradict or give context are no support. Who writes and who reviews must see it; it is no error: sometimes there is no other.
 */
export function restingOnOneConfidential(
  document: SectionDocument,
  isConfidential: (sourceItemId: string) => boolean,
): RestsOnOneConfidential[] {
  const found: RestsOnOneConfidential[] = []
  const visit = (node: DocumentNode, around: string | null) => {
    const id = typeof node.attrs?.id === 'string' ? node.attrs.id : around
    const content = node.content ?? []
    const [only, ...others] = new Set(content.flatMap(supportOf))
    if (only !== undefined && others.length === 0 && isConfidential(only))
      found.push({ blockId: id, excerpt: excerptOf(content) })
    for (const child of content) if (!inline.has(child.type)) visit(child, id)
  }
  for (const block of document.content) visit(block, null)
  return found
}

function supportOf(node: DocumentNode): string[] {
  const citation = node.type === 'citation' ? CitationAttributes.safeParse(node.attrs).data : undefined
  return citation?.support === 'supports' ? [citation.sourceItemId] : []
}

function excerptOf(content: readonly DocumentNode[]): string {
  const text = content.map(blockText).join('').replace(/\s+/g, ' ').trim()
  return text.length <= excerptLength ? text : `${text.slice(0, excerptLength).replace(/\s+\S*$/, '')} …`
}
