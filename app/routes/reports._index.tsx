import { Link, useLoaderData } from '@remix-run/react'
import { Empty, PageHead, Status } from '#app/components/page.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { stageTone } from '#app/components/tones.ts'
import { useLanguage, useText } from '#app/components/use-text.ts'
import { formatDay, formatPeriod } from '#app/i18n/format.ts'
import { reportTexts } from '#app/i18n/reports.ts'
import { guardedLoader } from '#app/platform/http/guarded.server.ts'
import { listReports } from '#app/services/reports/list-reports.server.ts'

export const meta = pageTitle((language) => reportTexts[language].title)

export const loader = guardedLoader('report.view', async ({ useCase }) => ({ reports: await listReports(useCase) }))

export default function Reports() {
  const { reports } = useLoaderData<typeof loader>()
  const text = useText(reportTexts)
  const language = useLanguage()
  return (
    <>
      <PageHead title={text.title} lead={text.lead} />
      {reports.length === 0 ? (
        <Empty>
          <p>
            {text.empty} {text.emptyNext} <Link to="/terms-of-reference">{text.toTerms}</Link>.
          </p>
        </Empty>
      ) : (
        // A wide table scrolls by itself; the keyboard must reach it to do so.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <div className="table-scroll" tabIndex={0} role="region" aria-label={text.title}>
          <table className="utrecht-table utrecht-table--html-table">
            <caption className="hidden-visually">{text.caption}</caption>
            <thead>
              <tr>
                <th scope="col">{text.report}</th>
                <th scope="col">{text.stage}</th>
                <th scope="col">{text.due}</th>
                <th scope="col">{text.progress}</th>
                <th scope="col">{text.released}</th>
                <th scope="col">{text.period}</th>
              </tr>
            </thead>
            <tbody>
              {reports.map((report) => (
                <tr key={report.id}>
                  <th scope="row">
                    <Link to={`/reports/${report.id}`} lang={language === 'nl' ? undefined : 'nl'}>
                      {report.title}
                    </Link>
                    {report.notice && <div className="soft small">{report.notice}</div>}
                  </th>
                  <td>
                    <Status tone={stageTone[report.stage]}>{text.stages[report.stage]}</Status>
                  </td>
                  <td>{formatDay(report.dueOn, language)}</td>
                  <td>{text.ofShort(report.approved, report.sections)}</td>
                  <td>{text.ofShort(report.released, report.sections)}</td>
                  <td>{formatPeriod(report.periodFrom, report.periodTo, language)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  )
}
