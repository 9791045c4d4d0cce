import type { Node } from '@tiptap/pm/model'
import type { DocumentNode, SectionDocument } from '#schemas/document.ts'

const blocks = new WeakMap<Node, DocumentNode>()

/**
 * A ProseMirror text as it is stored. The blocks an edit left alone are the same objects as before it: who reads a text after every key only needs to
 * look at what is new. Not to be changed.
 */
export const documentOf = (doc: Node): SectionDocument => ({ type: 'doc', content: doc.children.map(blockOf) })

function blockOf(node: Node): DocumentNode {
  const known = blocks.get(node)
  if (known) return known
  const json = node.toJSON() as DocumentNode
  blocks.set(node, json)
  return json
}
