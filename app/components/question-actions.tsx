import { Form, Link } from '@remix-run/react'
import { countryTexts } from '#app/i18n/country.ts'
import { termsTexts } from '#app/i18n/terms.ts'
import { inGenderBlock } from '#app/policies/policies.ts'
import type { Question } from '#app/services/terms-of-reference/question-tree.ts'
import { Button } from './button.tsx'
import { TextAreaField } from './field.tsx'
import { useText } from './use-text.ts'

type Props = {
  base: string
  question: Question & { revision: number }
  number: string
  /** Whether Foreign Affairs returned it at the last hand-over: then it can also stand with an explanation. */
  returned?: boolean
}

/**
 * What policy can do with a question where it stands: reword, drop, put back, or let stand with an explanation. A form's own page shows it again when
 * the reason will not do.
 */
export function QuestionActions({ base, question, number, returned = false }: Props) {
  const text = useText(termsTexts)
  const country = useText(countryTexts)
  const path = `${base}/questions/${question.key}`
  const added = question.state === 'added'
  const revision = <input type="hidden" name="revision" value={question.revision} />
  const which = <span className="hidden-visually">{number}</span>
  if (question.state === 'dropped') {
    return (
      <Form method="post" action={`${path}/restore`}>
        {revision}
        <button className="link-button">
          {text.question.restore} {which}
        </button>
      </Form>
    )
  }
  return (
    <div className="question-choices">
      <Link to={`${path}/reword`}>
        {added ? country.reword.change : country.reword.link} {which}
      </Link>
      {question.state === 'reworded' && (
        <Form method="post" action={`${path}/restore`}>
          {revision}
          <button className="link-button">
            {country.reword.back} {which}
          </button>
        </Form>
      )}
      {returned && (
        <details>
          <summary>
            {country.returned.keep} {which}
          </summary>
          <Form method="post" action={`${path}/keep`}>
            <TextAreaField
              label={country.returned.keepReason}
              hint={country.returned.keepHint}
              name="reason"
              aria-required
              maxLength={2000}
              rows={2}
            />
            <Button>{country.returned.keepSubmit}</Button>
          </Form>
        </details>
      )}
      <details>
        <summary>
          {added ? text.question.remove : text.question.drop} {which}
        </summary>
        <Form method="post" action={`${path}/drop`}>
          <DropWarning question={question} />
          {revision}
          <TextAreaField label={text.drop.reason} hint={text.drop.hint} name="reason" aria-required maxLength={2000} rows={2} />
          <Button>{added ? text.drop.removeSubmit : text.drop.submit}</Button>
        </Form>
      </details>
    </div>
  )
}

/** What someone must know before they drop this question: it is mandatory, or of the gender block, or both (SR-27). */
export function DropWarning({ question }: { question: Question }) {
  const text = useText(termsTexts).drop
  const gender = inGenderBlock(question.themes) && question.state !== 'added'
  const { mandatory } = question
  if (!gender && !mandatory) return null
  return <p className="drop-warning">{gender && mandatory ? text.both : gender ? text.gender : text.mandatory}</p>
}
