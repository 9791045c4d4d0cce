import type { DocumentNode } from '#schemas/document.ts'
import { inlineTypes } from './read.ts'

/** A paragraph, heading or the like with what stands in its line of text. */
export type TextBlock = {
  type: string
  /** Of the block or of the nearest one around it that has one. */
  id: string | null
  /** Of a paragraph; null of anything else. */
  kind: string | null
  text: string
  /** What rests on something: citations, incidents, notes whose source is still looked for. Places are in `text`. */
  rests: { at: number; node: DocumentNode }[]
}

const restsOn = new Set(['citation', 'incidentMention', 'footnoteToMatch'])
const isRemoved = (node: DocumentNode) => node.marks?.some((mark) => mark.type === 'deletion') ?? false

/** The lines of text in a block, in reading order, as they read once what somebody suggests to delete is gone. */
export function textBlocksOf(block: DocumentNode): TextBlock[] {
  const found: TextBlock[] = []
  const visit = (node: DocumentNode, around: string | null) => {
    const id = typeof node.attrs?.id === 'string' ? node.attrs.id : around
    const content = node.content ?? []
    if (content.some((child) => inlineTypes.has(child.type))) found.push(textBlockOf(node, id))
    else for (const child of content) visit(child, id)
  }
  visit(block, null)
  return found
}

function textBlockOf(node: DocumentNode, id: string | null): TextBlock {
  let text = ''
  const rests: TextBlock['rests'] = []
  for (const child of node.content ?? []) {
    if (isRemoved(child)) continue
    if (child.type === 'text') text += child.text ?? ''
    else if (child.type === 'hardBreak') text += ' '
    else if (restsOn.has(child.type)) rests.push({ at: text.length, node: child })
  }
  const kind = node.type === 'paragraph' ? String(node.attrs?.kind ?? 'fact') : null
  return { type: node.type, id, kind, text, rests }
}

const excerptLength = 80

/** The first words of a text, on one line. */
export function excerptOf(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length <= excerptLength ? line : `${line.slice(0, excerptLength).replace(/\s+\S*$/, '')} …`
}
