import type { Editor } from '@tiptap/core'
import { Button } from '#app/components/button.tsx'
import { Combobox } from '#app/components/section/combobox.tsx'
import { Dialog } from '#app/components/section/dialog.tsx'
import { useLanguage, useText } from '#app/components/use-text.ts'
import { glossaryTexts } from '#app/i18n/glossary.ts'
import { excerptOf } from '#editor/document/text-blocks.ts'
import { findTerms, termOf } from '#editor/glossary/glossary.ts'
import { placeTerm, removeTerm, selectedWords, termAt } from '#editor/glossary/term-in-text.ts'
import type { Language } from '#schemas/vocabulary.ts'

type Props = {
  editor: Editor
  /** Of the text. */
  language: Language
  onDone: () => void
}

/** Chooses a term of the glossary for the selected words, or to put into the text. */
export function TermPicker({ editor, language: textLanguage, onDone }: Props) {
  const text = useText(glossaryTexts).picker
  const language = useLanguage()
  const words = selectedWords(editor.state)
  const here = termOf(termAt(editor.state))
  const find = (typed: string) => {
    const found = findTerms(typed || words, language)
    return Promise.resolve(typed === '' && found.length === 0 ? findTerms('', language) : found)
  }
  const said = words ? text.marks(excerptOf(words)) : here ? text.changes(here[language].term) : text.inserts
  return (
    <Dialog title={text.title} onClose={onDone}>
      <p>{said}</p>
      <Combobox
        label={text.find}
        hint={text.findHint}
        listLabel={text.results}
        nothing={text.nothing}
        failed={text.failed}
        count={text.found}
        find={find}
        keyOf={({ key }) => key}
        show={({ [language]: { term, definition } }) => ({ title: term, detail: definition })}
        onChoose={(entry) => {
          onDone()
          placeTerm(editor, entry, textLanguage)
        }}
      />
      <div className="picker-actions">
        {here && (
          <Button
            type="button"
            onClick={() => {
              onDone()
              removeTerm(editor)
            }}
          >
            {text.remove}
          </Button>
        )}
        <Button type="button" look="subtle" onClick={onDone}>
          {text.cancel}
        </Button>
      </div>
    </Dialog>
  )
}
