import type { Node } from '@tiptap/pm/model'
import { NodeSelection, type EditorState } from '@tiptap/pm/state'

const pointing = new Set(['citation', 'incidentMention'])
const points = (node: Node | null): node is Node => node !== null && pointing.has(node.type.name)

/** What the caret is at that points to a register: the citation or incident that is selected, or the one right before the caret, or right after it. */
export function pointerAt({ selection }: EditorState): Node | null {
  if (selection instanceof NodeSelection) return points(selection.node) ? selection.node : null
  if (!selection.empty) return null
  const { nodeBefore, nodeAfter } = selection.$from
  return [nodeBefore, nodeAfter].find(points) ?? null
}
