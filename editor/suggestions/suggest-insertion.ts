import { Fragment, Slice, type Node } from '@tiptap/pm/model'
import type { Change } from './changes.ts'
import { isSuggestion, suggestionMark } from './marks.ts'

/** What a change puts in, marked as an insertion, and where it comes; null where it only takes away. */
export function suggestedInsertion(before: Node, after: Node, change: Change, id: string): { at: number; slice: Slice } | null {
  const { fromB, toB, fromA, toA } = change
  if (fromB === toB) return null
  const slice = after.slice(fromB, toB)
  const $at = before.resolve(toA)
  const split = slice.openStart > 0 && slice.openStart === slice.openEnd && slice.content.childCount === 2
  // Split before its first word: what is new is the empty block, which comes before.
  const empty = slice.size === 2 * slice.openStart
  if (split && empty && fromA === toA && $at.parentOffset === 0 && $at.parent.content.size > 0) {
    const depth = $at.depth - slice.openStart + 1
    const block = inserted(hollow($at.node(depth), slice.openStart), id)
    return { at: $at.before(depth), slice: new Slice(Fragment.from(block), 0, 0) }
  }
  return { at: toA, slice: new Slice(spine(slice.content, slice.openStart, id), slice.openStart, slice.openEnd) }
}

/** The blocks a slice begins in are there already; all others in it are new. */
const spine = (content: Fragment, open: number, id: string): Fragment =>
  Fragment.from(
    content.content.map((node, index) =>
      index === 0 && open > 0 ? node.copy(spine(node.content, open - 1, id)) : inserted(node, id),
    ),
  )

function inserted(node: Node, id: string): Node {
  const marks = suggestionMark(node, 'insertion', id).addToSet(node.marks.filter((mark) => !isSuggestion(mark)))
  if (node.isText) return node.mark(marks)
  return node.type.create(node.attrs, Fragment.from(node.children.map((child) => inserted(child, id))), marks)
}

/** The same block, and those first in it, with nothing in the last: what splitting leaves before it. */
function hollow(node: Node, depth: number): Node {
  const inside = depth > 1 && node.firstChild ? Fragment.from(hollow(node.firstChild, depth - 1)) : Fragment.empty
  return node.type.create({ ...node.attrs, ...('id' in node.attrs && { id: null }) }, inside)
}
