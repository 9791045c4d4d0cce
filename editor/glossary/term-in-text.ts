import type { Editor } from '@tiptap/core'
import type { EditorState } from '@tiptap/pm/state'
import type { GlossaryEntry } from '#schemas/glossary.ts'
import type { Language } from '#schemas/vocabulary.ts'
import { Term } from '../document/marks.ts'
import { termOf } from './glossary.ts'

/** Terms of the glossary told apart in the editor; a key it does not know leaves plain words. */
export const TermWithLook = Term.extend({
  renderHTML: ({ mark }) => [
    'span',
    { 'data-term': mark.attrs.key as string, ...(termOf(mark.attrs.key) && { class: 'term' }) },
    0,
  ],
})

/** The key of the term that the caret stands in or what is selected begins with; null for none, also for one that is not in the glossary. */
export function termAt({ selection, schema }: EditorState): string | null {
  const { $from, empty } = selection
  const { nodeAfter, nodeBefore } = $from
  const beside = empty ? [nodeAfter, nodeBefore] : [nodeAfter]
  for (const node of beside) {
    const key: unknown = schema.marks.term!.isInSet(node?.marks ?? [])?.attrs.key
    if (termOf(key)) return key as string
  }
  return null
}

/** The words that are selected, on one line. */
export const selectedWords = ({ doc, selection: { from, to } }: EditorState): string => doc.textBetween(from, to, ' ').trim()

/** Marks the selected words as a term, or the term the caret stands in as another; with neither, inserts the term itself. */
export function placeTerm(editor: Editor, entry: GlossaryEntry, language: Language): void {
  const chain = editor.chain().focus()
  if (editor.state.selection.empty && termAt(editor.state) === null) {
    // What follows is no part of the term.
    chain.insertContent({ type: 'text', text: entry[language].term, marks: [{ type: 'term', attrs: { key: entry.key } }] }).run()
    return
  }
  if (editor.state.selection.empty) chain.extendMarkRange('term')
  chain.setMark('term', { key: entry.key }).run()
}

/** Makes the term the caret stands in plain words again. */
export const removeTerm = (editor: Editor): boolean => editor.chain().focus().extendMarkRange('term').unsetMark('term').run()
