import { useId, useState } from 'react'
import type { WordingFinding } from '#editor/checks/question-wording/find.ts'
import { wordingTexts } from '#app/i18n/wording.ts'
import { Button } from './button.tsx'
import type { Outcome } from './use-dismissals.ts'
import { useText } from './use-text.ts'

/**
 * Leaves a hint's wording as it is from within a form that is being filled in: its own request, so that nothing else of the form is sent. What
 * was typed stays when that fails.
 */
export function DismissFinding({
  finding,
  onDismiss,
}: {
  finding: WordingFinding
  onDismiss: (reason: string) => Promise<Outcome>
}) {
  const text = useText(wordingTexts)
  const id = useId()
  const [reason, setReason] = useState('')
  const [error, setError] = useState<string>()
  const [busy, setBusy] = useState(false)
  const sentences: Record<string, string> = { ...text.errors, failed: text.failed }
  const dismiss = async () => {
    if (busy) return
    setBusy(true)
    const outcome = await onDismiss(reason)
    setBusy(false)
    setError('error' in outcome ? (sentences[outcome.error] ?? text.errors.other) : undefined)
  }
  return (
    <details className="wording-dismiss">
      <summary>
        {text.dismiss}
        <span className="hidden-visually">: {finding.excerpt}</span>
      </summary>
      <label className="utrecht-form-label" htmlFor={id}>
        {text.reason}
      </label>
      <input
        id={id}
        className="utrecht-textbox utrecht-textbox--html-input"
        value={reason}
        maxLength={2000}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
        onChange={(event) => setReason(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          // The form around it is not meant.
          event.preventDefault()
          void dismiss()
        }}
      />
      {error && (
        <p className="field-error" id={`${id}-error`} role="alert">
          {error}
        </p>
      )}
      <Button type="button" onClick={() => void dismiss()} disabled={busy}>
        {text.dismissSubmit}
      </Button>
    </details>
  )
}
