import '#app/styles/terms.css'
import { data, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { alsoAfterRefusal } from '#app/components/also-after-refusal.ts'
import { wordingFindings } from '#editor/checks/question-wording/find.ts'
import { Button } from '#app/components/button.tsx'
import { SelectField, TextAreaField } from '#app/components/field.tsx'
import { Notice, PageHead } from '#app/components/page.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { TermsNavigation } from '#app/components/terms-navigation.tsx'
import { useText } from '#app/components/use-text.ts'
import { JudgedWording } from '#app/components/wording-forms.tsx'
import { errorTexts } from '#app/i18n/errors.ts'
import { termsTexts } from '#app/i18n/terms.ts'
import { wordingTexts } from '#app/i18n/wording.ts'
import { DomainError } from '#app/platform/errors.ts'
import { fieldErrors } from '#app/platform/field-errors.ts'
import { guardedAction, guardedLoader } from '#app/platform/http/guarded.server.ts'
import { localPath } from '#app/platform/http/local-path.ts'
import { allows } from '#app/policies/policies.ts'
import { dismissFinding, DismissedFinding } from '#app/services/wording/dismiss-finding.server.ts'
import { readDismissals } from '#app/services/wording/read-dismissals.server.ts'
import { withdrawDismissal } from '#app/services/wording/withdraw-dismissal.server.ts'
import { Language, languages } from '#schemas/vocabulary.ts'

export const meta = pageTitle((language) => wordingTexts[language].page.title)

/** `?language=&wording=`, or the whole of another form with `check=language.field`: what its button "check the wording" sends without script. */
export const loader = guardedLoader('wording.view', async ({ useCase, actor, language: page, request }) => {
  const query = new URL(request.url).searchParams
  const check = query.get('check')
  const [checked, field] = check ? check.split('.') : [query.get('language')]
  const language = Language.catch(page).parse(checked)
  const wording = (query.get(field ?? 'wording') ?? '').slice(0, 2000)
  const done = query.get('done')
  return {
    language,
    wording,
    dismissals: await readDismissals(useCase, [{ language, wording }]),
    done: done === 'dismissed' || done === 'withdrawn' ? (done as 'dismissed' | 'withdrawn') : null,
    may: { dismiss: allows(actor, 'wording.dismiss') },
  }
})

/** Leaves a wording as it is, or takes that back; then goes back to the page that asked. */
export const action = guardedAction('wording.dismiss', async ({ useCase, request }) => {
  const values = Object.fromEntries([...(await request.formData())].map(([name, value]) => [name, String(value)]))
  const { language = '', wording = '', rule = '', passage = '', reason = '', withdraw, back } = values
  const here = `/terms-of-reference/wording?${new URLSearchParams({ language, wording })}`
  const goBack = (done: string) => {
    const url = new URL(back ? localPath(back) : here, request.url)
    url.searchParams.set('done', done)
    return redirect(url.pathname + url.search + url.hash)
  }
  const refuse = async (error: string, status: number) => {
    const dismissals = await readDismissals(useCase, [{ language: Language.catch('nl').parse(language), wording }])
    return data({ language, wording, dismissals, refused: { rule, passage, reason, error } }, status)
  }
  const input = withdraw === undefined ? DismissedFinding.safeParse(values) : undefined
  if (input && !input.success) return refuse(fieldErrors(input.error).reason ?? 'other', 422)
  try {
    if (input) await dismissFinding(useCase, input.data)
    else await withdrawDismissal(useCase, withdraw!)
  } catch (error) {
    if (!(error instanceof DomainError) || error.code === 'not-found') throw error
    return refuse(error.detail ?? 'other', error.status)
  }
  return goBack(input ? 'dismissed' : 'withdrawn')
})

export const shouldRevalidate = alsoAfterRefusal

export default function WordingPage() {
  const { done, may, ...asked } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const texts = useText(wordingTexts)
  const text = texts.page
  const summary = useText(errorTexts).formSummary
  const terms = useText(termsTexts)
  const language = Language.catch(asked.language).parse(answer?.language)
  const wording = answer?.wording ?? asked.wording
  const findings = wordingFindings(wording, language)
  const sentences: Record<string, string> = texts.errors
  return (
    <>
      <PageHead crumbs={[{ to: '/terms-of-reference', text: terms.title }]} title={text.title} lead={text.lead} />
      <TermsNavigation />
      {answer && (
        <Notice tone="error" title={summary}>
          <p>{sentences[answer.refused.error] ?? texts.errors.other}</p>
        </Notice>
      )}
      {done && !answer && (
        <Notice tone="ok">
          <p>{text.done[done]}</p>
        </Notice>
      )}
      <Form method="get" key={`${language} ${wording}`}>
        <TextAreaField
          label={text.wording}
          hint={text.explain}
          name="wording"
          lang={language}
          rows={4}
          maxLength={2000}
          defaultValue={wording}
        />
        <SelectField label={text.language} name="language" defaultValue={language}>
          {languages.map((code) => (
            <option key={code} value={code}>
              {text.languages[code]}
            </option>
          ))}
        </SelectField>
        <Button look="primary">{text.submit}</Button>
      </Form>
      {wording.trim() !== '' && (
        <section aria-labelledby="result" className="wording-result">
          <h2 id="result">{text.result}</h2>
          <p className="question-wording" lang={language}>
            {wording}
          </p>
          {findings.length === 0 && <p>{text.fine}</p>}
          <JudgedWording
            wording={wording}
            lang={language}
            findings={findings}
            dismissals={answer?.dismissals ?? asked.dismissals}
            may={may.dismiss}
            back={`/terms-of-reference/wording?${new URLSearchParams({ language, wording })}`}
            refused={answer?.refused}
          />
        </section>
      )}
    </>
  )
}
