import { Link } from '@remix-run/react'
import { consultationTexts } from '#app/i18n/consultations.ts'
import { formatDay } from '#app/i18n/format.ts'
import { capital } from '#app/i18n/pick.ts'
import { words } from '#app/i18n/vocabulary.ts'
import type { PointAction, PointOutcome } from '#schemas/vocabulary.ts'
import { Empty, Status } from '../page.tsx'
import { useLanguage, useText } from '../use-text.ts'

type Line = {
  number: number
  body: string
  action: PointAction | null
  owner: string | null
  dueOn: string | null
  inputs: readonly number[]
  outcomes: readonly { outcome: PointOutcome; reason: string }[]
}

const tone = { adopted: 'good', partly: 'busy', 'not-adopted': 'rest' } as const

/** The points with their action and outcome. @param today to tell what is overdue, `YYYY-MM-DD`. */
export function PointTable({ points, base, today }: { points: readonly Line[]; base: string; today: string }) {
  const text = useText(consultationTexts).points
  const language = useLanguage()
  const word = words[language]
  return (
    <section aria-labelledby="points">
      <div className="section-head">
        <h2 id="points">{text.heading}</h2>
      </div>
      {points.length === 0 ? (
        <Empty>
          <p>{text.empty}</p>
        </Empty>
      ) : (
        // A wide table scrolls by itself; the keyboard must reach it to do so.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <div className="table-scroll" tabIndex={0} role="region" aria-label={text.caption}>
          <table className="utrecht-table utrecht-table--html-table point-table">
            <caption className="hidden-visually">{text.caption}</caption>
            <thead>
              <tr>
                <th scope="col">{text.point}</th>
                <th scope="col">{text.action}</th>
                <th scope="col">{text.owner}</th>
                <th scope="col">{text.due}</th>
                <th scope="col">{text.outcome}</th>
              </tr>
            </thead>
            <tbody>
              {points.map((point) => {
                const outcome = point.outcomes[0]
                const overdue = !outcome && point.dueOn !== null && point.dueOn < today
                return (
                  <tr key={point.number}>
                    <th scope="row">
                      <Link to={`${base}/points/${point.number}`}>
                        {point.number}. {point.body}
                      </Link>
                      <div className="soft small">
                        {text.from} {point.inputs.join(', ')}
                      </div>
                    </th>
                    <td>{point.action ? capital(word.pointAction[point.action]) : text.noAction}</td>
                    <td>{point.owner ?? '–'}</td>
                    <td>
                      {point.dueOn ? formatDay(point.dueOn, language) : '–'}
                      {overdue && (
                        <div>
                          <Status tone="bad">{text.overdue}</Status>
                        </div>
                      )}
                    </td>
                    <td>
                      {outcome ? (
                        <Status tone={tone[outcome.outcome]}>{capital(word.pointOutcome[outcome.outcome])}</Status>
                      ) : (
                        text.undecided
                      )}
                      {outcome && <div className="small said">{outcome.reason}</div>}
                    </td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}
