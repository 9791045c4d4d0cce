import { pick } from '#app/i18n/pick.ts'
import { standardTexts } from '#app/i18n/standard.ts'
import { words } from '#app/i18n/vocabulary.ts'
import type { Organisation } from '#app/services/accounts/list-organisations.server.ts'
import type { Chapter } from '#app/services/terms-of-reference/question-tree.ts'
import { questionKinds, themes } from '#schemas/vocabulary.ts'
import { SelectField, TextAreaField, TextField } from '../field.tsx'
import { useLanguage, useText } from '../use-text.ts'
import { WordingField } from '../wording-field.tsx'
import type { QuestionValues } from './question-values.ts'

type Props = {
  values: QuestionValues
  chapters: readonly Chapter[]
  organisations: readonly Organisation[]
  /** A sentence for a field that will not do. */
  sentence: (field: string) => string[] | undefined
  /** A new question has a key to choose and no former wording. */
  isNew?: boolean
}

/** Everything a question of the standard says, as fields of a form. */
export function QuestionFieldsOf({ values, chapters, organisations, sentence, isNew = false }: Props) {
  const text = useText(standardTexts).question
  const language = useLanguage()
  const word = words[language]
  const field = (name: Exclude<keyof QuestionValues, 'themes' | 'askedBy' | 'mandatory'>) => ({
    name,
    defaultValue: values[name],
    errors: sentence(name),
  })
  return (
    <>
      <WordingField label={text.wordingNl} lang="nl" hint={text.wordingHint} required {...field('wordingNl')} />
      <WordingField label={text.wordingEn} lang="en" hint={text.wordingEnHint} {...field('wordingEn')} />
      <div className="field-row">
        <SelectField label={text.section} aria-required {...field('nodeKey')}>
          {chapters.map((chapter) => (
            <optgroup key={chapter.key} label={`${chapter.number} ${pick(chapter.titleNl, chapter.titleEn, language).text}`}>
              {chapter.sections.map((section) => (
                <option key={section.key} value={section.key}>
                  {section.number} {pick(section.titleNl, section.titleEn, language).text}
                </option>
              ))}
            </optgroup>
          ))}
        </SelectField>
        <SelectField label={text.kind} aria-required {...field('kind')}>
          {questionKinds.map((kind) => (
            <option key={kind} value={kind}>
              {word.questionKind[kind]}
            </option>
          ))}
        </SelectField>
      </div>
      {isNew && <TextField label={text.key} hint={text.keyHint} maxLength={120} {...field('key')} />}
      <div className="checkboxes">
        <label>
          <input type="checkbox" name="mandatory" value="yes" defaultChecked={values.mandatory} />
          {text.mandatoryLabel}
        </label>
      </div>
      <Checkboxes
        legend={text.themes}
        name="themes"
        chosen={values.themes}
        errors={sentence('themes')}
        choices={themes.map((theme) => ({ value: theme, label: word.theme[theme] }))}
      />
      <Checkboxes
        legend={text.askedBy}
        hint={text.askedByHint}
        name="askedBy"
        chosen={values.askedBy}
        errors={sentence('askedBy')}
        choices={organisations.map((it) => ({
          value: it.code,
          label: it.code,
          title: pick(it.nameNl, it.nameEn, language).text,
        }))}
      />
      <details open={isNew || Boolean(sentence('rationaleNl') ?? sentence('rationaleEn') ?? sentence('formerWordingNl'))}>
        <summary>{text.more}</summary>
        <TextAreaField label={text.rationaleNl} lang="nl" rows={2} maxLength={2000} {...field('rationaleNl')} />
        <TextAreaField label={text.rationaleEn} lang="en" rows={2} maxLength={2000} {...field('rationaleEn')} />
        {!isNew && (
          <TextAreaField
            label={text.former}
            hint={text.formerHint}
            lang="nl"
            rows={2}
            maxLength={2000}
            {...field('formerWordingNl')}
          />
        )}
      </details>
      <Reason defaultValue={values.reason} errors={sentence('reason')} />
    </>
  )
}

/** Why something changes: asked with every change, kept in the history. */
export function Reason({
  hint,
  ...rest
}: {
  hint?: string
  defaultValue?: string | undefined
  errors?: readonly string[] | undefined
}) {
  const text = useText(standardTexts)
  return (
    <TextAreaField
      label={text.reason}
      hint={hint ?? text.reasonHint}
      name="reason"
      aria-required
      rows={2}
      maxLength={2000}
      {...rest}
    />
  )
}

function Checkboxes({
  legend,
  hint,
  name,
  chosen,
  choices,
  errors,
}: {
  legend: string
  hint?: string
  name: string
  chosen: readonly string[]
  choices: readonly { value: string; label: string; title?: string }[]
  errors: string[] | undefined
}) {
  return (
    <fieldset>
      <legend className="utrecht-form-label">{legend}</legend>
      {hint && <p className="field-hint">{hint}</p>}
      {errors && <p className="field-error">{errors}</p>}
      <div className="checkboxes" data-dense>
        {choices.map(({ value, label, title }) => (
          <label key={value} title={title}>
            <input type="checkbox" name={name} value={value} defaultChecked={chosen.includes(value)} />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
