import { useState, useSyncExternalStore } from 'react'
import { searchTexts } from '#app/i18n/search.ts'
import { Button } from './button.tsx'
import { useText } from './use-text.ts'

const nothingToFollow = () => () => {}
type Outcome = 'none' | 'copied' | 'failed'

/** A citation to copy. Opens without script, with the text to select; with script a button copies it and says so. */
export function Citation({ citation }: { citation: string }) {
  const text = useText(searchTexts)
  // False on the server and without script, so that no button stands there that does nothing.
  const scripted = useSyncExternalStore(
    nothingToFollow,
    () => true,
    () => false,
  )
  const [outcome, setOutcome] = useState<Outcome>('none')
  const copy = async () => {
    setOutcome('none')
    try {
      await navigator.clipboard.writeText(citation)
      setOutcome('copied')
    } catch {
      setOutcome('failed')
    }
  }
  return (
    <details className="citation">
      <summary>{text.cite}</summary>
      {/* The set form is Dutch, whatever the language of the page. */}
      <p lang="nl" className="citation-text">
        {citation}
      </p>
      {scripted && (
        <Button type="button" onClick={() => void copy()}>
          {text.copy}
        </Button>
      )}
      <span role="status" className="citation-outcome">
        {outcome === 'copied' ? text.copied : outcome === 'failed' ? text.copyFailed : ''}
      </span>
    </details>
  )
}
