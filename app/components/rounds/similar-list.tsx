import { Link, Form } from '@remix-run/react'
import { pick } from '#app/i18n/pick.ts'
import { roundTexts } from '#app/i18n/rounds.ts'
import { words } from '#app/i18n/vocabulary.ts'
import type { NumberedQuestion } from '#app/services/rounds/subject-tree.ts'
import type { Shared } from '#search/language/likeness.ts'
import { Button } from '../button.tsx'
import { Highlighted } from '../highlighted.tsx'
import { useLanguage, useText } from '../use-text.ts'
import { markWords } from './mark-words.ts'
import type { ShownProposal } from './proposal-body.tsx'

type Why = { same: boolean; shared: Shared[] }
export type SimilarFound = {
  questions: (Why & { question: NumberedQuestion })[]
  proposals: (Why & { proposal: ShownProposal })[]
}

/** Questions and proposals that may ask the same, each with the words it shares; taking proposals together is left to the person. */
export function SimilarList({
  similar,
  base,
  number,
  mayMerge,
}: {
  similar: SimilarFound
  /** Where the round's proposals are. */
  base: string
  /** The proposal others can be taken together with. */
  number: number
  mayMerge: boolean
}) {
  const text = useText(roundTexts).similar
  const language = useLanguage()
  return (
    <section aria-labelledby="similar">
      <h2 id="similar">{text.title}</h2>
      <p className="soft">{text.lead}</p>
      <div className="side-by-side">
        <div>
          <h3>{text.questions}</h3>
          {similar.questions.length === 0 && <p className="soft">{text.noQuestions}</p>}
          <ul className="plain-list rows">
            {similar.questions.map(({ question, ...why }) => {
              const wording = pick(question.wordingNl, question.wordingEn, language)
              return (
                <li key={question.key}>
                  <p className="question-wording" lang={wording.lang}>
                    <span className="question-number">{question.number} </span>
                    <Highlighted
                      segments={markWords(
                        wording.text,
                        why.shared.map((it) => it.there),
                      )}
                    />
                  </p>
                  <Because {...why} />
                </li>
              )
            })}
          </ul>
        </div>
        <div>
          <h3>{text.proposals}</h3>
          {similar.proposals.length === 0 && <p className="soft">{text.noProposals}</p>}
          <ul className="plain-list rows">
            {similar.proposals.map(({ proposal, ...why }) => (
              <li key={proposal.id}>
                <SimilarProposal proposal={proposal} why={why} base={base} number={number} mayMerge={mayMerge} />
              </li>
            ))}
          </ul>
        </div>
      </div>
    </section>
  )
}

function SimilarProposal({
  proposal,
  why,
  base,
  number,
  mayMerge,
}: {
  proposal: ShownProposal
  why: Why
  base: string
  number: number
  mayMerge: boolean
}) {
  const texts = useText(roundTexts)
  const text = texts.similar
  const language = useLanguage()
  const said =
    proposal.wordingNl || proposal.wordingEn ? pick(proposal.wordingNl || proposal.wordingEn, proposal.wordingEn, language) : null
  const decided = proposal.decisions.length > 0
  return (
    <>
      <p className="question-wording">
        <Link to={`${base}/${proposal.number}`}>{texts.proposal.title(proposal.number)}</Link>{' '}
        <span className="soft">
          {proposal.organisation} · {words[language].proposalKind[proposal.kind]}
        </span>
      </p>
      <p className="question-wording" lang={said ? (proposal.wordingNl ? said.lang : 'en') : undefined}>
        <Highlighted
          segments={markWords(
            said?.text ?? proposal.rationale,
            why.shared.map((it) => it.there),
          )}
        />
      </p>
      <Because {...why} />
      {decided && <p className="soft small">{text.decided}</p>}
      {mayMerge && !decided && (
        <Form method="post" action={`${base}/${number}/merge`}>
          <Button name="with" value={proposal.number}>
            {text.merge} <span className="hidden-visually">{text.mergeNamed(proposal.number)}</span>
          </Button>
        </Form>
      )}
    </>
  )
}

/** Why it is shown: the whole reason, in words. */
function Because({ same, shared }: Why) {
  const text = useText(roundTexts).similar
  return (
    <p className="soft small">
      {same && <>{text.same}. </>}
      {shared.length > 0 && (
        <>
          {text.shares}:{' '}
          {shared
            .slice(0, 8)
            .map(({ kind, here, there }) => {
              const pair = here.toLowerCase() === there.toLowerCase() ? here : text.pair(here, there)
              return kind === 'word' ? pair : `${pair} (${text.kinds[kind]})`
            })
            .join(', ')}
        </>
      )}
    </p>
  )
}
