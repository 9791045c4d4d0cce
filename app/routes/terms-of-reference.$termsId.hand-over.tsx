import '#app/styles/terms.css'
import '#app/styles/country.css'
import { data, redirect } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { alsoAfterRefusal } from '#app/components/also-after-refusal.ts'
import { Button } from '#app/components/button.tsx'
import { Exchange } from '#app/components/country/exchange.tsx'
import { CoverageStrip } from '#app/components/coverage-strip.tsx'
import { Notice, PageHead } from '#app/components/page.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { QuestionView } from '#app/components/question-list.tsx'
import { TermsFacts, useTermsTitle } from '#app/components/terms-facts.tsx'
import { useLanguage, useText } from '#app/components/use-text.ts'
import { countryTexts } from '#app/i18n/country.ts'
import { roundTexts } from '#app/i18n/rounds.ts'
import { termsTexts } from '#app/i18n/terms.ts'
import { DomainError } from '#app/platform/errors.ts'
import { guardedAction, guardedLoader } from '#app/platform/http/guarded.server.ts'
import { orShowMoved } from '#app/platform/http/moved.server.ts'
import { allows } from '#app/policies/policies.ts'
import { handOver } from '#app/services/terms-of-reference/hand-over.server.ts'
import { readReturned } from '#app/services/terms-of-reference/read-returned.server.ts'
import { readDeltas, readTerms, readTermsTree } from '#app/services/terms-of-reference/read-terms.server.ts'

export const meta = pageTitle((language) => termsTexts[language].handOver.title)

export const loader = guardedLoader('terms.view', async ({ useCase, actor, params }) => {
  const terms = await readTerms(useCase, params.termsId)
  if (!allows(actor, 'terms.hand-over', terms)) throw redirect(`/terms-of-reference/${terms.id}`)
  const { coverage } = await readTermsTree(useCase, terms.id, null)
  const returned = (await readReturned(useCase, terms.id, false)).filter((it) => it.turn === terms.turn)
  return { terms, coverage, returned, deltas: await readDeltas(useCase, terms.id) }
})

export const action = guardedAction('terms.hand-over', async ({ useCase, params, permit }) => {
  const terms = await readTerms(useCase, params.termsId)
  const page = `/terms-of-reference/${terms.id}`
  return orShowMoved(page, async () => {
    permit(terms)
    try {
      await handOver(useCase, terms.id)
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'invalid-input') throw error
      const problems = { 'unanswered-returns': 'unanswered', 'round-open': 'roundOpen' } as const
      const problem = problems[error.detail as keyof typeof problems] ?? ('noQuestions' as const)
      return data({ problem, roundId: error.data?.roundId ? String(error.data.roundId) : null }, 422)
    }
    return redirect(`${page}?done=handed-over`)
  })
})

export const shouldRevalidate = alsoAfterRefusal

export default function HandOverPage() {
  const { terms, coverage, returned, deltas } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const text = useText(termsTexts)
  const country = useText(countryTexts)
  const rounds = useText(roundTexts)
  const foreign = useLanguage() === 'nl' ? undefined : 'nl'
  const again = terms.turn > 0
  const base = `/terms-of-reference/${terms.id}`
  return (
    <>
      <PageHead
        crumbs={[
          { to: '/terms-of-reference', text: text.title },
          { to: base, text: useTermsTitle(terms) },
        ]}
        title={again ? country.handOver.again : text.handOver.title}
        lead={text.handOver.lead}
      />
      {answer?.problem && (
        <Notice tone="error">
          <p>
            {
              {
                unanswered: country.returned.unansweredStop,
                roundOpen: rounds.stillOpen,
                noQuestions: text.handOver.noQuestions,
              }[answer.problem]
            }{' '}
            {answer.roundId && <Link to={`/terms-of-reference/rounds/${answer.roundId}`}>{rounds.toRound}</Link>}
          </p>
          {answer.problem === 'unanswered' && (
            <ul>
              {returned
                .filter((it) => it.answer === null)
                .map((it) => (
                  <li key={it.id}>
                    <Link to={`${base}?question=${it.questionKey}#${it.questionKey}`}>
                      {it.number} <span lang={foreign}>{it.wordingNl}</span>
                    </Link>
                  </li>
                ))}
            </ul>
          )}
        </Notice>
      )}
      <TermsFacts terms={terms} />
      <CoverageStrip coverage={coverage} to={base} wording={`/terms-of-reference/wording/country/${terms.id}`} of="country" />
      {returned.length > 0 && (
        <>
          <h2>{country.returned.answeredTitle}</h2>
          <Exchange returned={returned} asked />
        </>
      )}
      <h2>{country.handOver.deltas}</h2>
      {deltas.length === 0 ? (
        <p>{country.handOver.none}</p>
      ) : (
        <>
          <p className="soft">{country.handOver.protected}</p>
          <ul className="plain-list rows">
            {deltas.map((question) => (
              <li key={question.key} className="question" data-state={question.state}>
                <QuestionView question={question} open={false} />
              </li>
            ))}
          </ul>
        </>
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
