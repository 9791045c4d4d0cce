import { Form, Link } from '@remix-run/react'
import { consultationTexts } from '#app/i18n/consultations.ts'
import { pick } from '#app/i18n/pick.ts'
import { Button } from '../button.tsx'
import { TextAreaField } from '../field.tsx'
import { useLanguage, useText } from '../use-text.ts'
import { Choices, FormProblems, ThemeChoices, useAnswer } from './form-parts.tsx'

type Props = {
  inputs: readonly { number: number; organisation: { nameNl: string; nameEn: string }; body: string }[]
  begin: Record<string, string | readonly string[]>
  answer: Parameters<typeof useAnswer>[0]
  /** The revision that is changed; absent for a new point. */
  revision?: number
  back: string
}

/** A point in the coordinator's words, its subjects, and the input it comes from. */
export function PointForm({ inputs, begin, answer, revision, back }: Props) {
  const texts = useText(consultationTexts)
  const text = texts.distil
  const language = useLanguage()
  const { value, list, sentence, problems, refusal } = useAnswer(answer, begin)
  return (
    <>
      <FormProblems problems={problems} refusal={refusal} />
      <Form method="post" noValidate>
        {revision !== undefined && <input type="hidden" name="revision" value={revision} />}
        <TextAreaField
          label={text.body}
          hint={text.bodyHint}
          name="body"
          rows={3}
          maxLength={2000}
          aria-required
          defaultValue={value('body')}
          errors={sentence('body')}
        />
        <div className="choices-wide">
          <Choices
            legend={text.inputs}
            name="inputs"
            choices={inputs.map((input) => ({
              value: String(input.number),
              label: `${input.number}. ${pick(input.organisation.nameNl, input.organisation.nameEn, language).text}: ${excerpt(input.body)}`,
            }))}
            chosen={list('inputs')}
            errors={sentence('inputs')}
          />
        </div>
        <ThemeChoices legend={text.themes} chosen={list('themes')} errors={sentence('themes')} />
        <div className="form-actions">
          <Button look="primary">{text.submit}</Button>
          <Link to={back}>{texts.cancel}</Link>
        </div>
      </Form>
    </>
  )
}

/** Enough to know it by. */
const excerpt = (body: string) => (body.length > 140 ? `${body.slice(0, 140).trimEnd()}…` : body)
