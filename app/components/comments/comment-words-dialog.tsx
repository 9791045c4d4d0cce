import { useState, type FormEvent } from 'react'
import { commentTexts } from '#app/i18n/comments.ts'
import { sentenceFor } from '#app/i18n/pick.ts'
import { words } from '#app/i18n/vocabulary.ts'
import type { Colleague } from '#app/services/comments/list-colleagues.server.ts'
import { commentNatures, type Language } from '#schemas/vocabulary.ts'
import { Button } from '../button.tsx'
import { TextAreaField } from '../field.tsx'
import { Dialog } from '../section/dialog.tsx'
import { useLanguage, useText } from '../use-text.ts'
import { AskField } from './ask-field.tsx'

export type WordsComment = { body: string; nature: string; mentions: string[] }

type Props = {
  quote: string
  /** Of the text. */
  lang: Language
  colleagues: readonly Colleague[]
  userId: string
  /** @returns what is wrong with it, or null when it was taken. */
  onPlace: (comment: WordsComment) => Promise<string | null>
  onClose: () => void
}

/** A comment on the words that are selected in the text. */
export function CommentWordsDialog({ quote, lang, colleagues, userId, onPlace, onClose }: Props) {
  const text = useText(commentTexts)
  const language = useLanguage()
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const body = String(form.get('body') ?? '')
    if (body.trim() === '') return setProblem('needed')
    setBusy(true)
    const mentions = form.getAll('mentions').map(String).filter(Boolean)
    const wrong = await onPlace({ body, nature: String(form.get('nature')), mentions })
    setBusy(false)
    setProblem(wrong)
  }
  const sentence = problem ? [sentenceFor(text.errors, problem) ?? text.errors.other] : undefined
  return (
    <Dialog title={text.onWords} onClose={onClose}>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <blockquote className="thread-quote" lang={lang}>
          {quote}
        </blockquote>
        <TextAreaField
          label={text.comment}
          hint={text.hint}
          name="body"
          required
          rows={4}
          maxLength={4000}
          errors={problem === 'unknown-colleague' ? undefined : sentence}
        />
        <fieldset className="thread-nature">
          <legend>{text.nature}</legend>
          <p className="field-hint">{text.natureHint}</p>
          {commentNatures.map((nature) => (
            <label key={nature}>
              <input type="radio" name="nature" value={nature} defaultChecked={nature === 'fact'} />{' '}
              {words[language].commentNature[nature]}
            </label>
          ))}
        </fieldset>
        <AskField colleagues={colleagues} userId={userId} errors={problem === 'unknown-colleague' ? sentence : undefined} />
        <div className="picker-actions">
          <Button look="primary" disabled={busy}>
            {text.add}
          </Button>
          <Button type="button" onClick={onClose}>
            {text.cancel}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
