import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { foreignLanguages, type EditorTexts } from './texts.ts'

/**
 * Says in which language the selected words are, so that they are pronounced and hyphenated in it; words marked before are changed when the cursor
 * stands in them. With nothing to mark it cannot be used.
 */
export function LanguageKey({ editor, text }: { editor: Editor; text: EditorTexts }) {
  const { lang, usable } = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      lang: (now.getAttributes('language').lang as string | null | undefined) ?? '',
      usable: now.isActive('language') || (!now.state.selection.empty && now.can().setMark('language', { lang: 'ar' })),
    }),
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
