import '#app/styles/terms.css'
import '#app/styles/standard.css'
import { data, redirect } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { alsoAfterRefusal } from '#app/components/also-after-refusal.ts'
import { Button } from '#app/components/button.tsx'
import { SelectField, TextField } from '#app/components/field.tsx'
import { PageHead } from '#app/components/page.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { FormProblems, useSentences } from '#app/components/standard/form-problems.tsx'
import { Reason } from '#app/components/standard/question-fields.tsx'
import { useVersionOption } from '#app/components/standard/version-name.tsx'
import { useText } from '#app/components/use-text.ts'
import { standardTexts } from '#app/i18n/standard.ts'
import { termsTexts } from '#app/i18n/terms.ts'
import { DomainError } from '#app/platform/errors.ts'
import { fieldErrors } from '#app/platform/field-errors.ts'
import { guardedAction, guardedLoader } from '#app/platform/http/guarded.server.ts'
import { listStandards } from '#app/services/standard-terms/read-standard.server.ts'
import { NewDraft, startDraft } from '#app/services/standard-terms/start-draft.server.ts'

export const meta = pageTitle((language) => standardTexts[language].start.title)

export const loader = guardedLoader('standard.create', async ({ useCase, request }) => {
  const standards = await listStandards(useCase)
  const from = standards.find((it) => it.id === new URL(request.url).searchParams.get('from'))
  return { standards, from: from ?? standards.find((it) => it.status === 'in-force') ?? standards[0] ?? null }
})

export const action = guardedAction('standard.create', async ({ useCase, request }) => {
  const form = await request.formData()
  const fields = ['fromId', 'version', 'kind', 'reason'] as const
  const values = Object.fromEntries(fields.map((name) => [name, String(form.get(name) ?? '')])) as Record<
    (typeof fields)[number],
    string
  >
  const input = NewDraft.safeParse(values)
  if (!input.success) return data({ values, errors: fieldErrors(input.error) }, 422)
  try {
    return redirect(`/terms-of-reference/standards/${await startDraft(useCase, input.data)}?done=started`)
  } catch (error) {
    if (!(error instanceof DomainError && error.detail === 'version-exists')) throw error
    return data({ values, errors: { version: error.detail } }, 422)
  }
})

export const shouldRevalidate = alsoAfterRefusal

export default function NewDraftPage() {
  const { standards, from } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const text = useText(standardTexts)
  const sentence = useSentences(answer?.errors)
  const option = useVersionOption()
  const values = answer?.values
  return (
    <>
      <PageHead
        crumbs={[
          { to: '/terms-of-reference', text: useText(termsTexts).title },
          { to: '/terms-of-reference/standards', text: text.title },
        ]}
        title={text.start.title}
        lead={text.start.lead}
      />
      <FormProblems errors={answer?.errors} />
      <Form method="post" noValidate>
        <SelectField label={text.start.from} name="fromId" defaultValue={values?.fromId ?? from?.id} errors={sentence('fromId')}>
          {standards.map((it) => (
            <option key={it.id} value={it.id}>
              {option(it)}
            </option>
          ))}
        </SelectField>
        <SelectField label={text.start.kind} name="kind" defaultValue={values?.kind ?? from?.kind} errors={sentence('kind')}>
          {(['general', 'thematic'] as const).map((kind) => (
            <option key={kind} value={kind}>
              {text.kindReports[kind]}
            </option>
          ))}
        </SelectField>
        <TextField
          label={text.start.version}
          hint={text.start.versionHint}
          name="version"
          aria-required
          maxLength={30}
          defaultValue={values?.version}
          errors={sentence('version')}
        />
        <Reason defaultValue={values?.reason} errors={sentence('reason')} />
        <div className="form-actions">
          <Button look="primary">{text.start.submit}</Button>
          <Link to="/terms-of-reference/standards">{text.cancel}</Link>
        </div>
      </Form>
    </>
  )
}
