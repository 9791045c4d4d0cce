import { Link } from '@remix-run/react'
import { evaluationTexts } from '#app/i18n/evaluation.ts'
import { formatPeriod } from '#app/i18n/format.ts'
import type { EvaluatedReport } from '#app/services/evaluation/read-facts.server.ts'
import { Empty } from '../page.tsx'
import { useLanguage, useText } from '../use-text.ts'

type Props = { reports: readonly EvaluatedReport[]; versions: readonly { id: string; version: string }[] }

/** Which reports stand on which version, and which of them count. */
export function StandingReports({ reports, versions }: Props) {
  const text = useText(evaluationTexts).reports
  const language = useLanguage()
  if (reports.length === 0)
    return (
      <Empty>
        <p>{text.empty}</p>
      </Empty>
    )
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="table-scroll" tabIndex={0} role="region" aria-label={text.caption}>
      <table className="utrecht-table utrecht-table--html-table">
        <caption className="hidden-visually">{text.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{text.version}</th>
            <th scope="col">{text.report}</th>
            <th scope="col">{text.period}</th>
            <th scope="col">{text.releases}</th>
          </tr>
        </thead>
        <tbody>
          {versions.flatMap(({ id, version }) =>
            reports
              .filter((report) => report.standardId === id)
              .map((report) => (
                <tr key={report.id}>
                  <td>
                    {version}
                    {report.pilot && <span className="tag evaluation-pilot">{text.pilot}</span>}
                  </td>
                  <th scope="row">
                    <Link to={`/reports/${report.id}`} lang={language === 'nl' ? undefined : 'nl'}>
                      {report.title}
                    </Link>
                  </th>
                  <td>{formatPeriod(report.periodFrom, report.periodTo, language)}</td>
                  <td>
                    {report.releases.length === 0 ? (
                      <span className="soft">{text.inTheMaking}</span>
                    ) : (
                      <ul className="plain-list evaluation-releases">
                        {report.releases.map((number) => (
                          <li key={number}>
                            <Link to={`/releases/${number}`}>{number}</Link>
                          </li>
                        ))}
                      </ul>
                    )}
                  </td>
                </tr>
              )),
          )}
        </tbody>
      </table>
    </div>
  )
}
