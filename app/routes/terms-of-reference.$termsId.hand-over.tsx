import '#app/styles/terms.css'
import { data, redirect } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { Button } from '#app/components/button.tsx'
import { CoverageStrip } from '#app/components/coverage-strip.tsx'
import { Notice, PageHead } from '#app/components/page.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { TermsFacts, useTermsTitle } from '#app/components/terms-facts.tsx'
import { useLanguage, useText } from '#app/components/use-text.ts'
import { pick } from '#app/i18n/pick.ts'
import { termsTexts } from '#app/i18n/terms.ts'
import { DomainError } from '#app/platform/errors.ts'
import { guardedAction, guardedLoader } from '#app/platform/http/guarded.server.ts'
import { orShowMoved } from '#app/platform/http/moved.server.ts'
import { allows } from '#app/policies/policies.ts'
import { handOver } from '#app/services/terms-of-reference/hand-over.server.ts'
import { readDroppedQuestions, readTerms, readTermsTree } from '#app/services/terms-of-reference/read-terms.server.ts'

export const meta = pageTitle((language) => termsTexts[language].handOver.title)

export const loader = guardedLoader('terms.view', async ({ useCase, actor, params }) => {
  const terms = await readTerms(useCase, params.termsId)
  if (!allows(actor, 'terms.hand-over', terms)) throw redirect(`/terms-of-reference/${terms.id}`)
  const { coverage } = await readTermsTree(useCase, terms.id, null)
  return { terms, coverage, dropped: await readDroppedQuestions(useCase, terms.id) }
})

export const action = guardedAction('terms.hand-over', async ({ useCase, params, permit }) => {
  const terms = await readTerms(useCase, params.termsId)
  const page = `/terms-of-reference/${terms.id}`
  return orShowMoved(page, async () => {
    permit(terms)
    try {
      await handOver(useCase, terms.id)
    } catch (error) {
      if (error instanceof DomainError && error.detail === 'no-questions') return data({ problem: 'noQuestions' as const }, 422)
      throw error
    }
    return redirect(`${page}?done=handed-over`)
  })
})

export default function HandOverPage() {
  const { terms, coverage, dropped } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const text = useText(termsTexts)
  const language = useLanguage()
  const base = `/terms-of-reference/${terms.id}`
  return (
    <>
      <PageHead
        crumbs={[
          { to: '/terms-of-reference', text: text.title },
          { to: base, text: useTermsTitle(terms) },
        ]}
        title={text.handOver.title}
        lead={text.handOver.lead}
      />
      {answer?.problem && (
        <Notice tone="error">
          <p>{text.handOver[answer.problem]}</p>
        </Notice>
      )}
      <TermsFacts terms={terms} />
      <CoverageStrip coverage={coverage} to={base} wording={`/terms-of-reference/wording/country/${terms.id}`} of="country" />
      <h2>{text.handOver.dropped}</h2>
      {dropped.length === 0 ? (
        <p>{text.handOver.noneDropped}</p>
      ) : (
        <ul className="plain-list rows">
          {dropped.map((question) => {
            const wording = pick(question.wordingNl, question.wordingEn, language)
            return (
              <li key={question.key}>
                <span lang={wording.lang}>{wording.text}</span>
                <p className="question-reason soft">{question.reason}</p>
              </li>
            )
          })}
        </ul>
      )}
      <Form method="post" className="hand-over">
        <div className="form-actions">
          <Button look="primary">{text.handOver.submit}</Button>
          <Link to={base}>{text.drop.cancel}</Link>
        </div>
      </Form>
    </>
  )
}
