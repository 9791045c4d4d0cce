import { Link } from '@remix-run/react'
import { pick } from '#app/i18n/pick.ts'
import { roundTexts } from '#app/i18n/rounds.ts'
import { words } from '#app/i18n/vocabulary.ts'
import type { ShownState } from '#app/services/rounds/read-proposals.server.ts'
import type { SubjectChapter } from '#app/services/rounds/subject-tree.ts'
import { Status } from '../page.tsx'
import { useLanguage, useText } from '../use-text.ts'
import type { ShownProposal } from './proposal-body.tsx'
import { findPlace } from './places.ts'
import { proposalTone } from './round-facts.tsx'

/** Where a proposal stands. */
export const shownState = (proposal: ShownProposal): ShownState =>
  proposal.withdrawnAt ? 'withdrawn' : (proposal.decisions[0]?.outcome ?? 'undecided')

/** A proposal in a list: what it wants, of which question, from whom, and where it stands. */
export function ProposalRow({
  proposal,
  others,
  chapters,
  to,
}: {
  proposal: ShownProposal
  /** Those taken together with it. */
  others: readonly ShownProposal[]
  chapters: readonly SubjectChapter[]
  to: (number: number) => string
}) {
  const texts = useText(roundTexts)
  const language = useLanguage()
  const { question, section } = findPlace(chapters, proposal)
  const state = shownState(proposal)
  const wording = saying(proposal, language)
  const kind = words[language].proposalKind[proposal.kind]
  return (
    <>
      <div className="work-line">
        <span>
          <Link to={to(proposal.number)}>{texts.proposal.title(proposal.number)}</Link> <span className="soft">· {kind}</span>
        </span>
        <Status tone={proposalTone[state]}>{texts.state[state]}</Status>
      </div>
      <p className="proposal-saying" lang={wording.lang}>
        {(question || section) && <span className="question-number">{question?.number ?? section?.number} </span>}
        {wording.text}
      </p>
      <div className="work-facts">
        {proposal.organisation}
        {others.map((other) => (
          <span key={other.id}>
            {' + '}
            <Link to={to(other.number)}>
              {other.organisation} ({texts.proposal.title(other.number).toLowerCase()})
            </Link>
          </span>
        ))}
      </div>
    </>
  )
}

/** What a proposal says in one line: the wording it wants, or else why. */
function saying(proposal: ShownProposal, language: 'nl' | 'en') {
  if (proposal.kind === 'drop') return pick(proposal.questionNl ?? '', proposal.questionEn ?? '', language)
  if (proposal.wordingNl === '' && proposal.wordingEn === '') return { text: proposal.rationale, lang: undefined }
  if (proposal.wordingNl === '') return { text: proposal.wordingEn, lang: language === 'en' ? undefined : ('en' as const) }
  return pick(proposal.wordingNl, proposal.wordingEn, language)
}
