import '#app/styles/arrange.css'
import { Form, Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { Button } from '#app/components/button.tsx'
import { Notice, PageHead } from '#app/components/page.tsx'
import { useLanguage, useText } from '#app/components/use-text.ts'
import { arrangeTexts } from '#app/i18n/arrange.ts'
import { errorTexts } from '#app/i18n/errors.ts'
import { pick } from '#app/i18n/pick.ts'
import type { ArrangedQuestion } from '#app/services/reports/read-arrangement.server.ts'
import type { Language } from '#schemas/vocabulary.ts'

export type ArrangeErrors = { title?: string; questionKeys?: string }
type Section = {
  id: string
  reportId: string
  report: string
  language: Language
  number: string
  title: string
  hasText: boolean
}

/** The sentences for what is wrong with a form, by field. */
export function useArrangeErrors(errors: ArrangeErrors | undefined) {
  const text = useText(arrangeTexts).errors
  const sentence = (field: keyof ArrangeErrors) => {
    const code = errors?.[field]
    return code === undefined ? undefined : [(text[field] as Record<string, string>)[code] ?? text.other]
  }
  return { title: sentence('title'), questionKeys: sentence('questionKeys') }
}

/** Where a section is on when it is arranged: its own page, or the report when it is only a heading. */
export const sectionPlace = (section: Pick<Section, 'id' | 'reportId' | 'number' | 'hasText'>, done?: string) => {
  const query = done ? `?done=${done}` : ''
  return section.hasText ? `/sections/${section.id}${query}` : `/reports/${section.reportId}${query}#section-${section.number}`
}

/** One thing to arrange about a section: a page with one form, which posts without script too. */
export function ArrangePage({
  section,
  title,
  lead,
  problems,
  impossible,
  submit,
  children,
}: {
  section: Section
  title: string
  lead?: ReactNode
  problems: readonly string[]
  /** Why it cannot be done; then there is no form. */
  impossible?: string | false
  submit: string
  children: ReactNode
}) {
  const text = useText(arrangeTexts)
  const summary = useText(errorTexts).formSummary
  const language = useLanguage()
  const foreign = section.language === language ? undefined : section.language
  return (
    <>
      <PageHead
        crumbs={[
          { to: '/reports', text: text.reports },
          { to: `/reports/${section.reportId}`, text: <span lang={foreign}>{section.report}</span> },
          {
            to: sectionPlace(section),
            text: (
              <span lang={foreign}>
                {section.number} {section.title}
              </span>
            ),
          },
        ]}
        title={title}
        lead={!impossible && lead}
      />
      {problems.length > 0 && (
        <Notice tone="error" title={summary}>
          <ul>
            {problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </Notice>
      )}
      {impossible ? (
        <>
          <Notice>
            <p>{impossible}</p>
          </Notice>
          <p>
            <Link to={sectionPlace(section)}>
              {section.number} {section.title}
            </Link>
          </p>
        </>
      ) : (
        <Form method="post" noValidate className="arrange-form">
          {children}
          <div className="arrange-actions">
            <Button look="primary">{submit}</Button>
            <Link to={sectionPlace(section)}>{text.cancel}</Link>
          </div>
        </Form>
      )}
    </>
  )
}

/** Boxes to choose questions with, each with where it is answered now. */
export function QuestionBoxes({
  legend,
  questions,
  where,
  chosen,
  errors,
}: {
  legend: string
  questions: readonly ArrangedQuestion[]
  where: (question: ArrangedQuestion) => readonly string[]
  chosen: readonly string[]
  errors: readonly string[] | undefined
}) {
  const text = useText(arrangeTexts)
  const language = useLanguage()
  return (
    <fieldset className="question-boxes" aria-describedby={errors && 'questions-error'}>
      <legend className="utrecht-form-label">{legend}</legend>
      {errors && (
        <p className="field-error" id="questions-error">
          {errors.join(' ')}
        </p>
      )}
      {questions.map((question) => {
        const wording = pick(question.wordingNl, question.wordingEn, language)
        const numbers = where(question)
        return (
          <label key={question.key}>
            <input type="checkbox" name="questionKeys" value={question.key} defaultChecked={chosen.includes(question.key)} />
            <span>
              <span lang={wording.lang}>{wording.text}</span>{' '}
              <span className="soft small">({numbers.length > 0 ? text.answeredIn(numbers.join(', ')) : text.nowhere})</span>
            </span>
          </label>
        )
      })}
    </fieldset>
  )
}
