import { Form, Link } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { commentTexts } from '#app/i18n/comments.ts'
import { pick, sentenceFor } from '#app/i18n/pick.ts'
import { words } from '#app/i18n/vocabulary.ts'
import type { ThreadForm } from '#app/services/comments/thread-form.ts'
import { commentNatures, type Language } from '#schemas/vocabulary.ts'
import { Button } from '../button.tsx'
import { SelectField, TextAreaField } from '../field.tsx'
import { useLanguage, useText } from '../use-text.ts'
import { AskField } from './ask-field.tsx'
import type { ThreadPlace } from './thread-place.ts'

/** A form that came back, as it was filled in, and what is wrong with it. */
export type ThreadAnswer = Partial<ThreadForm> & { error: string | null }

type Props = ThreadPlace & {
  /** Where the form goes. */
  action: string
  questions: readonly { key: string; wordingNl: string; wordingEn: string }[]
  /** The paragraph that was chosen, where paragraphs can be. */
  about?: { blockId: string | null; quote: string } | null
  answer?: ThreadAnswer | undefined
  /** Of the text, and so of the quotation. */
  language: Language
}

/** The form for a new thread: about the section, one of its questions or a paragraph. */
export function NewThreadForm({ action, sectionId, questions, about, answer, language: written, ...ask }: Props) {
  const text = useText(commentTexts)
  const language = useLanguage()
  const blockId = answer ? (answer.blockId ?? null) : (about?.blockId ?? null)
  const quote = answer ? (answer.quote ?? '') : (about?.quote ?? '')
  const problem = answer?.error ? [sentenceFor(text.errors, answer.error) ?? text.errors.other] : undefined
  const on = { 'unknown-colleague': 'ask', 'unknown-question': 'about' }[answer?.error ?? ''] ?? 'body'
  // Who chose a paragraph wants to write about it. Without script the address leads here by itself.
  const chosen = about?.blockId
  useEffect(() => {
    if (chosen) document.getElementById('comment-body')?.focus()
  }, [chosen])
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (answer?.error) form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus()
  }, [answer])
  return (
    <Form method="post" action={action} noValidate ref={form} className="thread-form no-print">
      {blockId ? (
        <>
          <input type="hidden" name="blockId" value={blockId} />
          <input type="hidden" name="quote" value={quote} />
          <p className="small">
            <strong>{text.aboutBlock}</strong>{' '}
            <Link to={`/review/${sectionId}#comment-body`} preventScrollReset>
              {text.wholeSection}
            </Link>
          </p>
          {quote && (
            <blockquote className="thread-quote" lang={written}>
              {quote}
            </blockquote>
          )}
        </>
      ) : (
        questions.length > 0 && (
          <SelectField
            label={text.about}
            name="questionKey"
            defaultValue={answer?.questionKey ?? ''}
            errors={on === 'about' ? problem : undefined}
          >
            <option value="">{text.section}</option>
            {questions.map((question) => {
              const wording = pick(question.wordingNl, question.wordingEn, language)
              return (
                <option key={question.key} value={question.key} lang={wording.lang}>
                  {text.question(wording.text)}
                </option>
              )
            })}
          </SelectField>
        )
      )}
      <TextAreaField
        id="comment-body"
        label={text.comment}
        hint={text.hint}
        name="body"
        required
        rows={4}
        maxLength={4000}
        defaultValue={answer?.body}
        errors={on === 'body' ? problem : undefined}
      />
      <fieldset className="thread-nature" aria-describedby="nature-hint">
        <legend>{text.nature}</legend>
        <p className="field-hint" id="nature-hint">
          {text.natureHint}
        </p>
        {commentNatures.map((nature) => (
          <label key={nature}>
            <input type="radio" name="nature" value={nature} defaultChecked={nature === (answer?.nature || 'fact')} />{' '}
            {words[language].commentNature[nature]}
          </label>
        ))}
      </fieldset>
      <AskField {...ask} given={answer?.mentions?.[0]} errors={on === 'ask' ? problem : undefined} />
      <Button>{text.add}</Button>
    </Form>
  )
}
