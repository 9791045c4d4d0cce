import { sentenceFor } from '#app/i18n/pick.ts'
import { sourceTexts } from '#app/i18n/sources.ts'
import { Notice } from './page.tsx'
import { valueInWords } from './source-history.tsx'
import { useText } from './use-text.ts'

/** What stands in the register beside what was typed, where someone else saved first; only the fields that differ. */
export function SourceConflict({ current, values }: { current: Record<string, unknown>; values: Record<string, string> }) {
  const text = useText(sourceTexts)
  const differing = Object.entries(values).filter(
    ([field, typed]) => field !== 'revision' && field in current && valueInWords(current[field]) !== typed.trim(),
  )
  return (
    <Notice tone="error" title={text.conflict.title}>
      <p>{text.conflict.lead}</p>
      <dl className="source-changes">
        {differing.map(([field, typed]) => (
          <div key={field}>
            <dt>{sentenceFor(text.history.fields, field) ?? field}</dt>
            <dd>
              <strong>{text.conflict.now}:</strong> {valueInWords(current[field]) || text.history.empty}
            </dd>
            <dd>
              <strong>{text.conflict.yours}:</strong> {typed || text.history.empty}
            </dd>
          </div>
        ))}
      </dl>
    </Notice>
  )
}
