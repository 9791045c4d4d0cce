import { DOMParser, Fragment, type Slice, type Node as ProseMirrorNode } from '@tiptap/pm/model'
import type { DocumentNode } from '#schemas/document.ts'
import { blockTypes, newBlockId } from '../document/block-ids.ts'
import { sectionSchema } from '../document/schema.ts'

const withId = new Set<string>(blockTypes)

/** The same content with a new id on every block: what comes in is whole at once, and not only after the editor has mended it. */
export function withNewIds(content: Fragment): Fragment {
  const nodes: ProseMirrorNode[] = []
  content.forEach((node) => {
    if (node.isText) nodes.push(node)
    else if (!withId.has(node.type.name)) nodes.push(node.copy(withNewIds(node.content)))
    else nodes.push(node.type.create({ ...node.attrs, id: newBlockId() }, withNewIds(node.content), node.marks))
  })
  return Fragment.from(nodes)
}

/** Bytes a slice has when it is sent: the server takes no request larger than `largestPaste` and some. */
export const bytesOf = (slice: Slice): number => new TextEncoder().encode(JSON.stringify(slice.toJSON() ?? '')).length

/** Clean HTML as the blocks of a section, each with an id. */
export function blocksOf(root: Node): DocumentNode[] {
  const doc = DOMParser.fromSchema(sectionSchema).parse(root)
  return withNewIds(doc.content).toJSON() as DocumentNode[]
}
