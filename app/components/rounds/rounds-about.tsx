import { Link } from '@remix-run/react'
import { formatDay } from '#app/i18n/format.ts'
import { roundTexts } from '#app/i18n/rounds.ts'
import type { RoundPhase } from '#app/policies/policies.ts'
import { Status } from '../page.tsx'
import { useLanguage, useText } from '../use-text.ts'
import { phaseTone } from './round-facts.tsx'

type Shown = { id: string; closesOn: string; proposals: number; undecided: number; phase: RoundPhase }

/**
 * On the page of questions: the rounds about them, and a way to open one.
 * @param open the address where a round about them is opened; absent for who may not or when one is open.
 */
export function RoundsAbout({ rounds, open }: { rounds: readonly Shown[]; open?: string | undefined }) {
  const texts = useText(roundTexts)
  const language = useLanguage()
  if (rounds.length === 0 && !open) return null
  return (
    <section aria-labelledby="rounds" className="rounds-about no-print">
      <h2 id="rounds">{texts.title}</h2>
      <ul className="plain-list">
        {rounds.map((round) => (
          <li key={round.id}>
            <Link to={`/terms-of-reference/rounds/${round.id}`}>{texts.until(formatDay(round.closesOn, language))}</Link>{' '}
            <Status tone={phaseTone[round.phase]}>{texts.phase[round.phase]}</Status>{' '}
            <span className="soft">
              · {round.proposals === 0 ? texts.home.running.none : texts.counts(round.proposals, round.undecided)}
            </span>
          </li>
        ))}
        {open && (
          <li>
            <Link to={open}>{texts.open}</Link> <span className="soft">{texts.openHint}</span>
          </li>
        )}
      </ul>
    </section>
  )
}
