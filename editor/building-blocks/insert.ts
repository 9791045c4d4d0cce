import type { Editor } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'
import type { Language } from '#schemas/vocabulary.ts'
import { toFillIn, type BuildingBlock } from './building-blocks.ts'

/** Puts a building block after the block the caret is in, or in its place where that is an empty paragraph, and selects what is to be filled in first. */
export function insertBuildingBlock(editor: Editor, { kind, text }: BuildingBlock, language: Language): void {
  const { $from } = editor.state.selection
  const block = $from.node(1) as typeof $from.parent | undefined
  const isEmpty = block?.type.name === 'paragraph' && block.content.size === 0
  const at = block === undefined ? $from.pos : isEmpty ? { from: $from.before(1), to: $from.after(1) } : $from.after(1)
  const start = (typeof at === 'number' ? at : at.from) + 1
  const [first] = text[language].matchAll(toFillIn)
  editor
    .chain()
    .insertContentAt(at, { type: 'paragraph', attrs: { kind }, content: [{ type: 'text', text: text[language] }] })
    .command(({ tr }) => {
      const from = start + (first?.index ?? text[language].length)
      tr.setSelection(TextSelection.create(tr.doc, from, from + (first?.[0].length ?? 0)))
      return true
    })
    .focus()
    .run()
}
