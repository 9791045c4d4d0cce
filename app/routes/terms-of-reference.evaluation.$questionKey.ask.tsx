import '#app/styles/evaluation.css'
import { data, redirect } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { alsoAfterRefusal } from '#app/components/also-after-refusal.ts'
import { Button } from '#app/components/button.tsx'
import { Wordings } from '#app/components/evaluation/wordings.tsx'
import { SelectField, TextAreaField, TextField } from '#app/components/field.tsx'
import { Notice, PageHead } from '#app/components/page.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { useLanguage, useText } from '#app/components/use-text.ts'
import { errorTexts } from '#app/i18n/errors.ts'
import { evaluationTexts } from '#app/i18n/evaluation.ts'
import { capital, sentenceFor } from '#app/i18n/pick.ts'
import { termsTexts } from '#app/i18n/terms.ts'
import { words } from '#app/i18n/vocabulary.ts'
import { DomainError } from '#app/platform/errors.ts'
import { fieldErrors } from '#app/platform/field-errors.ts'
import { guardedAction, guardedLoader } from '#app/platform/http/guarded.server.ts'
import { today } from '#app/platform/today.ts'
import { askForRemarks, NewRequest } from '#app/services/evaluation/ask-for-remarks.server.ts'
import { filterFrom, queryOf } from '#app/services/evaluation/evaluation-filter.ts'
import { readQuestionEvaluation } from '#app/services/evaluation/read-question-evaluation.server.ts'
import { remarkAddressees } from '#schemas/vocabulary.ts'

export const meta = pageTitle((language) => evaluationTexts[language].ask.title)

export const loader = guardedLoader('remark.ask', async ({ useCase, params, request }) => {
  const filter = filterFrom(new URL(request.url).searchParams)
  const { old, new: current, question } = await readQuestionEvaluation(useCase, filter, params.questionKey)
  const asked = [question.new && current, question.old && old].filter((version) => version !== null)
  return {
    query: queryOf({ ...filter, old: old?.id ?? null, new: current.id }),
    question,
    old: old && { version: old.version },
    current: { version: current.version },
    versions: asked.map(({ id, version }) => ({ id, version })),
    today: today(useCase.clock),
  }
})

const fields = ['standardId', 'addressee', 'body', 'openUntil'] as const
type Values = Partial<Record<(typeof fields)[number], string>>

export const action = guardedAction('remark.ask', async ({ useCase, params, request }) => {
  const form = await request.formData()
  const values: Values = Object.fromEntries(fields.map((field) => [field, String(form.get(field) ?? '')]))
  const input = NewRequest.safeParse({ ...values, questionKey: params.questionKey })
  if (!input.success) return data({ values, errors: fieldErrors(input.error) }, 422)
  try {
    await askForRemarks(useCase, input.data)
  } catch (error) {
    if (!(error instanceof DomainError && error.detail === 'day-past')) throw error
    return data({ values, errors: { openUntil: 'day-past' } as Record<string, string> }, 422)
  }
  const query = queryOf(filterFrom(new URL(request.url).searchParams))
  return redirect(`/terms-of-reference/evaluation/${params.questionKey}?${query}&done=asked#remarks`)
})

export const shouldRevalidate = alsoAfterRefusal

export default function AskPage() {
  const { query, question, old, current, versions, today } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const text = useText(evaluationTexts)
  const terms = useText(termsTexts)
  const summary = useText(errorTexts).formSummary
  const language = useLanguage()
  const values: Values = answer?.values ?? {}
  const errors: Record<string, string | undefined> = answer?.errors ?? {}
  const sentence = (field: string) => {
    const code = errors[field]
    return code === undefined
      ? undefined
      : [sentenceFor(text.errors, code) ?? sentenceFor(text.errors, field) ?? text.errors.other]
  }
  const problems = fields.flatMap((field) => sentence(field) ?? [])
  const back = `/terms-of-reference/evaluation/${question.key}?${query}`
  const placed = (question.new ?? question.old)!
  return (
    <>
      <PageHead
        crumbs={[
          { to: '/terms-of-reference', text: terms.title },
          { to: `/terms-of-reference/evaluation?${query}`, text: text.title },
          { to: back, text: `${terms.question.number} ${placed.number}` },
        ]}
        title={text.ask.title}
        lead={text.ask.lead}
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
      <h2>{text.question.wordings}</h2>
      <Wordings question={question} old={old} current={current} />
      <Form method="post" noValidate>
        {versions.length > 1 ? (
          <SelectField
            label={capital(text.ask.version)}
            name="standardId"
            defaultValue={values.standardId}
            errors={sentence('standardId')}
          >
            {versions.map(({ id, version }) => (
              <option key={id} value={id}>
                {version}
              </option>
            ))}
          </SelectField>
        ) : (
          <input type="hidden" name="standardId" value={versions[0]?.id} />
        )}
        <SelectField
          label={text.ask.addressee}
          name="addressee"
          aria-required
          defaultValue={values.addressee ?? ''}
          errors={sentence('addressee')}
        >
          <option value="">–</option>
          {remarkAddressees.map((role) => (
            <option key={role} value={role}>
              {words[language].role[role]}
            </option>
          ))}
        </SelectField>
        <TextAreaField
          label={text.ask.body}
          hint={text.ask.bodyHint}
          name="body"
          aria-required
          rows={3}
          maxLength={2000}
          defaultValue={values.body}
          errors={sentence('body')}
        />
        <TextField
          label={text.ask.openUntil}
          name="openUntil"
          type="date"
          min={today}
          aria-required
          defaultValue={values.openUntil}
          errors={sentence('openUntil')}
        />
        <div className="form-actions">
          <Button look="primary">{text.ask.submit}</Button>
          <Link to={back}>{text.ask.cancel}</Link>
        </div>
      </Form>
    </>
  )
}
