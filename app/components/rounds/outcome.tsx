import { Link } from '@remix-run/react'
import { formatMoment } from '#app/i18n/format.ts'
import { pick } from '#app/i18n/pick.ts'
import { roundTexts } from '#app/i18n/rounds.ts'
import { words } from '#app/i18n/vocabulary.ts'
import type { NumberedQuestion } from '#app/services/rounds/subject-tree.ts'
import { Status } from '../page.tsx'
import { useLanguage, useText } from '../use-text.ts'
import type { ShownProposal } from './proposal-body.tsx'
import { proposalTone } from './round-facts.tsx'

/** What became of a proposal, with the reason, as its giver sees it too; what was decided earlier stays readable below. */
export function ProposalOutcome({
  proposal,
  questions,
  linkTo,
}: {
  proposal: ShownProposal
  questions: readonly NumberedQuestion[]
  /** Where a question stands, for those who may see it there. */
  linkTo?: ((questionKey: string) => string) | undefined
}) {
  const text = useText(roundTexts).outcome
  const language = useLanguage()
  const word = words[language].proposalOutcome
  const [now, ...earlier] = proposal.decisions
  if (!now) return <p className="soft">{text.none}</p>
  const question = questions.find((it) => it.key === now.questionKey)
  const wording = question && pick(question.wordingNl, question.wordingEn, language)
  return (
    <div className="proposal-outcome">
      <p>
        <Status tone={proposalTone[now.outcome]}>{word[now.outcome]}</Status>{' '}
        <span className="soft small">
          {text.on} {formatMoment(now.decidedAt, language)}
        </span>
      </p>
      <p>
        <strong>{text.reason}:</strong> {now.reason}
      </p>
      {now.change !== 'none' && wording && question && (
        <p>
          {text.change[now.change]}{' '}
          {linkTo ? (
            <Link to={linkTo(question.key)} lang={wording.lang}>
              {question.number} {wording.text}
            </Link>
          ) : (
            <span lang={wording.lang}>
              {question.number} {wording.text}
            </span>
          )}
        </p>
      )}
      {earlier.length > 0 && (
        <details>
          <summary>{text.earlier}</summary>
          <ul>
            {earlier.map((it) => (
              <li key={String(it.decidedAt)}>
                {word[it.outcome]}, {formatMoment(it.decidedAt, language)}: {it.reason}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}
