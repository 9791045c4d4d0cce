import { countryTexts } from '#app/i18n/country.ts'
import { formatMoment } from '#app/i18n/format.ts'
import { pick } from '#app/i18n/pick.ts'
import type { Returned } from '#app/services/terms-of-reference/read-returned.server.ts'
import { Status } from '../page.tsx'
import { useLanguage, useText } from '../use-text.ts'

/** A row as a page gets it: moments may come as text. */
export type ShownReturned = {
  [K in keyof Returned]: Returned[K] extends Date
    ? Date | string
    : Returned[K] extends Date | null
      ? Date | string | null
      : Returned[K]
}

/** What Foreign Affairs said of a question and what policy answered, once for each time it was returned. */
export function Exchange({ returned, asked = false }: { returned: readonly ShownReturned[]; asked?: boolean }) {
  const text = useText(countryTexts).returned
  const language = useLanguage()
  if (returned.length === 0) return null
  const by = (name: string | null, at: Date | string | null) =>
    name && at ? <span className="soft small"> {text.by(name, formatMoment(at, language))}</span> : null
  return (
    <ul className="exchange plain-list">
      {returned.map((it) => {
        const wording = pick(it.wordingNl, it.wordingEn, language)
        return (
          <li key={it.id}>
            {asked && (
              <p>
                <span className="soft">{text.asked}:</span> <q lang={wording.lang}>{wording.text}</q>
              </p>
            )}
            <p>
              <strong>{it.returnedAt ? text.bz(it.turn) : text.marked}</strong>
              {by(it.markedBy, it.markedAt)}
            </p>
            <p>{it.reason}</p>
            {it.answer ? (
              <>
                <p>
                  <strong>{text.answers[it.answer]}</strong>
                  {by(it.answeredBy, it.answeredAt)}
                </p>
                <p>{it.answerReason}</p>
              </>
            ) : (
              it.returnedAt && (
                <p>
                  <Status tone="bad">{text.unanswered}</Status>
                </p>
              )
            )}
          </li>
        )
      })}
    </ul>
  )
}
