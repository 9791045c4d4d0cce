import { consultationTexts } from '#app/i18n/consultations.ts'
import { Notice } from '../page.tsx'
import { useText } from '../use-text.ts'

/** Where a page's form can no longer be sent: the version is no draft any more, or the last day has passed. */
export function ClosedNotice({ may, answered }: { may: boolean; answered: boolean }) {
  const text = useText(consultationTexts)
  // Who just sent it reads why it was refused.
  if (may || answered) return null
  return (
    <Notice>
      <p>{text.closedNotice}</p>
    </Notice>
  )
}
