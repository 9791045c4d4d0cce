import '#app/styles/evaluation.css'
import { data, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { alsoAfterRefusal } from '#app/components/also-after-refusal.ts'
import { Button } from '#app/components/button.tsx'
import { SelectField } from '#app/components/field.tsx'
import { Empty, Notice, PageHead, Status } from '#app/components/page.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { TermsNavigation } from '#app/components/terms-navigation.tsx'
import { useLanguage, useText } from '#app/components/use-text.ts'
import { evaluationTexts } from '#app/i18n/evaluation.ts'
import { compareText } from '#app/i18n/format.ts'
import { pick } from '#app/i18n/pick.ts'
import { termsTexts } from '#app/i18n/terms.ts'
import { words } from '#app/i18n/vocabulary.ts'
import { DomainError } from '#app/platform/errors.ts'
import { guardedAction, guardedLoader } from '#app/platform/http/guarded.server.ts'
import { orShowMoved } from '#app/platform/http/moved.server.ts'
import { allows } from '#app/policies/policies.ts'
import { listPilots } from '#app/services/evaluation/list-pilots.server.ts'
import { markPilot, Pilot, unmarkPilot } from '#app/services/evaluation/mark-pilot.server.ts'
import { listCountries } from '#app/services/terms-of-reference/list-terms.server.ts'

const page = '/terms-of-reference/evaluation/pilots'

export const meta = pageTitle((language) => evaluationTexts[language].pilots.title)

export const loader = guardedLoader('evaluation.view', async ({ useCase, actor, request }) => {
  const query = new URL(request.url).searchParams
  const done = query.get('done')
  const may = { mark: allows(actor, 'pilot.mark') }
  return {
    versions: await listPilots(useCase),
    countries: may.mark ? await listCountries(useCase) : [],
    done: done === 'marked' || done === 'unmarked' ? (done as 'marked' | 'unmarked') : null,
    moved: query.has('moved'),
    may,
  }
})

export const action = guardedAction('pilot.mark', async ({ useCase, request }) => {
  const form = await request.formData()
  const standardId = String(form.get('standardId') ?? '')
  const unmark = form.get('intent') === 'unmark'
  const input = Pilot.safeParse({ standardId, countryCode: form.get('countryCode') })
  if (!input.success) return data({ standardId, problem: 'unknown-country' as const }, 422)
  return orShowMoved(page, async () => {
    try {
      await (unmark ? unmarkPilot : markPilot)(useCase, input.data)
    } catch (error) {
      if (error instanceof DomainError && error.detail === 'unknown-country')
        return data({ standardId, problem: 'unknown-country' as const }, 422)
      throw error
    }
    return redirect(`${page}?done=${unmark ? 'unmarked' : 'marked'}`)
  })
})

const tone = { draft: 'rest', consulted: 'busy', 'in-force': 'good', withdrawn: 'rest' } as const

export const shouldRevalidate = alsoAfterRefusal

export default function PilotsPage() {
  const { versions, countries, done, moved, may } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const text = useText(evaluationTexts)
  const terms = useText(termsTexts)
  const language = useLanguage()
  const named = countries
    .map(({ code, nameNl, nameEn }) => ({ code, name: pick(nameNl, nameEn, language).text }))
    .sort((a, b) => compareText(language)(a.name, b.name))
  return (
    <>
      <PageHead
        crumbs={[
          { to: '/terms-of-reference', text: terms.title },
          { to: '/terms-of-reference/evaluation', text: text.title },
        ]}
        title={text.pilots.title}
        lead={text.pilots.lead}
      />
      <TermsNavigation />
      {done && (
        <Notice tone="ok">
          <p>{text.pilots[done]}</p>
        </Notice>
      )}
      {moved && (
        <Notice tone="warning">
          <p>{terms.moved}</p>
        </Notice>
      )}
      {versions.length === 0 && (
        <Empty>
          <p>
            {text.pilots.empty} {may.mark && text.pilots.emptyPolicy}
          </p>
        </Empty>
      )}
      {versions.map((version) => {
        const open = version.status === 'draft' || version.status === 'consulted'
        const heading = `version-${version.id}`
        const wrong = answer?.standardId === version.id ? [text.errors[answer.problem]] : undefined
        return (
          <section key={version.id} aria-labelledby={heading} className="pilot-version">
            <h2 id={heading}>
              {text.pilots.version} {version.version}
            </h2>
            <p>
              <Status tone={tone[version.status]}>{words[language].standardStatus[version.status]}</Status>
              {'. '}
              {version.status === 'draft' ? text.pilots.later : open ? text.pilots.usable : text.pilots.history}
            </p>
            {version.countries.length === 0 ? (
              <p className="soft">
                {text.pilots.countries}: {text.pilots.none}.
              </p>
            ) : (
              <ul className="plain-list rows pilot-countries">
                {version.countries.map(({ code, nameNl, nameEn, uses }) => {
                  const name = pick(nameNl, nameEn, language).text
                  return (
                    <li key={code}>
                      <strong>{name}</strong>{' '}
                      <span className="soft">({uses > 0 ? text.pilots.uses(uses) : text.pilots.notUsed})</span>
                      {may.mark && open && uses === 0 && (
                        <Form method="post">
                          <input type="hidden" name="standardId" value={version.id} />
                          <input type="hidden" name="countryCode" value={code} />
                          <button className="link-button" name="intent" value="unmark">
                            {text.pilots.unmark} <span className="hidden-visually">{name}</span>
                          </button>
                        </Form>
                      )}
                    </li>
                  )
                })}
              </ul>
            )}
            {may.mark && open && (
              <Form method="post" className="pilot-mark" noValidate>
                <input type="hidden" name="standardId" value={version.id} />
                <SelectField label={text.pilots.country} name="countryCode" aria-required defaultValue="" errors={wrong}>
                  <option value="">{text.pilots.choose}</option>
                  {named
                    .filter(({ code }) => !version.countries.some((country) => country.code === code))
                    .map(({ code, name }) => (
                      <option key={code} value={code}>
                        {name}
                      </option>
                    ))}
                </SelectField>
                <Button>
                  {text.pilots.mark} <span className="hidden-visually">({version.version})</span>
                </Button>
              </Form>
            )}
          </section>
        )
      })}
    </>
  )
}
