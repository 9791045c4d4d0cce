import '#app/styles/evaluation.css'
import { Link, useLoaderData } from '@remix-run/react'
import { ButtonLink } from '#app/components/button.tsx'
import { Definitions } from '#app/components/evaluation/definitions.tsx'
import { EvaluationFilterForm } from '#app/components/evaluation/evaluation-filter.tsx'
import { FiguresTable } from '#app/components/evaluation/figures-table.tsx'
import { StandingReports } from '#app/components/evaluation/standing-reports.tsx'
import { Totals } from '#app/components/evaluation/totals.tsx'
import { Empty, PageHead } from '#app/components/page.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { TermsNavigation } from '#app/components/terms-navigation.tsx'
import { useText } from '#app/components/use-text.ts'
import { evaluationTexts } from '#app/i18n/evaluation.ts'
import { termsTexts } from '#app/i18n/terms.ts'
import { guardedLoader } from '#app/platform/http/guarded.server.ts'
import { chaptersOf, filterFrom, queryOf, shownChapter, shownQuestions } from '#app/services/evaluation/evaluation-filter.ts'
import { readEvaluation } from '#app/services/evaluation/read-evaluation.server.ts'
import { totalsOf } from '#app/services/evaluation/totals.ts'

export const meta = pageTitle((language) => evaluationTexts[language].title)

export const loader = guardedLoader('evaluation.view', async ({ useCase, request }) => {
  const filter = filterFrom(new URL(request.url).searchParams)
  const evaluation = await readEvaluation(useCase, filter)
  const { old, new: current, reports, countries } = evaluation
  const chapters = chaptersOf(evaluation)
  return {
    filter,
    old: old && { id: old.id, version: old.version },
    current: { id: current.id, version: current.version },
    versions: evaluation.versions.map(({ id, version, status, kind }) => ({ id, version, status, kind })),
    countries,
    reports,
    chapters,
    chapter: shownChapter(filter, chapters)?.key ?? null,
    totals: totalsOf(evaluation),
    questions: shownQuestions(filter, evaluation).map(({ record, ...question }) => ({
      ...question,
      record: record && {
        change: record.change,
        proposal: record.proposal,
        decision: record.decision,
        decisionReason: record.decisionReason,
      },
    })),
  }
})

export default function EvaluationPage() {
  const { filter, old, current, versions, countries, reports, chapters, chapter, totals, questions } =
    useLoaderData<typeof loader>()
  const text = useText(evaluationTexts)
  const terms = useText(termsTexts)
  const query = queryOf({ ...filter, old: old?.id ?? null, new: current.id })
  const exported = `/terms-of-reference/evaluation/export`
  return (
    <>
      <PageHead
        crumbs={[{ to: '/terms-of-reference', text: terms.title }]}
        title={text.title}
        lead={text.lead}
        actions={<ButtonLink to="/terms-of-reference/evaluation/pilots">{text.pilots.link}</ButtonLink>}
      />
      <TermsNavigation />
      <EvaluationFilterForm {...{ filter, versions, countries, chapters, chapter }} old={old?.id ?? null} current={current.id} />
      <section aria-labelledby="totals">
        <h2 id="totals">{text.totals.heading}</h2>
        <Totals totals={totals} />
        <p className="soft small">{text.informationOnly}</p>
        <Definitions />
      </section>
      <section aria-labelledby="questions">
        <h2 id="questions">{text.filter.show}</h2>
        {questions.length === 0 ? (
          <Empty>
            <p>
              {text.table.empty} {text.table.emptyNext}
            </p>
          </Empty>
        ) : (
          <FiguresTable questions={questions} old={old} current={current} query={query} />
        )}
      </section>
      <section aria-labelledby="reports">
        <h2 id="reports">{text.reports.heading}</h2>
        <StandingReports reports={reports} versions={[...(old ? [old] : []), current]} />
      </section>
      <section aria-labelledby="export" className="no-print">
        <h2 id="export">{text.export.heading}</h2>
        <ul>
          {(['csv', 'reports.csv', 'html'] as const).map((format) => (
            <li key={format}>
              <Link to={`${exported}/${format}?${query}`} reloadDocument>
                {format === 'csv' ? text.export.csv : format === 'html' ? text.export.html : text.export.perReport}
              </Link>
            </li>
          ))}
        </ul>
        <p className="soft small">{text.export.note}</p>
      </section>
    </>
  )
}
