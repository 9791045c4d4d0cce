import { Link } from '@remix-run/react'
import { formatDay, formatMoment } from '#app/i18n/format.ts'
import { pick } from '#app/i18n/pick.ts'
import { reviewTexts } from '#app/i18n/review.ts'
import type { ReviewLine, ReviewTab } from '#app/services/review/list-review-sections.server.ts'
import { useLanguage, useText } from '../use-text.ts'

/** Sections of all reports in one state of review. */
export function ReviewTable({ tab, lines }: { tab: ReviewTab; lines: readonly ReviewLine[] }) {
  const text = useText(reviewTexts)
  const language = useLanguage()
  const foreign = language === 'nl' ? undefined : 'nl'
  const moment = (at: string | null) => (at ? formatMoment(at, language) : <span className="soft">{text.unknown}</span>)
  return (
    // A wide table scrolls by itself; the keyboard must reach it to do so.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="table-scroll" tabIndex={0} role="region" aria-label={text.captions[tab]}>
      <table className="utrecht-table utrecht-table--html-table review-table">
        <caption className="hidden-visually">{text.captions[tab]}</caption>
        <thead>
          <tr>
            <th scope="col">{text.section}</th>
            <th scope="col">{text.country}</th>
            <th scope="col">{text.report}</th>
            <th scope="col">{text.author}</th>
            <th scope="col">{text.submitted}</th>
            {tab !== 'in-review' && <th scope="col">{text.decided[tab]}</th>}
            <th scope="col">{text.asOf}</th>
            <th scope="col" className="number">
              {text.openComments}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id}>
              <th scope="row">
                <Link to={`/review/${line.id}`}>
                  {line.number} <span lang={foreign}>{line.title}</span>
                </Link>
                {line.own && <span className="review-own">{text.own}</span>}
              </th>
              <td>{pick(line.countryNl, line.countryEn, language).text}</td>
              <td>
                <Link to={`/reports/${line.reportId}`} lang={foreign}>
                  {line.reportTitle}
                </Link>
              </td>
              <td>{line.author ?? <span className="soft">{text.nobody}</span>}</td>
              <td>{moment(line.submittedAt)}</td>
              {tab !== 'in-review' && (
                <td>
                  {moment(line.decidedAt)}
                  {line.decidedBy && <span className="review-by">{text.by(line.decidedBy)}</span>}
                </td>
              )}
              <td>{line.asOfDate ? formatDay(line.asOfDate, language) : <span className="soft">{text.noAsOf}</span>}</td>
              <td className="number">{line.comments}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
