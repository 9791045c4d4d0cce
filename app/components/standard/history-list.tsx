import { Link } from '@remix-run/react'
import { formatMoment } from '#app/i18n/format.ts'
import { standardTexts } from '#app/i18n/standard.ts'
import type { Change } from '#app/services/standard-terms/read-history.server.ts'
import { useLanguage, useText } from '../use-text.ts'
import { ChangedValues } from './changed-values.tsx'

type Shown = Omit<Change, 'at'> & { at: Date | string }
type Props = {
  changes: readonly Shown[]
  titleOf?: (key: string) => string
  /** The page of a question or section, on a list that is about more than one. */
  linkTo?: ((change: Shown) => string | null) | undefined
  /** Name the version of each change, on a list that goes through several. */
  withVersion?: boolean
}

/** Changes, newest first: what, who, when, why, and what it was and became. */
export function HistoryList({ changes, titleOf, linkTo, withVersion = false }: Props) {
  const text = useText(standardTexts)
  const language = useLanguage()
  return (
    <ol className="plain-list rows history-list">
      {changes.map((change) => {
        const about = change.questionKey ?? (change.nodeKey && (titleOf?.(change.nodeKey) ?? change.nodeKey))
        const to = linkTo?.(change)
        return (
          <li key={change.id}>
            <p className="history-what">
              <strong>{text.changeKinds[change.kind]}</strong>
              {linkTo && about && <> {to ? <Link to={to}>{about}</Link> : about}</>}
            </p>
            <p className="soft small">
              {change.by === null ? text.history.system : text.history.by(change.by, change.organisation ?? '')}
              {', '}
              {formatMoment(change.at, language)}
              {withVersion && `, ${text.history.inVersion(change.version)}`}
            </p>
            {change.reason && <p className="history-reason">{change.reason}</p>}
            <ChangedValues before={change.before} after={change.after} {...(titleOf && { titleOf })} />
          </li>
        )
      })}
    </ol>
  )
}
