import { Form } from '@remix-run/react'
import { evaluationTexts } from '#app/i18n/evaluation.ts'
import { pick } from '#app/i18n/pick.ts'
import { words } from '#app/i18n/vocabulary.ts'
import { shownChoices, type EvaluatedChapter, type EvaluationFilter } from '#app/services/evaluation/evaluation-filter.ts'
import type { StandardStatus } from '#schemas/vocabulary.ts'
import { Button } from '../button.tsx'
import { SelectField } from '../field.tsx'
import { useLanguage, useText } from '../use-text.ts'

type Props = {
  filter: EvaluationFilter
  versions: readonly { id: string; version: string; status: StandardStatus; kind: 'general' | 'thematic' }[]
  old: string | null
  current: string
  countries: readonly { countryCode: string; countryNl: string; countryEn: string }[]
  chapters: readonly EvaluatedChapter[]
  chapter: string | null
}

/** Which versions, reports and questions are looked at; works without script. */
export function EvaluationFilterForm({ filter, versions, old, current, countries, chapters, chapter }: Props) {
  const text = useText(evaluationTexts).filter
  const language = useLanguage()
  const word = words[language]
  const options = versions.map(({ id, version, status, kind }) => (
    <option key={id} value={id}>
      {version} ({[kind === 'thematic' && word.reportKind.thematic, word.standardStatus[status]].filter(Boolean).join(', ')})
    </option>
  ))
  return (
    <Form className="evaluation-filter no-print" aria-label={text.heading} preventScrollReset>
      <SelectField label={text.old} name="old" key={`old ${old}`} defaultValue={old ?? ''}>
        {old === null && <option value="">{text.none}</option>}
        {options}
      </SelectField>
      <SelectField label={text.new} name="new" key={`new ${current}`} defaultValue={current}>
        {options}
      </SelectField>
      <SelectField label={text.countries} name="countries" defaultValue={filter.countries ?? ''}>
        <option value="">{text.all}</option>
        <option value="pilot">{text.pilot}</option>
        {countries.map(({ countryCode, countryNl, countryEn }) => (
          <option key={countryCode} value={countryCode}>
            {pick(countryNl, countryEn, language).text}
          </option>
        ))}
      </SelectField>
      <SelectField label={text.chapter} name="chapter" key={`chapter ${chapter}`} defaultValue={chapter ?? 'all'}>
        <option value="all">{text.allChapters}</option>
        {chapters.map(({ key, number, titleNl, titleEn }) => (
          <option key={key} value={key}>
            {number} {pick(titleNl, titleEn, language).text}
          </option>
        ))}
      </SelectField>
      <SelectField label={text.show} name="show" defaultValue={filter.show}>
        {shownChoices.map((choice) => (
          <option key={choice} value={choice}>
            {text.shown[choice]}
          </option>
        ))}
      </SelectField>
      <Button>{text.submit}</Button>
    </Form>
  )
}
