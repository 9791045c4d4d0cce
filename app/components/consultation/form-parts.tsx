import { consultationTexts } from '#app/i18n/consultations.ts'
import { errorTexts } from '#app/i18n/errors.ts'
import { pick, sentenceFor } from '#app/i18n/pick.ts'
import { words } from '#app/i18n/vocabulary.ts'
import { themes as allThemes } from '#schemas/vocabulary.ts'
import { SelectField } from '../field.tsx'
import { Notice } from '../page.tsx'
import { useLanguage, useText } from '../use-text.ts'

type Answer = {
  values: Record<string, string | string[]>
  errors: Record<string, string>
  refusal: string | null
}

/** What a form was sent with and what was wrong with it: values to show again, and a sentence for every field. */
export function useAnswer(answer: Answer | undefined, begin: Record<string, string | readonly string[]> = {}) {
  const text = useText(consultationTexts).errors
  const values: Record<string, string | readonly string[]> = answer?.values ?? begin
  const sentence = (field: string): string[] | undefined => {
    const code = answer?.errors[field]
    return code === undefined ? undefined : [sentenceFor(text, code) ?? sentenceFor(text, field) ?? text.other]
  }
  return {
    value: (field: string) => (typeof values[field] === 'string' ? values[field] : ''),
    list: (field: string): readonly string[] => (Array.isArray(values[field]) ? (values[field] as string[]) : []),
    sentence,
    problems: Object.keys(answer?.errors ?? {}).flatMap((field) => sentence(field) ?? []),
    refusal: answer?.refusal ? (sentenceFor(text, answer.refusal) ?? text.closed) : null,
  }
}

/** Above a form: what is still needed, or why it was not taken. */
export function FormProblems({ problems, refusal }: { problems: readonly string[]; refusal: string | null }) {
  const summary = useText(errorTexts).formSummary
  return (
    <>
      {problems.length > 0 && (
        <Notice tone="error" title={summary}>
          <ul>
            {problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </Notice>
      )}
      {refusal && (
        <Notice tone="error">
          <p>{refusal}</p>
        </Notice>
      )}
    </>
  )
}

type Choices = {
  legend: string
  name: string
  hint?: string
  errors?: readonly string[] | undefined
  choices: readonly { value: string; label: string; lang?: string | undefined }[]
  chosen: readonly string[]
  type?: 'checkbox' | 'radio'
}

/** A group of things to tick, or to choose one of. */
export function Choices({ legend, name, hint, errors, choices, chosen, type = 'checkbox' }: Choices) {
  return (
    <fieldset className="choices" aria-describedby={hint ? `${name}-hint` : undefined}>
      <legend className="utrecht-form-label">{legend}</legend>
      {hint && (
        <p className="field-hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {errors && <p className="field-error">{errors.join(' ')}</p>}
      <div className="checkboxes">
        {choices.map(({ value, label, lang }) => (
          <label key={value} lang={lang}>
            <input type={type} name={name} value={value} defaultChecked={chosen.includes(value)} />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** The themes of the vocabulary, to tick. */
export function ThemeChoices(props: Pick<Choices, 'legend' | 'hint' | 'errors' | 'chosen'>) {
  const word = words[useLanguage()].theme
  return <Choices {...props} name="themes" choices={allThemes.map((theme) => ({ value: theme, label: word[theme] }))} />
}

export type QuestionTree = readonly {
  key: string
  number: string
  titleNl: string
  titleEn: string
  sections: readonly {
    key: string
    number: string
    questions: readonly { key: string; wordingNl: string; wordingEn: string; changed?: boolean }[]
  }[]
}[]

type QuestionSelectProps = {
  label: string
  name?: string
  hint?: string
  none: string
  chapters: QuestionTree
  value: string
  errors?: readonly string[] | undefined
}

/** A question of the draft, by chapter; or none of them. */
export function QuestionSelect({ label, name = 'questionKey', hint, none, chapters, value, errors }: QuestionSelectProps) {
  const language = useLanguage()
  const text = useText(consultationTexts).fields
  return (
    <SelectField label={label} hint={hint} name={name} defaultValue={value} errors={errors} key={value}>
      <option value="">{none}</option>
      {chapters.map((chapter) => (
        <optgroup key={chapter.key} label={`${chapter.number} ${pick(chapter.titleNl, chapter.titleEn, language).text}`}>
          {chapter.sections.flatMap((section) =>
            section.questions.map((question, index) => (
              <option key={question.key} value={question.key}>
                {section.number}.{index + 1} {pick(question.wordingNl, question.wordingEn, language).text}
                {question.changed && ` (${text.changedMark})`}
              </option>
            )),
          )}
        </optgroup>
      ))}
    </SelectField>
  )
}
