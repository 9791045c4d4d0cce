import { Link } from '@remix-run/react'
import { useMomentWords } from '#app/components/history/use-moment-words.ts'
import { useText } from '#app/components/use-text.ts'
import { recentHistoryTexts } from '#app/i18n/recent-history.ts'
import type { HistoryPlace } from '#app/services/history/read-history-place.server.ts'
import type { Moment } from '#app/services/history/read-moments.server.ts'

export type RecentHistory = {
  place: Pick<HistoryPlace, 'id' | 'approved' | 'first'>
  lastRead: { version: number; at: string } | null
  moments: readonly Moment[]
}

/** What happened to the text lately, and the ways into its history. */
export function HistoryTab({ place, lastRead, moments }: RecentHistory) {
  const text = useText(recentHistoryTexts)
  const words = useMomentWords()
  const base = `/sections/${place.id}/history`
  return (
    <>
      <ul className="plain-list rows">
        <li>
          <Link to={base}>{text.all}</Link>
        </li>
        {place.approved !== null && (
          <li>
            <Link to={`${base}/compare?from=${place.approved}`}>{text.sinceApproval}</Link>
          </li>
        )}
        {lastRead && (
          <li>
            <Link to={`${base}/compare?from=${lastRead.version}`}>{text.sinceRead(words.moment(lastRead.at))}</Link>
          </li>
        )}
        <li>
          <Link to={`${base}/text`}>{text.whoWrote}</Link>
        </li>
      </ul>
      <p className="small">
        <b>{text.lately}</b>
      </p>
      {moments.length === 0 ? (
        <p className="soft">{text.nothingYet}</p>
      ) : (
        <ol className="plain-list rows">
          {moments.map((moment) => (
            <li key={`${moment.kind} ${moment.version} ${moment.at}`}>
              <p>
                <b>{moment.person}</b> {words.what(moment)}
              </p>
              <p className="soft small">
                {words.when(moment)}{' '}
                {moment.kind === 'writing' && (
                  <Link
                    to={`${base}/compare?from=${moment.from}&to=${moment.version}&by=${moment.personId}`}
                    aria-label={text.about(text.whatChanged, `${moment.person}, ${words.when(moment)}`)}
                  >
                    {text.whatChanged}
                  </Link>
                )}
              </p>
            </li>
          ))}
        </ol>
      )}
    </>
  )
}
