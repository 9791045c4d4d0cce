import '#app/styles/terms.css'
import '#app/styles/rounds.css'
import '#app/styles/country.css'
import { Link, useLoaderData } from '@remix-run/react'
import { ButtonLink } from '#app/components/button.tsx'
import { ChapterTree, NodeTitle } from '#app/components/chapter-tree.tsx'
import { Exchange } from '#app/components/country/exchange.tsx'
import { MarkActions } from '#app/components/country/mark-actions.tsx'
import { ReturnedBlock } from '#app/components/country/returned-block.tsx'
import { CoverageStrip } from '#app/components/coverage-strip.tsx'
import { Notice, PageHead } from '#app/components/page.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { QuestionActions } from '#app/components/question-actions.tsx'
import { QuestionList } from '#app/components/question-list.tsx'
import { RoundsAbout } from '#app/components/rounds/rounds-about.tsx'
import { TermsFacts, useTermsTitle } from '#app/components/terms-facts.tsx'
import { useText } from '#app/components/use-text.ts'
import { countryTexts } from '#app/i18n/country.ts'
import { termsTexts } from '#app/i18n/terms.ts'
import { guardedLoader } from '#app/platform/http/guarded.server.ts'
import { allows, roleAllows } from '#app/policies/policies.ts'
import { listRoundsAbout } from '#app/services/rounds/list-rounds-about.server.ts'
import { readReturned } from '#app/services/terms-of-reference/read-returned.server.ts'
import { readTerms, readTermsTree } from '#app/services/terms-of-reference/read-terms.server.ts'

export const meta = pageTitle<{ terms: { countryNl: string; countryEn: string } }>(
  (language, data) => data && `${termsTexts[language].title} ${language === 'nl' ? data.terms.countryNl : data.terms.countryEn}`,
)

const outcomes = ['created', 'handed-over', 'returned'] as const
const isDone = (done: string | null): done is (typeof outcomes)[number] => outcomes.some((it) => it === done)

export const loader = guardedLoader('terms.view', async ({ useCase, actor, params, request }) => {
  const terms = await readTerms(useCase, params.termsId)
  const query = new URL(request.url).searchParams
  const done = query.get('done')
  const stopped = query.get('stopped')
  const giveBack = allows(actor, 'terms.return', terms)
  return {
    terms,
    tree: await readTermsTree(useCase, terms.id, query.get('chapter'), query.get('question')),
    rounds: await listRoundsAbout(useCase, { termsId: terms.id, standardId: null }),
    returned: await readReturned(useCase, terms.id, roleAllows(actor, 'terms.return')),
    done: isDone(done) ? done : null,
    stopped: stopped === 'marks-open' || stopped === 'nothing-marked' ? (stopped as 'marks-open' | 'nothing-marked') : null,
    moved: query.has('moved'),
    may: {
      change: allows(actor, 'terms.change', terms),
      handOver: allows(actor, 'terms.hand-over', terms),
      accept: allows(actor, 'terms.accept', terms),
      giveBack,
      openRound: allows(actor, 'round.open') && allows(actor, 'terms.change', terms),
    },
  }
})

export default function TermsPage() {
  const { terms, tree, rounds, returned, done, stopped, moved, may } = useLoaderData<typeof loader>()
  const text = useText(termsTexts)
  const country = useText(countryTexts)
  const base = `/terms-of-reference/${terms.id}`
  const isNow = (key: string) => returned.some((it) => it.questionKey === key && it.turn === terms.turn)
  return (
    <>
      <PageHead
        crumbs={[{ to: '/terms-of-reference', text: text.title }]}
        title={useTermsTitle(terms)}
        actions={
          <>
            {may.handOver && (
              <ButtonLink look="primary" to={`${base}/hand-over`}>
                {terms.turn > 0 ? country.handOver.again : text.handOver.link}
              </ButtonLink>
            )}
            <ButtonLink to={`/planning/${terms.id}`}>{text.navigation.planning}</ButtonLink>
            <ButtonLink to={`${base}/history`}>{country.history.link}</ButtonLink>
            {terms.reportId && <ButtonLink to={`/reports/${terms.reportId}`}>{text.facts.openReport}</ButtonLink>}
          </>
        }
      />
      {moved && (
        <Notice tone="warning">
          <p>{text.moved}</p>
        </Notice>
      )}
      {done && (
        <Notice tone="ok">
          <p>{done === 'returned' ? country.returned.done : text.done[done]}</p>
        </Notice>
      )}
      {stopped && (
        <Notice tone="error">
          <p>{stopped === 'marks-open' ? country.returned.marksOpen : country.returned.nothing}</p>
        </Notice>
      )}
      <ReturnedBlock base={base} status={terms.status} turn={terms.turn} returned={returned} may={may} />
      <TermsFacts terms={terms} />
      <RoundsAbout
        rounds={rounds}
        open={
          may.openRound && rounds.every((it) => it.phase === 'closed')
            ? `/terms-of-reference/rounds/new?terms=${terms.id}`
            : undefined
        }
      />
      <CoverageStrip
        coverage={tree.coverage}
        to={base}
        wording={`/terms-of-reference/wording/country/${terms.id}`}
        of="country"
      />
      <div className="columns">
        <ChapterTree chapters={tree.chapters} current={tree.chapter.key} />
        <div>
          <h2 className="first-heading">
            <NodeTitle node={tree.chapter} />
          </h2>
          <QuestionList
            chapter={tree.chapter}
            questions={tree.questions}
            notes={({ key, revision }) => (
              <>
                <Exchange returned={returned.filter((it) => it.questionKey === key)} />
                {revision > 1 && (
                  <p className="question-history no-print">
                    <Link to={`${base}/history?question=${key}`}>{country.history.ofQuestion}</Link>
                  </p>
                )}
              </>
            )}
            actions={
              may.change
                ? (question, number) => (
                    <QuestionActions
                      base={base}
                      question={question}
                      number={number}
                      returned={terms.status === 'returned' && isNow(question.key)}
                    />
                  )
                : may.giveBack
                  ? ({ key, state }, number) =>
                      state !== 'dropped' && <MarkActions base={base} questionKey={key} number={number} marked={isNow(key)} />
                  : undefined
            }
            sectionActions={
              may.change
                ? (section) => (
                    <Link to={`${base}/add?section=${section.key}`} className="no-print">
                      {text.question.add} <span className="hidden-visually">{section.number}</span>
                    </Link>
                  )
                : undefined
            }
          />
        </div>
      </div>
    </>
  )
}
