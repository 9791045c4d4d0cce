import { handOverTexts } from '#app/i18n/hand-over.ts'
import { formatMoment } from '#app/i18n/format.ts'
import type { Lock } from '#app/services/hand-over/read-lock.server.ts'
import { useLanguage, useText } from '../use-text.ts'

/** Why a text stands still, who made it so and since when, and what to do about it. @param lock null where that was not heard yet. */
export function LockSentence({ lock }: { lock: Lock | null }) {
  const text = useText(handOverTexts).lock
  const language = useLanguage()
  const by =
    lock?.by && lock.at && text[lock.why === 'approved' ? 'approvedBy' : 'submittedBy'](lock.by, formatMoment(lock.at, language))
  return <>{[lock ? text[lock.why] : text.unknown, by, text.whatToDo].filter(Boolean).join(' ')}</>
}
