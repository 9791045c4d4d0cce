import { consultationTexts } from '#app/i18n/consultations.ts'
import { capital, pick } from '#app/i18n/pick.ts'
import { words } from '#app/i18n/vocabulary.ts'
import type { PointOutcome } from '#schemas/vocabulary.ts'
import { Status } from '../page.tsx'
import { useLanguage, useText } from '../use-text.ts'

type Outcome = {
  outcome: PointOutcome
  reason: string
  questionNl: string | null
  questionEn: string | null
  courseNl: string | null
  courseEn: string | null
}

const tone = { adopted: 'good', partly: 'busy', 'not-adopted': 'rest' } as const

/** What became of a point: the verdict in words, the reason, and where it shows. The same for staff and for givers. */
export function OutcomeView({ outcome }: { outcome: Outcome }) {
  const text = useText(consultationTexts).give
  const language = useLanguage()
  const shown = [
    outcome.questionNl !== null && pick(outcome.questionNl, outcome.questionEn ?? '', language),
    outcome.courseNl !== null && pick(outcome.courseNl, outcome.courseEn ?? '', language),
  ]
  return (
    <>
      <p>
        <Status tone={tone[outcome.outcome]}>{capital(words[language].pointOutcome[outcome.outcome])}</Status>{' '}
        <span className="said">{outcome.reason}</span>
      </p>
      {shown.map(
        (it) =>
          it && (
            <p key={it.text}>
              <span className="soft">{text.shownIn}: </span>
              <span lang={it.lang}>{it.text}</span>
            </p>
          ),
      )}
    </>
  )
}
