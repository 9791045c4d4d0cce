import { Link } from '@remix-run/react'
import { Notice } from '#app/components/page.tsx'
import { useText } from '#app/components/use-text.ts'
import { findTexts } from '#app/i18n/find.ts'

/** What became of one section that was chosen. */
export type Outcome = {
  id: string
  number: string
  state: 'replaced' | 'changed' | 'closed' | 'skipped' | 'refused'
  /** How many places were replaced. */
  count: number
}

/** Says of every chosen section what became of it. */
export function ReplaceOutcome({ outcomes, problem }: { outcomes: readonly Outcome[]; problem: string | null }) {
  const text = useText(findTexts)
  if (problem) return <Notice tone="error">{problem}</Notice>
  const sentence = ({ number, state, count }: Outcome) =>
    ({
      replaced: () => text.replaced(number, count),
      changed: () => text.changed(number, count),
      closed: () => text.nowClosed(number, count),
      skipped: () => text.skipped(number),
      refused: () => text.refused(number),
    })[state]()
  return (
    <Notice tone={outcomes.every((it) => it.state === 'replaced') ? 'ok' : 'warning'} title={text.outcome}>
      <ul>
        {outcomes.map((outcome) => (
          <li key={outcome.id}>
            <Link to={`/sections/${outcome.id}`}>{sentence(outcome)}</Link>
          </li>
        ))}
      </ul>
    </Notice>
  )
}
