import { evaluationTexts } from '#app/i18n/evaluation.ts'
import { formatNumber } from '#app/i18n/format.ts'
import { totalColumns, type VersionTotals } from '#app/services/evaluation/totals.ts'
import { useLanguage, useText } from '../use-text.ts'

/** Each version over all its questions. */
export function Totals({ totals }: { totals: readonly VersionTotals[] }) {
  const text = useText(evaluationTexts)
  const language = useLanguage()
  const titles: Record<string, string> = { ...text.table.columns, ...text.totals }
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="table-scroll" tabIndex={0} role="region" aria-label={text.totals.caption}>
      <table className="utrecht-table utrecht-table--html-table evaluation-totals">
        <caption className="hidden-visually">{text.totals.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{text.table.version}</th>
            {totalColumns.map((column) => (
              <th key={column} scope="col" className="number">
                {titles[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {totals.map((row) => (
            <tr key={row.version}>
              <th scope="row">{row.version}</th>
              {totalColumns.map((column) => (
                <td key={column} className="number">
                  {formatNumber(row[column], language)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
