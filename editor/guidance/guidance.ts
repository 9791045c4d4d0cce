import type { Editor } from '@tiptap/core'
import { closeHistory } from '@tiptap/pm/history'
import type { Node } from '@tiptap/pm/model'
import { TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state'
import type { Language } from '#schemas/vocabulary.ts'

/** A question a section answers, and why it is asked (only ever in Dutch). */
type Question = { wordingNl: string; wordingEn: string; rationale: string }

/**
 * What a section still has to tell, a line for each of its questions with its purpose. A purpose in another language than the text's would be read aloud
 * wrongly, and stands beside the question anyway: it is left out.
 */
export const guidanceFor = (questions: readonly Question[], language: Language): string[] =>
  questions.map(({ wordingNl, wordingEn, rationale }) =>
    language === 'nl' ? [wordingNl, rationale].filter(Boolean).join(' — ') : wordingEn || wordingNl,
  )

/** Every guidance of a text, outermost first, with where it stands. */
function guidanceIn(doc: Node): { node: Node; at: number }[] {
  const found: { node: Node; at: number }[] = []
  doc.descendants((node, at) => {
    if (node.type.name === 'guidance') found.push({ node, at })
    return !node.isTextblock
  })
  return found
}

/**
 * Puts guidance where the caret is: before the empty paragraph it stands in, else after its block and with a paragraph to write in. The caret comes to
 * that paragraph. What the text already says as guidance is not said twice.
 */
export function insertGuidance(editor: Editor, lines: readonly string[]): void {
  const { doc, selection, schema } = editor.state
  const there = new Set(guidanceIn(doc).map(({ node }) => node.textContent))
  const fresh = lines.filter((line) => line !== '' && !there.has(line))
  if (fresh.length === 0) return void editor.commands.focus()
  const { $from } = selection
  const block = $from.depth > 0 ? $from.node(1) : undefined
  const isEmpty = block?.type.name === 'paragraph' && block.content.size === 0
  const at = block === undefined ? $from.pos : isEmpty ? $from.before(1) : $from.after(1)
  const guidance = fresh.map((line) => schema.nodes.guidance!.create(null, schema.text(line)))
  const size = guidance.reduce((sum, node) => sum + node.nodeSize, 0)
  const tr = editor.state.tr.insert(at, isEmpty ? guidance : [...guidance, schema.nodes.paragraph!.create()])
  editor.view.dispatch(tr.setSelection(TextSelection.create(tr.doc, at + size + 1)).scrollIntoView())
  editor.view.focus()
}

/** Takes all guidance out of a text, as one change that can be undone by itself. */
export function removeGuidance(editor: Editor): void {
  const { tr } = editor.state
  for (const { node, at } of guidanceIn(tr.doc).reverse()) takeOut(tr, node, at)
  if (tr.docChanged) editor.view.dispatch(closeHistory(tr))
  editor.view.focus()
}

/** Takes the guidance at a place out; a text that held nothing else gets its empty paragraph back. */
export function takeOut(tr: Transaction, node: Node, at: number): void {
  const { paragraph } = node.type.schema.nodes
  if (tr.doc.resolve(at).parent.childCount === 1) tr.replaceWith(at, at + node.nodeSize, paragraph!.create())
  else tr.delete(at, at + node.nodeSize)
}

/** The guidance the caret stands at the very beginning of. */
export function guidanceAtCaret({ selection }: EditorState): { node: Node; at: number } | null {
  const { $from, empty } = selection
  if (!empty || $from.parent.type.name !== 'guidance' || $from.parentOffset > 0) return null
  return { node: $from.parent, at: $from.before() }
}
