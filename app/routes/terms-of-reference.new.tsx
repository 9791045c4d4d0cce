import '#app/styles/terms.css'
import { data, redirect } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { alsoAfterRefusal } from '#app/components/also-after-refusal.ts'
import { Button } from '#app/components/button.tsx'
import { SelectField, TextField } from '#app/components/field.tsx'
import { Empty, Notice, PageHead } from '#app/components/page.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { useLanguage, useText } from '#app/components/use-text.ts'
import { errorTexts } from '#app/i18n/errors.ts'
import { compareText } from '#app/i18n/format.ts'
import { capital } from '#app/i18n/pick.ts'
import { countryTexts } from '#app/i18n/country.ts'
import { termsTexts } from '#app/i18n/terms.ts'
import { words } from '#app/i18n/vocabulary.ts'
import { DomainError } from '#app/platform/errors.ts'
import { fieldErrors } from '#app/platform/field-errors.ts'
import { guardedAction, guardedLoader } from '#app/platform/http/guarded.server.ts'
import { createTerms, NewTerms } from '#app/services/terms-of-reference/create-terms.server.ts'
import { listCountries } from '#app/services/terms-of-reference/list-terms.server.ts'
import { chooseStandard, readStartingPoints } from '#app/services/terms-of-reference/starting-points.server.ts'

export const meta = pageTitle((language) => termsTexts[language].new.title)

export const loader = guardedLoader('terms.create', async ({ useCase, language }) => {
  const compare = compareText(language)
  const countries = (await listCountries(useCase)).map(({ code, nameNl, nameEn }) => ({
    code,
    name: language === 'nl' ? nameNl : nameEn,
  }))
  return { ...(await readStartingPoints(useCase)), countries: countries.sort((a, b) => compare(a.name, b.name)) }
})

const fields = ['countryCode', 'kind', 'standardId', 'periodFrom', 'periodTo', 'dueOn'] as const
type Values = Partial<Record<(typeof fields)[number], string>>

export const action = guardedAction('terms.create', async ({ useCase, request }) => {
  const form = await request.formData()
  const values: Values = Object.fromEntries(fields.map((field) => [field, String(form.get(field) ?? '')]))
  const refuse = (errors: Record<string, string>, existing: string | null = null) =>
    data({ values, errors, existing }, existing ? 409 : 422)
  const standardId = await chooseStandard(useCase, values.kind ?? '', values.standardId ?? '')
  const input = NewTerms.safeParse({ ...values, standardId })
  if (!input.success) return refuse(fieldErrors(input.error))
  try {
    const id = await createTerms(useCase, input.data)
    return redirect(`/terms-of-reference/${id}?done=created`)
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    if (error.detail === 'unknown-country') return refuse({ countryCode: 'unknown-country' })
    if (error.detail === 'standard-not-in-force' || error.detail === 'standard-of-other-kind')
      return refuse({ standardId: 'not-a-pilot' })
    if (error.detail === 'terms-exist') return refuse({}, String(error.data?.termsId))
    throw error
  }
})

export const shouldRevalidate = alsoAfterRefusal

export default function NewTermsPage() {
  const { general: standard, thematic, pilots, months, suggestedDue, countries } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const text = useText(termsTexts)
  const start = useText(countryTexts).start
  const summary = useText(errorTexts).formSummary
  const language = useLanguage()
  const values: Values = answer?.values ?? {}
  const errors: Record<string, string | undefined> = answer?.errors ?? {}
  const sentence = (field: keyof Values) => {
    const code = errors[field]
    const sentences: Record<string, string> = { ...text.errors, 'not-a-pilot': start.notPilot, standardId: start.notPilot }
    return code === undefined ? undefined : [sentences[code] ?? sentences[field] ?? text.errors.other]
  }
  const problems = fields.flatMap((field) => sentence(field) ?? [])
  return (
    <>
      <PageHead
        crumbs={[{ to: '/terms-of-reference', text: text.title }]}
        title={text.new.title}
        lead={standard && text.new.lead(standard.version, standard.questions)}
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
      {answer?.existing && (
        <Notice tone="error">
          <p>
            {text.new.exists} <Link to={`/terms-of-reference/${answer.existing}`}>{text.new.openExisting}</Link>.
          </p>
        </Notice>
      )}
      {standard === null ? (
        <Empty>
          <p>{text.standard.none}</p>
        </Empty>
      ) : (
        <Form method="post" noValidate>
          <SelectField
            label={text.new.country}
            name="countryCode"
            aria-required
            defaultValue={values.countryCode ?? ''}
            errors={sentence('countryCode')}
          >
            <option value="">{text.new.choose}</option>
            {countries.map((country) => (
              <option key={country.code} value={country.code}>
                {country.name}
              </option>
            ))}
          </SelectField>
          <SelectField
            label={text.new.kind}
            hint={thematic ? start.thematic(thematic.version) : start.thematicGeneral}
            name="kind"
            aria-required
            defaultValue={values.kind || 'general'}
            errors={sentence('kind')}
          >
            {(['general', 'thematic'] as const).map((kind) => (
              <option key={kind} value={kind}>
                {capital(words[language].reportKind[kind])}
              </option>
            ))}
          </SelectField>
          {pilots.length > 0 && (
            <SelectField
              label={start.label}
              hint={start.hint}
              name="standardId"
              defaultValue={values.standardId ?? ''}
              errors={sentence('standardId')}
            >
              <option value="">{start.inForce}</option>
              {pilots.map((pilot) => (
                <option key={pilot.id} value={pilot.id}>
                  {start.pilot(
                    pilot.version,
                    pilot.countries.map((country) => (language === 'nl' ? country.nameNl : country.nameEn)).join(', '),
                  )}
                </option>
              ))}
            </SelectField>
          )}
          <div className="period-fields">
            <TextField
              type="date"
              label={text.new.periodFrom}
              name="periodFrom"
              aria-required
              defaultValue={values.periodFrom}
              errors={sentence('periodFrom')}
            />
            <TextField
              type="date"
              label={text.new.periodTo}
              name="periodTo"
              aria-required
              defaultValue={values.periodTo}
              errors={sentence('periodTo')}
            />
          </div>
          <TextField
            type="date"
            label={text.new.due}
            hint={start.dueHint(months)}
            name="dueOn"
            aria-required
            defaultValue={values.dueOn ?? suggestedDue}
            errors={sentence('dueOn')}
          />
          <Button look="primary">{text.new.submit}</Button>
        </Form>
      )}
    </>
  )
}
