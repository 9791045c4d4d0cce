import { useLanguage } from '#app/components/use-text.ts'
import { formatTime } from '#app/i18n/format.ts'
import { sectionTexts } from '#app/i18n/sections.ts'
import type { Lock } from '#app/services/hand-over/read-lock.server.ts'
import type { WriteState } from '#editor/collaboration/co-writer.ts'
import { LockSentence } from './lock-sentence.tsx'
import { SignInAgain } from './sign-in-again.tsx'

type Props = {
  state: WriteState
  kept: boolean
  /** Where the text was made to stand still while the page was open, once it is known by whom. */
  lock: Lock | null
  userId: string
  path: string
  onRetry: () => void
}

/** Always there and always true; told to assistive technology when it changes in a way that matters. */
export function SaveStateLine({ state, kept, lock, userId, path, onRetry }: Props) {
  const language = useLanguage()
  const text = sectionTexts[language].state
  const trouble = state.kind !== 'saved' && state.kind !== 'saving'
  return (
    <div className="save-state" data-state={state.kind} data-trouble={trouble || undefined}>
      {/* Saving goes on all the time: only what is not as usual is said aloud. */}
      <p role={trouble ? 'status' : undefined}>
        {state.kind === 'saved' && (state.at === null ? text.asStored : text.saved(formatTime(state.at, language)))}
        {state.kind === 'saving' && text.saving}
        {state.kind === 'unreachable' && (kept ? text.unreachable : text.unreachableUnkept)}
        {state.kind === 'signed-out' && text.signedOut}
        {state.kind === 'closed' && (
          <>
            <LockSentence lock={lock} /> {state.late ? text.closed : text.closedInTime}
          </>
        )}
        {state.kind === 'outdated' && text.outdated}
        {state.kind === 'refused' && ((text.refused as Record<string, string>)[state.detail] ?? text.refused.other)}
      </p>
      {state.kind === 'signed-out' && <SignInAgain userId={userId} onDone={onRetry} />}
      {(state.kind === 'closed' || state.kind === 'outdated') && (
        <p>
          <a href={path}>{state.kind === 'outdated' ? text.reload : state.late ? text.showClosed : text.showClosedInTime}</a>
        </p>
      )}
      {state.kind === 'unreachable' && (
        <button type="button" className="link-button" onClick={onRetry}>
          {text.retry}
        </button>
      )}
    </div>
  )
}
