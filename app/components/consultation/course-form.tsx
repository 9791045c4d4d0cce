import { Form, Link } from '@remix-run/react'
import { consultationTexts } from '#app/i18n/consultations.ts'
import { capital, pick } from '#app/i18n/pick.ts'
import { words } from '#app/i18n/vocabulary.ts'
import { courseKinds } from '#schemas/vocabulary.ts'
import { Button } from '../button.tsx'
import { SelectField, TextAreaField, TextField } from '../field.tsx'
import { useLanguage, useText } from '../use-text.ts'
import { FormProblems, ThemeChoices, useAnswer } from './form-parts.tsx'

type Props = {
  organisations: readonly { code: string; nameNl: string; nameEn: string }[]
  begin: Record<string, string | readonly string[]>
  answer: Parameters<typeof useAnswer>[0]
  /** The revision that is changed; absent for a new course. */
  revision?: number
}

/** What the register knows of a course or workshop (SR-52). */
export function CourseForm({ organisations, begin, answer, revision }: Props) {
  const texts = useText(consultationTexts)
  const text = texts.courses
  const language = useLanguage()
  const { value, list, sentence, problems, refusal } = useAnswer(answer, begin)
  return (
    <>
      <FormProblems problems={problems} refusal={refusal} />
      <Form method="post" noValidate>
        {revision !== undefined && <input type="hidden" name="revision" value={revision} />}
        <TextField
          label={text.titleNl}
          name="titleNl"
          aria-required
          maxLength={200}
          defaultValue={value('titleNl')}
          errors={sentence('titleNl')}
        />
        <TextField
          label={text.titleEn}
          name="titleEn"
          lang="en"
          maxLength={200}
          defaultValue={value('titleEn')}
          errors={sentence('titleEn')}
        />
        <SelectField label={text.kind} name="kind" defaultValue={value('kind') || 'course'} errors={sentence('kind')}>
          {courseKinds.map((kind) => (
            <option key={kind} value={kind}>
              {capital(words[language].courseKind[kind])}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={text.organisation}
          name="organisation"
          aria-required
          defaultValue={value('organisation')}
          errors={sentence('organisation')}
        >
          <option value="">{texts.report.choose}</option>
          {organisations.map((organisation) => (
            <option key={organisation.code} value={organisation.code}>
              {pick(organisation.nameNl, organisation.nameEn, language).text}
            </option>
          ))}
        </SelectField>
        <TextField
          label={text.next}
          hint={text.nextHint}
          name="nextOn"
          type="date"
          defaultValue={value('nextOn')}
          errors={sentence('nextOn')}
        />
        <TextAreaField
          label={text.about}
          name="about"
          rows={3}
          maxLength={2000}
          defaultValue={value('about')}
          errors={sentence('about')}
        />
        <ThemeChoices legend={text.themes} chosen={list('themes')} errors={sentence('themes')} />
        <div className="checkboxes">
          <label>
            <input type="checkbox" name="ended" value="true" defaultChecked={value('ended') === 'true'} />
            {text.endedLabel}
          </label>
        </div>
        <div className="form-actions">
          <Button look="primary">{text.submit}</Button>
          <Link to="/terms-of-reference/consultations/courses">{texts.cancel}</Link>
        </div>
      </Form>
    </>
  )
}
