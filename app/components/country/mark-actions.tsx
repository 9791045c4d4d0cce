import { Form } from '@remix-run/react'
import { countryTexts } from '#app/i18n/country.ts'
import { Button } from '../button.tsx'
import { TextAreaField } from '../field.tsx'
import { useText } from '../use-text.ts'

type Props = { base: string; questionKey: string; number: string; marked: boolean }

/** Foreign Affairs marks a question as one that cannot be answered, or takes the mark away. The form's own page shows it again when the reason will not do. */
export function MarkActions({ base, questionKey, number, marked }: Props) {
  const text = useText(countryTexts).returned
  const path = `${base}/questions/${questionKey}`
  if (marked) {
    return (
      <Form method="post" action={`${path}/unmark`} preventScrollReset>
        <button className="link-button">
          {text.unmark} <span className="hidden-visually">{number}</span>
        </button>
      </Form>
    )
  }
  return (
    <details>
      <summary>
        {text.mark} <span className="hidden-visually">{number}</span>
      </summary>
      <Form method="post" action={`${path}/mark`}>
        <TextAreaField label={text.markReason} hint={text.markHint} name="reason" aria-required maxLength={2000} rows={2} />
        <Button>{text.markSubmit}</Button>
      </Form>
    </details>
  )
}
