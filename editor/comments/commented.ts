import type { Node } from '@tiptap/pm/model'
import type { DocumentNode, SectionDocument } from '#schemas/document.ts'

/** Words a thread is about: where they are, and the block they begin in. */
export type Commented = { threadId: string; from: number; to: number; blockId: string | null }

const threadsOf = (node: Node): string[] =>
  node.marks.filter(({ type }) => type.name === 'comment').map(({ attrs }) => String(attrs.threadId))

/** The words of a text that carry a thread, one entry a thread, in the order they begin. */
export function commentedIn(doc: Node): Commented[] {
  const found = new Map<string, Commented>()
  let blockId: string | null = null
  doc.descendants((node, pos) => {
    if (typeof node.attrs.id === 'string') blockId = node.attrs.id
    for (const threadId of threadsOf(node)) {
      const before = found.get(threadId)
      found.set(
        threadId,
        before ? { ...before, to: pos + node.nodeSize } : { threadId, from: pos, to: pos + node.nodeSize, blockId },
      )
    }
  })
  return [...found.values()]
}

/** The same of a text as it is stored: each thread with the block its words begin in. */
export function commentedBlocks(document: SectionDocument): Map<string, string | null> {
  const found = new Map<string, string | null>()
  const visit = (node: DocumentNode, blockId: string | null) => {
    const inside = typeof node.attrs?.id === 'string' ? node.attrs.id : blockId
    for (const mark of node.marks ?? []) {
      const threadId = mark.type === 'comment' ? String(mark.attrs?.threadId) : null
      if (threadId !== null && !found.has(threadId)) found.set(threadId, inside)
    }
    for (const child of node.content ?? []) visit(child, inside)
  }
  for (const block of document.content) visit(block, null)
  return found
}

/** The threads whose words a place of a text is among. */
export function threadsAt(doc: Node, position: number): string[] {
  const $at = doc.resolve(position)
  return [...new Set([$at.nodeAfter, $at.nodeBefore].flatMap((node) => (node ? threadsOf(node) : [])))]
}
