import '#app/styles/terms.css'
import '#app/styles/standard.css'
import { data, redirect } from '@remix-run/node'
import { Form, Link, useActionData } from '@remix-run/react'
import { alsoAfterRefusal } from '#app/components/also-after-refusal.ts'
import { Fragment } from 'react'
import { Button } from '#app/components/button.tsx'
import { SelectField, TextAreaField, TextField } from '#app/components/field.tsx'
import { PageHead } from '#app/components/page.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { FileErrors } from '#app/components/standard/file-errors.tsx'
import { FormProblems, useSentences } from '#app/components/standard/form-problems.tsx'
import { Reason } from '#app/components/standard/question-fields.tsx'
import { useText } from '#app/components/use-text.ts'
import { standardTexts } from '#app/i18n/standard.ts'
import { termsTexts } from '#app/i18n/terms.ts'
import { DomainError } from '#app/platform/errors.ts'
import { fieldErrors } from '#app/platform/field-errors.ts'
import { guardedAction, guardedLoader } from '#app/platform/http/guarded.server.ts'
import type { FileError } from '#app/services/standard-terms/check-standard-file.ts'
import { ImportedStandard, importStandard, largestFile } from '#app/services/standard-terms/import-standard.server.ts'

export const meta = pageTitle((language) => standardTexts[language].import.title)

export const loader = guardedLoader('standard.create', () => null)

export const action = guardedAction('standard.create', async ({ useCase, request }) => {
  // What is declared too large is not read at all.
  if (Number(request.headers.get('content-length')) > largestFile * 2) return answer({}, { file: 'file-too-large' })
  const form = await request.formData()
  const file = form.get('file')
  const chosen = typeof file === 'object' && file !== null && file.size > 0 ? file : null
  if (chosen && chosen.size > largestFile) return answer({}, { file: 'file-too-large' })
  const typed = (name: string) => String(form.get(name) ?? '')
  const values = { text: chosen ? await chosen.text() : typed('text'), kind: typed('kind'), reason: typed('reason') }
  const input = ImportedStandard.safeParse(values)
  if (!input.success) return answer(values, fieldErrors(input.error))
  try {
    const { id } = await importStandard(useCase, input.data)
    return redirect(`/terms-of-reference/standards/${id}?done=imported`)
  } catch (error) {
    if (!(error instanceof DomainError && error.detail === 'import-refused')) throw error
    return answer(values, {}, error.data?.errors as FileError[])
  }
})

type Values = { text?: string; kind?: string; reason?: string }
const answer = (values: Values, errors: Record<string, string>, fileErrors: FileError[] = []) =>
  data({ values, errors, fileErrors, at: Date.now() }, 422)

export const shouldRevalidate = alsoAfterRefusal

export default function ImportPage() {
  const answered = useActionData<typeof action>()
  const text = useText(standardTexts)
  const sentence = useSentences(answered?.errors)
  const values = answered?.values
  return (
    <>
      <PageHead
        crumbs={[
          { to: '/terms-of-reference', text: useText(termsTexts).title },
          { to: '/terms-of-reference/standards', text: text.title },
        ]}
        title={text.import.title}
        lead={text.import.lead}
      />
      <FormProblems errors={answered?.errors} />
      {answered && answered.fileErrors.length > 0 && <FileErrors errors={answered.fileErrors} />}
      <Form method="post" encType="multipart/form-data" noValidate>
        {/* Made anew with every answer: a file that was refused is no longer chosen, and what it held stands below it. */}
        <Fragment key={answered?.at}>
          <TextField
            type="file"
            accept=".json,application/json"
            label={text.import.file}
            hint={text.import.fileHint}
            name="file"
            errors={sentence('file')}
          />
          <TextAreaField
            label={text.import.text}
            name="text"
            rows={values?.text ? 16 : 4}
            spellCheck={false}
            defaultValue={values?.text}
            errors={sentence('text')}
          />
        </Fragment>
        <SelectField label={text.import.kind} hint={text.import.kindHint} name="kind" defaultValue={values?.kind || 'general'}>
          {(['general', 'thematic'] as const).map((kind) => (
            <option key={kind} value={kind}>
              {text.kindReports[kind]}
            </option>
          ))}
        </SelectField>
        <Reason defaultValue={values?.reason} errors={sentence('reason')} />
        <div className="form-actions">
          <Button look="primary">{text.import.submit}</Button>
          <Link to="/terms-of-reference/standards">{text.cancel}</Link>
        </div>
      </Form>
    </>
  )
}
