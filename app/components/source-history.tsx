import { formatMoment } from '#app/i18n/format.ts'
import { sentenceFor } from '#app/i18n/pick.ts'
import { sourceTexts } from '#app/i18n/sources.ts'
import type { SourceChangeLine } from '#app/services/sources/read-history.server.ts'
import { useLanguage, useText } from './use-text.ts'
import { WordDiff } from './word-diff.tsx'

/** A field's value in words, whatever it holds. */
export const valueInWords = (value: unknown): string =>
  Array.isArray(value) ? value.join(', ') : typeof value === 'string' || typeof value === 'number' ? String(value) : ''

/** Who changed what and when, newest first, the words taken out and put in marked. */
export function SourceHistory({ history }: { history: readonly SourceChangeLine[] }) {
  const text = useText(sourceTexts).history
  const language = useLanguage()
  return (
    <section aria-labelledby="history">
      <h2 id="history">{text.heading}</h2>
      {history.length === 0 && <p className="soft">{text.none}</p>}
      <ol className="plain-list rows">
        {history.map((change) => (
          <li key={change.id}>
            <p className="small">
              {formatMoment(change.changedAt, language)} <span className="soft">{text.by(change.changedBy)}</span>
              {change.item && (
                <span className="soft">
                  {' '}
                  · {text.of} “{change.item}”
                </span>
              )}
            </p>
            <dl className="source-changes">
              {Object.entries(change.changes).map(([field, { before, after }]) => (
                <div key={field}>
                  <dt>{sentenceFor(text.fields, field) ?? field}</dt>
                  <dd>
                    <WordDiff before={valueInWords(before)} after={valueInWords(after)} />
                  </dd>
                </div>
              ))}
            </dl>
          </li>
        ))}
      </ol>
    </section>
  )
}
