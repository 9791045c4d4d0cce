import '#app/styles/terms.css'
import '#app/styles/rounds.css'
import { data, redirect } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { alsoAfterRefusal } from '#app/components/also-after-refusal.ts'
import { Button } from '#app/components/button.tsx'
import { SelectField, TextAreaField, TextField } from '#app/components/field.tsx'
import { Empty, Notice, PageHead } from '#app/components/page.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { OrganisationBoxes } from '#app/components/rounds/organisation-boxes.tsx'
import { Problems } from '#app/components/rounds/problems.tsx'
import { useSubjectName } from '#app/components/rounds/round-facts.tsx'
import { useSentences } from '#app/components/rounds/use-sentences.ts'
import { useLanguage, useText } from '#app/components/use-text.ts'
import { formatPeriod } from '#app/i18n/format.ts'
import { capital } from '#app/i18n/pick.ts'
import { roundTexts } from '#app/i18n/rounds.ts'
import { termsTexts } from '#app/i18n/terms.ts'
import { DomainError } from '#app/platform/errors.ts'
import { fieldErrors } from '#app/platform/field-errors.ts'
import { guardedAction, guardedLoader } from '#app/platform/http/guarded.server.ts'
import { isMoved } from '#app/platform/http/moved.server.ts'
import { listSubjects } from '#app/services/rounds/list-subjects.server.ts'
import { NewRound, openRound } from '#app/services/rounds/open-round.server.ts'
import { listOrganisations } from '#app/services/organisations/list-organisations.server.ts'

export const meta = pageTitle((language) => roundTexts[language].new.title)

export const loader = guardedLoader('round.open', async ({ useCase, request }) => {
  const query = new URL(request.url).searchParams
  return {
    subjects: await listSubjects(useCase),
    organisations: await listOrganisations(useCase),
    chosen: query.has('terms') ? `terms:${query.get('terms')}` : query.has('standard') ? `standard:${query.get('standard')}` : '',
  }
})

const fields = ['subject', 'request', 'closesOn'] as const
type Values = Partial<Record<(typeof fields)[number], string>> & { asked: string[] }

export const action = guardedAction('round.open', async ({ useCase, request }) => {
  const form = await request.formData()
  const typed = Object.fromEntries(fields.map((field) => [field, String(form.get(field) ?? '')]))
  const values: Values = { ...typed, asked: form.getAll('asked').map(String) }
  const refuse = (status: 409 | 422, more: { errors?: Record<string, string>; existing?: string; moved?: boolean }) =>
    data({ values, errors: more.errors ?? {}, existing: more.existing ?? null, moved: more.moved ?? false }, status)
  const [kind, id = null] = (values.subject ?? '').split(':')
  const input = NewRound.safeParse({
    ...values,
    termsId: kind === 'terms' ? id : null,
    standardId: kind === 'standard' ? id : null,
  })
  if (!input.success) {
    const { termsId, standardId, ...errors } = fieldErrors(input.error)
    return refuse(422, { errors: termsId || standardId ? { subject: 'needed', ...errors } : errors })
  }
  try {
    return redirect(`/terms-of-reference/rounds/${await openRound(useCase, input.data)}?done=opened`)
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    if (error.detail === 'date-passed') return refuse(422, { errors: { closesOn: 'date-passed' } })
    if (error.detail === 'unknown-organisation') return refuse(422, { errors: { asked: 'unknown-organisation' } })
    if (error.code === 'not-found') return refuse(422, { errors: { subject: 'needed' } })
    if (error.detail === 'round-open') return refuse(409, { existing: String(error.data?.roundId) })
    if (isMoved(error)) return refuse(409, { moved: true })
    throw error
  }
})

export const shouldRevalidate = alsoAfterRefusal

export default function NewRoundPage() {
  const { subjects, organisations, chosen } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const texts = useText(roundTexts)
  const text = texts.new
  const terms = useText(termsTexts)
  const language = useLanguage()
  const name = useSubjectName()
  const values: Values = answer?.values ?? { subject: chosen, asked: ['AenM', 'DT&V', 'IND'] }
  const { sentence, problems } = useSentences(answer?.errors ?? {})
  const nothing = subjects.terms.length + subjects.standards.length === 0
  return (
    <>
      <PageHead
        crumbs={[
          { to: '/terms-of-reference', text: terms.title },
          { to: '/terms-of-reference/rounds', text: texts.title },
        ]}
        title={text.title}
        lead={text.lead}
      />
      <Problems problems={problems} />
      {answer?.moved && (
        <Notice tone="error">
          <p>{text.moved}</p>
        </Notice>
      )}
      {answer?.existing && (
        <Notice tone="error">
          <p>
            {text.exists} <Link to={`/terms-of-reference/rounds/${answer.existing}`}>{text.openExisting}</Link>.
          </p>
        </Notice>
      )}
      {nothing && !answer ? (
        <Empty>
          <p>
            {text.none} <Link to="/terms-of-reference/new">{terms.create}</Link>
          </p>
        </Empty>
      ) : (
        <Form method="post" noValidate>
          <SelectField
            label={text.subject}
            name="subject"
            aria-required
            defaultValue={values.subject}
            errors={sentence('subject')}
          >
            <option value="">{text.choose}</option>
            {subjects.terms.length > 0 && (
              <optgroup label={text.terms}>
                {subjects.terms.map((it) => (
                  <option key={it.id} value={`terms:${it.id}`}>
                    {capital(name({ ...it, termsId: it.id, standardVersion: null }))},{' '}
                    {formatPeriod(it.periodFrom, it.periodTo, language)}
                  </option>
                ))}
              </optgroup>
            )}
            {subjects.standards.length > 0 && (
              <optgroup label={text.standards}>
                {subjects.standards.map((it) => (
                  <option key={it.id} value={`standard:${it.id}`}>
                    {capital(texts.standard(it.version))}
                  </option>
                ))}
              </optgroup>
            )}
          </SelectField>
          <TextAreaField
            label={text.request}
            hint={text.requestHint}
            name="request"
            aria-required
            rows={5}
            maxLength={4000}
            defaultValue={values.request}
            errors={sentence('request')}
          />
          <TextField
            type="date"
            label={text.closesOn}
            hint={text.closesOnHint}
            name="closesOn"
            aria-required
            defaultValue={values.closesOn}
            errors={sentence('closesOn')}
          />
          <OrganisationBoxes organisations={organisations} chosen={values.asked} errors={sentence('asked')} />
          <div className="form-actions">
            <Button look="primary">{text.submit}</Button>
            <Link to="/terms-of-reference/rounds">{texts.form.cancel}</Link>
          </div>
        </Form>
      )}
    </>
  )
}
