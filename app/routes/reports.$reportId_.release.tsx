import '#app/styles/releases.css'
import { data, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { alsoAfterRefusal } from '#app/components/also-after-refusal.ts'
import { Button, ButtonLink } from '#app/components/button.tsx'
import { SelectField } from '#app/components/field.tsx'
import { Empty, Notice, PageHead } from '#app/components/page.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { useLanguage, useText } from '#app/components/use-text.ts'
import { errorTexts } from '#app/i18n/errors.ts'
import { releaseTexts } from '#app/i18n/releases.ts'
import { words } from '#app/i18n/vocabulary.ts'
import { DomainError } from '#app/platform/errors.ts'
import { guardedAction, guardedLoader } from '#app/platform/http/guarded.server.ts'
import { createRelease, NewRelease } from '#app/services/releases/create-release.server.ts'
import { readReleaseChoice } from '#app/services/releases/read-release-choice.server.ts'
import { CitationStyle, citationStyles } from '#schemas/vocabulary.ts'

export const meta = pageTitle((language) => releaseTexts[language].create.title)

export const loader = guardedLoader('release.create', ({ useCase, params }) => readReleaseChoice(useCase, params.reportId))

type Problem = { kind: 'chooseOne' } | { kind: 'notApproved' | 'changed' | 'pdf'; words: string }

export const action = guardedAction('release.create', async ({ useCase, params, request }) => {
  await readReleaseChoice(useCase, params.reportId)
  const form = await request.formData()
  const chosen = form.getAll('section').map(String)
  const citationStyle = CitationStyle.catch('dutch-report').parse(form.get('citationStyle'))
  const refuse = (problem: Problem, status: number) => data({ chosen, citationStyle, problem }, status)
  const input = NewRelease.safeParse({ reportId: params.reportId, sectionIds: chosen, citationStyle })
  if (!input.success) return refuse({ kind: 'chooseOne' }, 422)
  try {
    const { number } = await createRelease(useCase, input.data)
    return redirect(`/releases/${number}`)
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    const sections = (error.data?.sections as string[] | undefined)?.join(', ') ?? ''
    if (error.detail === 'not-approved') return refuse({ kind: 'notApproved', words: sections }, error.status)
    if (error.detail === 'changed-after-approval') return refuse({ kind: 'changed', words: sections }, error.status)
    if (error.detail === 'pdf-refused') {
      const reasons = error.data?.reasons as string[] | undefined
      return refuse({ kind: 'pdf', words: [sections, ...(reasons ?? [])].filter(Boolean).join(' – ') }, error.status)
    }
    throw error
  }
})

export const shouldRevalidate = alsoAfterRefusal

export default function MakeRelease() {
  const { report, sections } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const text = useText(releaseTexts).create
  const language = useLanguage()
  const summary = useText(errorTexts).formSummary
  const releasable = sections.filter((section) => section.status === 'approved' && section.asOf !== null)
  const problem = answer?.problem
  return (
    <>
      <PageHead crumbs={[{ to: `/reports/${report.id}`, text: report.title }]} title={text.title} lead={text.lead} />
      {problem && (
        <Notice tone="error" title={summary}>
          <p>{problem.kind === 'chooseOne' ? text.problems.chooseOne : text.problems[problem.kind](problem.words)}</p>
        </Notice>
      )}
      {releasable.length === 0 ? (
        <Empty>
          <p>{text.none}</p>
          <ButtonLink to={`/reports/${report.id}`}>{text.toReport}</ButtonLink>
        </Empty>
      ) : (
        <Form method="post">
          <fieldset>
            <legend>{text.choose}</legend>
            <ul className="plain-list release-choice">
              {sections.map((section) => (
                <li key={section.id} data-depth={section.depth}>
                  {section.status === 'approved' && section.asOf ? (
                    <label>
                      <input
                        type="checkbox"
                        name="section"
                        value={section.id}
                        defaultChecked={answer ? answer.chosen.includes(section.id) : true}
                      />
                      <span>
                        {section.number} {section.title}
                        <span className="soft small">
                          {' '}
                          {section.lastRelease ? text.lastRelease(section.lastRelease) : text.approved}
                        </span>
                      </span>
                    </label>
                  ) : (
                    <span className={section.hasText ? undefined : 'soft'}>
                      {section.number} {section.title}
                      {section.hasText && (
                        <span className="soft small"> {section.status === 'approved' ? text.noDate : text.notApproved}</span>
                      )}
                    </span>
                  )}
                </li>
              ))}
            </ul>
          </fieldset>
          <SelectField
            label={text.citationStyle}
            hint={text.citationStyleHint}
            name="citationStyle"
            defaultValue={answer?.citationStyle}
          >
            {citationStyles.map((style) => (
              <option key={style} value={style}>
                {words[language].citationStyle[style]}
              </option>
            ))}
          </SelectField>
          <div className="page-actions">
            <Button look="primary">{text.submit}</Button>
            <ButtonLink to={`/reports/${report.id}`}>{text.toReport}</ButtonLink>
          </div>
        </Form>
      )}
    </>
  )
}
