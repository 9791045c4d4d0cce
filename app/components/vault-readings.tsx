import { Link } from '@remix-run/react'
import { formatMoment } from '#app/i18n/format.ts'
import { vaultTexts } from '#app/i18n/vault.ts'
import type { VaultReason } from '#schemas/vault.ts'
import { Status } from './page.tsx'
import { useLanguage, useText } from './use-text.ts'

type Reading = {
  id: string
  itemId: string
  readAt: string
  readBy: string
  reason: VaultReason
  told: boolean
  /** Null for whom it is not. */
  explanation: string | null
}

/** Every time somebody asked who a source is, told or not. */
export function VaultReadings({ readings }: { readings: readonly Reading[] }) {
  const text = useText(vaultTexts)
  const language = useLanguage()
  return (
    <section aria-labelledby="readings">
      <h2 id="readings">{text.log}</h2>
      {readings.length === 0 ? (
        <p className="soft">{text.noReadings}</p>
      ) : (
        // A wide table scrolls by itself, with the keyboard too.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <div className="table-scroll" role="region" aria-labelledby="readings-caption" tabIndex={0}>
          <table className="utrecht-table">
            <caption id="readings-caption" className="soft small">
              {text.logCaption}
            </caption>
            <thead className="utrecht-table__header">
              <tr>
                {[text.when, text.who, text.source, text.reason, text.outcome].map((name) => (
                  <th key={name} scope="col" className="utrecht-table__header-cell">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {readings.map((reading) => (
                <tr key={reading.id} className="utrecht-table__row">
                  <td className="utrecht-table__cell">{formatMoment(reading.readAt, language)}</td>
                  <td className="utrecht-table__cell">{reading.readBy}</td>
                  <td className="utrecht-table__cell">
                    <Link to={`/sources/items/${reading.itemId}`}>
                      {text.label} {reading.itemId.slice(0, 8)}
                    </Link>
                  </td>
                  <td className="utrecht-table__cell">
                    {text.reasons[reading.reason]}
                    {reading.explanation && <div className="soft small vault-words">{reading.explanation}</div>}
                  </td>
                  <td className="utrecht-table__cell">
                    <Status tone={reading.told ? 'good' : 'bad'}>{reading.told ? text.told : text.refused}</Status>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}
