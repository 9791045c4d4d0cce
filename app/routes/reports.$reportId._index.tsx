import '#app/styles/reports.css'
import { Link, useLoaderData } from '@remix-run/react'
import { ButtonLink } from '#app/components/button.tsx'
import { useDaysLeft } from '#app/components/days-left.ts'
import { Facts, Notice, PageHead, Status } from '#app/components/page.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { SectionForm } from '#app/components/section-form.tsx'
import { SectionTable } from '#app/components/section-table.tsx'
import { stageTone } from '#app/components/tones.ts'
import { useLanguage, useText } from '#app/components/use-text.ts'
import { findTexts } from '#app/i18n/find.ts'
import { formatDay, formatNumber, formatPeriod } from '#app/i18n/format.ts'
import { capital, pick, sentenceFor } from '#app/i18n/pick.ts'
import { reportImportTexts } from '#app/i18n/report-import.ts'
import { reportTexts } from '#app/i18n/reports.ts'
import { words } from '#app/i18n/vocabulary.ts'
import { guardedLoader } from '#app/platform/http/guarded.server.ts'
import { daysBetween, today } from '#app/platform/today.ts'
import { allows } from '#app/policies/policies.ts'
import { hubOf } from '#app/services/sections/section-hub.server.ts'
import { listAuthors, readReport } from '#app/services/reports/read-report.server.ts'

export const meta = pageTitle<{ report: { title: string } }>((_language, data) => data?.report.title)

export const loader = guardedLoader('report.view', async ({ useCase, actor, params, request, installation }) => {
  const report = await readReport(useCase, params.reportId)
  const query = new URL(request.url).searchParams
  const day = today(useCase.clock)
  const open = report.tree.filter((section) => section.hasText)
  const assignable = open.filter((section) => allows(actor, 'section.assign', section)).map((section) => section.id)
  const datable = open.filter((section) => allows(actor, 'section.write', section)).map((section) => section.id)
  return {
    report: { ...report, tree: report.tree.map(({ contributorIds: _, ...section }) => section) },
    openNow: hubOf(installation.sql)
      .peopleIn(report.id)
      .map(({ sectionId, name }) => ({ sectionId, name })),
    authors: assignable.length > 0 ? await listAuthors(useCase) : [],
    today: day,
    daysLeft: daysBetween(day, report.dueOn),
    done: query.get('done'),
    problem: query.get('problem'),
    moved: query.has('moved'),
    chosen: query.getAll('chosen'),
    choosable: [...new Set([...assignable, ...datable])],
    may: {
      assign: assignable.length > 0,
      date: datable.length > 0,
      release: allows(actor, 'release.create'),
      import: allows(actor, 'report.import') && datable.length > 0,
      arrange: allows(actor, 'section.arrange'),
    },
  }
})

export default function ReportPage() {
  const {
    report,
    openNow,
    authors,
    today: day,
    daysLeft,
    done,
    problem,
    moved,
    chosen,
    choosable,
    may,
  } = useLoaderData<typeof loader>()
  const text = useText(reportTexts)
  const find = useText(findTexts)
  const importText = useText(reportImportTexts)
  const language = useLanguage()
  const days = useDaysLeft()
  return (
    <>
      <PageHead
        crumbs={[{ to: '/reports', text: text.title }]}
        title={<span lang={language === 'nl' ? undefined : 'nl'}>{report.title}</span>}
        lead={report.notice}
        actions={
          <>
            <ButtonLink to={`/reports/${report.id}/find`}>{find.link}</ButtonLink>
            {may.import && <ButtonLink to={`/reports/${report.id}/import`}>{importText.link}</ButtonLink>}
            {may.release && (
              <ButtonLink look="primary" to={`/reports/${report.id}/release`}>
                {text.release}
              </ButtonLink>
            )}
          </>
        }
      />
      {sentenceFor(text.done, done) && (
        <Notice tone="ok">
          <p>{sentenceFor(text.done, done)}</p>
        </Notice>
      )}
      {sentenceFor(text.problem, problem) && (
        <Notice tone="error">
          <p>{sentenceFor(text.problem, problem)}</p>
        </Notice>
      )}
      {moved && (
        <Notice tone="warning">
          <p>{text.moved}</p>
        </Notice>
      )}
      <Facts
        facts={[
          [text.country, pick(report.countryNl, report.countryEn, language).text],
          [text.kind, capital(words[language].reportKind[report.kind])],
          [text.period, formatPeriod(report.periodFrom, report.periodTo, language)],
          [
            text.stage,
            <Status key="stage" tone={stageTone[report.stage]}>
              {text.stages[report.stage]}
            </Status>,
          ],
          [text.progress, text.of(report.approved, report.sections)],
          [
            text.words,
            formatNumber(
              report.tree.reduce((sum, section) => sum + section.words, 0),
              language,
            ),
          ],
          [text.due, formatDay(report.dueOn, language)],
          report.acceptedAt !== null && [
            text.leadTime,
            report.stage === 'released'
              ? text.stages.released
              : text.leadTimeText(formatDay(new Date(report.acceptedAt).toISOString(), language), days(daysLeft)),
          ],
          [
            text.terms,
            <Link key="terms" to={`/terms-of-reference/${report.termsId}`}>
              {text.viewTerms}
            </Link>,
          ],
          [
            text.releases,
            report.releaseNumbers.length === 0
              ? text.noReleases
              : report.releaseNumbers.map((number) => (
                  <span key={number}>
                    <Link to={`/releases/${number}`}>{number}</Link>{' '}
                  </span>
                )),
          ],
        ]}
      />
      <h2 id="sections">{text.sections}</h2>
      {choosable.length > 0 && <SectionForm reportId={report.id} authors={authors} may={may} today={day} />}
      <SectionTable sections={report.tree} openNow={openNow} choosable={choosable} chosen={chosen} mayArrange={may.arrange} />
    </>
  )
}
