import { TextSelection, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'

const moving = new Set(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'PageUp', 'PageDown'])
/** When a key last moved the caret of an editor, in milliseconds. */
const moved = new WeakMap<EditorView, number>()
/** The longest the browser takes to say so. */
const unheard = 100

/** Hears of the keys that move the caret; leaves them to the browser. */
export function hearKey(view: EditorView, { key }: KeyboardEvent): boolean {
  if (moving.has(key)) moved.set(view, performance.now())
  return false
}

/**
 * Somebody else's change, with one's own caret where a key has just moved it. The editor hears of that a moment later: what came in between would put the
 * caret back, and the key would have done nothing.
 */
export function withOwnCaret(view: EditorView, transaction: Transaction): Transaction {
  const { selection } = view.state
  if (performance.now() - (moved.get(view) ?? -Infinity) > unheard) return transaction
  if (transaction.selectionSet || view.composing || !(selection instanceof TextSelection) || !view.hasFocus()) return transaction
  const [anchor, head] = placeOfBrowser(view) ?? [selection.anchor, selection.head]
  if (anchor === selection.anchor && head === selection.head) return transaction
  const now = (position: number) => transaction.doc.resolve(transaction.mapping.map(position, -1))
  return transaction.setSelection(TextSelection.between(now(anchor), now(head)))
}

/** Where the browser's selection is in the text; null where it is not in a line of it. */
function placeOfBrowser(view: EditorView): [number, number] | null {
  const { anchorNode, anchorOffset, focusNode, focusOffset } = view.dom.ownerDocument.getSelection() ?? {}
  if (!anchorNode || !focusNode || !view.dom.contains(anchorNode) || !view.dom.contains(focusNode)) return null
  const places: [number, number] = [view.posAtDOM(anchorNode, anchorOffset!), view.posAtDOM(focusNode, focusOffset!)]
  const { doc } = view.state
  return places.every((place) => place >= 0 && place <= doc.content.size && doc.resolve(place).parent.inlineContent)
    ? places
    : null
}
