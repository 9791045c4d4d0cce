import { pick } from '#app/i18n/pick.ts'
import { roundTexts } from '#app/i18n/rounds.ts'
import { words } from '#app/i18n/vocabulary.ts'
import type { Proposal } from '#app/services/rounds/read-proposals.server.ts'
import type { NumberedQuestion, SubjectSection } from '#app/services/rounds/subject-tree.ts'
import { Highlighted } from '../highlighted.tsx'
import { NodeTitle } from '../chapter-tree.tsx'
import { useLanguage, useText } from '../use-text.ts'
import { WordDiff } from '../word-diff.tsx'
import { markWords } from './mark-words.ts'

/** A proposal as a page gets it: moments come as text. */
export type ShownProposal = {
  [K in keyof Proposal]: Proposal[K] extends Date
    ? Date | string
    : Proposal[K] extends Date | null
      ? Date | string | null
      : K extends 'decisions'
        ? (Omit<Proposal['decisions'][number], 'decidedAt'> & { decidedAt: Date | string })[]
        : Proposal[K]
}

type Place = { question: NumberedQuestion | null; section: Omit<SubjectSection, 'questions'> | null }

/** What a proposal says: which question or section it is about, what should be asked, and why. */
export function ProposalBody({
  proposal,
  place,
  marked = [],
}: {
  proposal: ShownProposal
  place: Place
  marked?: readonly string[]
}) {
  const text = useText(roundTexts).proposal
  const language = useLanguage()
  const { kind, questionNl, questionEn } = proposal
  const before = questionNl === null ? null : pick(questionNl, questionEn ?? '', language)
  return (
    <>
      {place.section && (
        <p className="soft small">
          {text.section} <NodeTitle node={place.section} />
        </p>
      )}
      {proposal.questionKey !== null && (
        <p className="soft small">{place.question ? `${text.about} ${place.question.number}` : `${text.about}: ${text.gone}`}</p>
      )}
      {kind === 'drop' && before && (
        <p className="question-wording" lang={before.lang}>
          {text.dropThis} <del>{before.text}</del>
        </p>
      )}
      {kind === 'remark' && before && (
        <p className="question-wording" lang={before.lang}>
          {before.text}
        </p>
      )}
      {kind === 'remark' && !before && <p className="soft small">{text.aboutAll}</p>}
      {kind === 'wording' && <Reworded proposal={proposal} />}
      {kind === 'new-question' && <NewWording proposal={proposal} marked={marked} />}
      {place.question && <Moved proposal={proposal} question={place.question} />}
      <Tags proposal={proposal} />
      <p className="proposal-rationale">
        <strong>{kind === 'remark' ? text.remark : text.rationale}:</strong> {proposal.rationale}
      </p>
    </>
  )
}

/** Word by word what the proposal changes, in each language it was written in. */
function Reworded({ proposal }: { proposal: ShownProposal }) {
  const { questionNl, questionEn, wordingNl, wordingEn } = proposal
  return (
    <>
      {wordingNl && (
        <p className="question-wording" lang="nl">
          <WordDiff before={questionNl ?? ''} after={wordingNl} lang="nl" />
        </p>
      )}
      {wordingEn && (
        <p className="question-wording" lang="en">
          <WordDiff before={questionEn ?? ''} after={wordingEn} lang="en" />
        </p>
      )}
    </>
  )
}

function NewWording({ proposal, marked }: { proposal: ShownProposal; marked: readonly string[] }) {
  return (
    <>
      {(['nl', 'en'] as const).map((lang) => {
        const wording = lang === 'nl' ? proposal.wordingNl : proposal.wordingEn
        return (
          wording && (
            <p key={lang} className="question-wording" lang={lang}>
              <Highlighted segments={markWords(wording, marked)} />
            </p>
          )
        )
      })}
    </>
  )
}

/** The question as it is now, where it changed since the proposal was given. */
function Moved({ proposal, question }: { proposal: ShownProposal; question: NumberedQuestion }) {
  const text = useText(roundTexts).proposal
  const language = useLanguage()
  if (question.wordingNl === proposal.questionNl && question.wordingEn === proposal.questionEn) return null
  const now = pick(question.wordingNl, question.wordingEn, language)
  return (
    <p className="proposal-moved">
      {text.movedOn} <span lang={now.lang}>{now.text}</span>
    </p>
  )
}

function Tags({ proposal }: { proposal: ShownProposal }) {
  const word = words[useLanguage()]
  if (proposal.questionKind === null && proposal.themes.length === 0) return null
  return (
    <ul className="tags">
      {proposal.questionKind && (
        <li className="tag" data-kind>
          {word.questionKind[proposal.questionKind]}
        </li>
      )}
      {proposal.themes.map((theme) => (
        <li className="tag" key={theme}>
          {word.theme[theme]}
        </li>
      ))}
    </ul>
  )
}
