import { Link } from '@remix-run/react'
import { formatDay, formatMoment, formatPeriod } from '#app/i18n/format.ts'
import { capital, pick } from '#app/i18n/pick.ts'
import { roundTexts } from '#app/i18n/rounds.ts'
import { words } from '#app/i18n/vocabulary.ts'
import type { RoundPhase } from '#app/policies/policies.ts'
import type { Round } from '#app/services/rounds/read-round.server.ts'
import type { ShownState } from '#app/services/rounds/read-proposals.server.ts'
import { Facts, Status } from '../page.tsx'
import { useLanguage, useText } from '../use-text.ts'

/** A round as a page gets it: moments come as text from some loaders. */
export type ShownRound = {
  [K in keyof Round]: Round[K] extends Date ? Date | string : Round[K] extends Date | null ? Date | string | null : Round[K]
}
type Subject = Pick<ShownRound, 'termsId' | 'countryNl' | 'countryEn' | 'kind' | 'standardVersion'>

export const phaseTone: Record<RoundPhase, 'busy' | 'rest' | 'good'> = { open: 'busy', deciding: 'rest', closed: 'good' }
/** A shape for how a proposal stands; not adopting is an answer, not a fault. */
export const proposalTone: Record<ShownState, 'rest' | 'busy' | 'good'> = {
  undecided: 'busy',
  withdrawn: 'rest',
  adopted: 'good',
  partly: 'good',
  'not-adopted': 'rest',
}

/** "Syrië, algemeen ambtsbericht" or "standaard-uitvraag, versie 1.1". */
export function useSubjectName(): (subject: Subject) => string {
  const text = useText(roundTexts)
  const language = useLanguage()
  return ({ countryNl, countryEn, kind, standardVersion }) =>
    countryNl === null
      ? text.standard(standardVersion ?? '')
      : `${pick(countryNl, countryEn ?? '', language).text}, ${words[language].reportKind[kind]}`
}

/** Where a round stands, about what, until when and who is asked. */
export function RoundFacts({ round, linked = false }: { round: ShownRound; linked?: boolean }) {
  const text = useText(roundTexts)
  const language = useLanguage()
  const name = capital(useSubjectName()(round))
  const period = round.periodFrom && round.periodTo && formatPeriod(round.periodFrom, round.periodTo, language)
  const to = round.termsId ? `/terms-of-reference/${round.termsId}` : `/terms-of-reference/standards/${round.standardId}`
  return (
    <Facts
      facts={[
        [
          text.facts.status,
          <Status key="status" tone={phaseTone[round.phase]}>
            {text.phase[round.phase]}
          </Status>,
        ],
        [
          text.facts.subject,
          <span key="subject">
            {linked ? <Link to={to}>{name}</Link> : name}
            {period && <>, {period}</>}
          </span>,
        ],
        [text.facts.closesOn, formatDay(round.closesOn, language)],
        [
          text.facts.asked,
          round.asked.map(({ code, nameNl, nameEn }, index) => (
            <span key={code}>
              {index > 0 && ', '}
              <abbr title={language === 'nl' ? nameNl : nameEn}>{code}</abbr>
            </span>
          )),
        ],
        round.closedAt !== null && [text.facts.closed, formatMoment(round.closedAt, language)],
        [text.facts.proposals, round.proposals === 0 ? text.facts.none : text.facts.counts(round.proposals, round.undecided)],
      ]}
    />
  )
}
