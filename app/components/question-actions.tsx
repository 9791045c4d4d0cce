import { Form } from '@remix-run/react'
import { termsTexts } from '#app/i18n/terms.ts'
import { inGenderBlock } from '#app/policies/policies.ts'
import type { Question } from '#app/services/terms-of-reference/question-tree.ts'
import { Button } from './button.tsx'
import { TextAreaField } from './field.tsx'
import { useText } from './use-text.ts'

/** Dropping a question where it stands, or putting it back. The form's own page shows it again when the reason will not do. */
export function QuestionActions({ base, question, number }: { base: string; question: Question; number: string }) {
  const text = useText(termsTexts)
  const path = `${base}/questions/${question.key}`
  if (question.state === 'dropped') {
    return (
      <Form method="post" action={`${path}/restore`}>
        <button className="link-button">
          {text.question.restore} <span className="hidden-visually">{number}</span>
        </button>
      </Form>
    )
  }
  const added = question.state === 'added'
  return (
    <details>
      <summary>
        {added ? text.question.remove : text.question.drop} <span className="hidden-visually">{number}</span>
      </summary>
      <Form method="post" action={`${path}/drop`}>
        <DropWarning question={question} />
        <TextAreaField label={text.drop.reason} hint={text.drop.hint} name="reason" aria-required maxLength={2000} rows={2} />
        <Button>{added ? text.drop.removeSubmit : text.drop.submit}</Button>
      </Form>
    </details>
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
