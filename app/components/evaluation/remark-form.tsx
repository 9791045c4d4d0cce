import { Form, Link } from '@remix-run/react'
import { errorTexts } from '#app/i18n/errors.ts'
import { formatDay } from '#app/i18n/format.ts'
import { capital, pick, sentenceFor } from '#app/i18n/pick.ts'
import { remarkTexts } from '#app/i18n/remarks.ts'
import { words } from '#app/i18n/vocabulary.ts'
import type { RemarkPage } from '#app/services/evaluation/read-remark-page.server.ts'
import { remarkAspects, type RemarkSide } from '#schemas/vocabulary.ts'
import { Button } from '../button.tsx'
import { TextAreaField } from '../field.tsx'
import { Notice } from '../page.tsx'
import { useLanguage, useText } from '../use-text.ts'

export type RemarkValues = { questionKey: string; aspect: string; body: string; requestId: string }
type Props = Pick<RemarkPage, 'questions' | 'requests'> & {
  side: RemarkSide
  /** What was typed, when it was not taken. */
  given: RemarkValues | null
  errors: Record<string, string | undefined>
  /** The targeted question it answered was closed in between. */
  closed: boolean
  back: string
}

/** A remark on one question, about one aspect of it. Works without script. */
export function RemarkForm({ side, questions, requests, given, errors, closed, back }: Props) {
  const text = useText(remarkTexts)
  const summary = useText(errorTexts).formSummary
  const language = useLanguage()
  const word = words[language]
  const sentence = (field: string) => {
    const code = errors[field]
    if (code === undefined) return undefined
    return sentenceFor(text.errors, code) ?? text.errors.other
  }
  const problems = ['questionKey', 'aspect', 'body'].flatMap((field) => sentence(field) ?? [])
  const only = questions.length === 1 ? questions[0]!.key : undefined
  return (
    <Form method="post" noValidate>
      {problems.length > 0 && (
        <Notice tone="error" title={summary}>
          <ul>
            {problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </Notice>
      )}
      {closed && (
        <Notice tone="error">
          <p>{text.closed}</p>
        </Notice>
      )}
      {requests.length > 0 && (
        <fieldset className="remark-choices">
          <legend className="utrecht-form-label">{text.answering}</legend>
          {requests.map((request) => (
            <label key={request.id}>
              <input
                type="radio"
                name="requestId"
                value={request.id}
                defaultChecked={given ? given.requestId === request.id && !closed : request === requests[0]}
              />
              <span>
                <span lang={language === 'nl' ? undefined : 'nl'}>{request.body}</span>{' '}
                <span className="soft small">({text.until(formatDay(request.openUntil, language))})</span>
              </span>
            </label>
          ))}
          <label>
            <input type="radio" name="requestId" value="" defaultChecked={given ? given.requestId === '' || closed : false} />
            <span>{text.free}</span>
          </label>
        </fieldset>
      )}
      <fieldset className="remark-choices" aria-describedby={sentence('questionKey') && 'question-error'}>
        <legend className="utrecht-form-label">{text.question}</legend>
        {sentence('questionKey') && (
          <p className="field-error" id="question-error">
            {sentence('questionKey')}
          </p>
        )}
        {questions.map(({ key, wordingNl, wordingEn }) => {
          const wording =
            wordingNl === ''
              ? { text: wordingEn, lang: language === 'en' ? undefined : 'en' }
              : pick(wordingNl, wordingEn, language)
          const chosen = given ? given.questionKey === key : key === (requests[0]?.questionKey ?? only)
          return (
            <label key={key}>
              <input type="radio" name="questionKey" value={key} defaultChecked={chosen} />
              <span lang={wording.lang}>{wording.text}</span>
            </label>
          )
        })}
      </fieldset>
      <fieldset className="remark-choices" aria-describedby={sentence('aspect') && 'aspect-error'}>
        <legend className="utrecht-form-label">{text.aspect}</legend>
        {sentence('aspect') && (
          <p className="field-error" id="aspect-error">
            {sentence('aspect')}
          </p>
        )}
        {remarkAspects[side].map((aspect) => (
          <label key={aspect}>
            <input type="radio" name="aspect" value={aspect} defaultChecked={given?.aspect === aspect} />
            <span>{capital(word.remarkAspect[aspect])}</span>
          </label>
        ))}
      </fieldset>
      <TextAreaField
        label={text.body}
        hint={text.bodyHint}
        name="body"
        aria-required
        rows={4}
        maxLength={2000}
        defaultValue={given?.body}
        errors={sentence('body') ? [sentence('body')!] : undefined}
      />
      <div className="form-actions">
        <Button look="primary">{text.submit}</Button>
        <Link to={back}>{text.cancel}</Link>
      </div>
    </Form>
  )
}
