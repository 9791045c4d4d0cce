import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { foreignLanguages, type EditorTexts } from './texts.ts'

type Props = {
  editor: Editor
  text: EditorTexts
  /** Whether there is something to mark, or a mark to change. */
  usable: boolean
}

/** Whether words are selected whose language can be said, or the caret stands in words that have one. */
export const canMarkLanguage = (editor: Editor): boolean =>
  editor.isActive('language') || (!editor.state.selection.empty && editor.can().setMark('language', { lang: 'ar' }))

/**
 * Says in which language the selected words are, so that they are pronounced and hyphenated in it; words marked before are changed when the cursor
 * stands in them. With nothing to mark it cannot be used.
 */
export function LanguageKey({ editor, text, usable }: Props) {
  const lang = useEditorState({
    editor,
    selector: ({ editor: now }) => (now.getAttributes('language').lang as string | null | undefined) ?? '',
  })
  const known = foreignLanguages.some((code) => code === lang)
  const mark = (chosen: string) => {
    const chain = editor.chain().focus()
    if (editor.state.selection.empty) chain.extendMarkRange('language')
    if (chosen) chain.setMark('language', { lang: chosen }).run()
    else chain.unsetMark('language').run()
  }
  return (
    <select
      aria-label={text.wordsLanguage}
      title={usable ? text.wordsLanguage : text.wordsLanguageHint}
      className="utrecht-select utrecht-select--html-select editor-language"
      value={lang}
      tabIndex={-1}
      disabled={!usable}
      onChange={(event) => mark(event.target.value)}
    >
      <option value="">{text.reportLanguage}</option>
      {!known && lang && <option value={lang}>{lang}</option>}
      {foreignLanguages.map((code) => (
        <option key={code} value={code}>
          {text.languages[code]}
        </option>
      ))}
    </select>
  )
}
