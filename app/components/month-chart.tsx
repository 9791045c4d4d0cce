import { contextCardTexts } from '#app/i18n/context-card.ts'
import { formatDay, formatNumber } from '#app/i18n/format.ts'
import type { ContextFigures } from '#schemas/context-card.ts'
import type { Language } from '#schemas/vocabulary.ts'

const barWidth = 20
const height = 48

/** Events per month as bars, with the same numbers as a table one click away; nothing when the card has no months. */
export function MonthChart({ months, language }: { months: ContextFigures['months']; language: Language }) {
  const text = contextCardTexts[language]
  const first = months[0]
  const last = months.at(-1)
  if (!first || !last) return null
  const most = Math.max(1, ...months.map((it) => it.events))
  return (
    <div className="month-chart">
      <svg
        viewBox={`0 0 ${months.length * barWidth} ${height + 1}`}
        width={months.length * barWidth}
        height={height + 1}
        aria-hidden="true"
        focusable="false"
      >
        {months.map((it, index) => {
          const tall = (it.events / most) * height
          return <rect key={it.month} x={index * barWidth + 2} y={height - tall} width={barWidth - 4} height={tall} />
        })}
        <line x1={0} x2={months.length * barWidth} y1={height + 0.5} y2={height + 0.5} />
      </svg>
      <p className="small soft">
        {text.perMonth}, {formatDay(first.month, language)} – {formatDay(last.month, language)}
      </p>
      <details>
        <summary>{text.table}</summary>
        <table className="utrecht-table">
          <caption className="hidden-visually">{text.perMonth}</caption>
          <thead>
            <tr>
              <th scope="col">{text.month}</th>
              <th scope="col" className="number">
                {text.monthEvents}
              </th>
              <th scope="col" className="number">
                {text.monthDeaths}
              </th>
            </tr>
          </thead>
          <tbody>
            {months.map((it) => (
              <tr key={it.month}>
                <th scope="row">{formatDay(it.month, language)}</th>
                <td className="number">{formatNumber(it.events, language)}</td>
                <td className="number">{formatNumber(it.deathsBest, language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </div>
  )
}
