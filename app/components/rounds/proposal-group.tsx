import { Form } from '@remix-run/react'
import { formatMoment } from '#app/i18n/format.ts'
import { capital } from '#app/i18n/pick.ts'
import { roundTexts } from '#app/i18n/rounds.ts'
import { words } from '#app/i18n/vocabulary.ts'
import { questionsOf, type SubjectChapter } from '#app/services/rounds/subject-tree.ts'
import { Facts, Status } from '../page.tsx'
import { useLanguage, useText } from '../use-text.ts'
import { ProposalOutcome } from './outcome.tsx'
import { findPlace } from './places.ts'
import { ProposalBody, type ShownProposal } from './proposal-body.tsx'
import { shownState } from './proposal-row.tsx'
import { proposalTone } from './round-facts.tsx'

/** Proposals that are decided together, side by side: what each says, from whom, and what became of it. */
export function ProposalGroupView({
  group,
  chapters,
  own,
  parting,
  titled = false,
  linkTo,
}: {
  group: readonly ShownProposal[]
  chapters: readonly SubjectChapter[]
  /** The numbers of those the reader gave. */
  own: readonly number[]
  /** Where taking apart posts to; absent for who may not. */
  parting?: string | undefined
  /** Whether each has a heading of its own: not on the page of one proposal. */
  titled?: boolean
  linkTo?: (questionKey: string) => string
}) {
  const texts = useText(roundTexts)
  const text = texts.proposal
  const language = useLanguage()
  const several = group.length > 1
  const Title = titled ? 'h3' : 'h2'
  const OutcomeTitle = titled ? 'h4' : several ? 'h3' : 'h2'
  return (
    <>
      {several && <p className="soft">{text.together}</p>}
      <div className={several ? 'side-by-side' : 'proposal-alone'}>
        {group.map((proposal) => {
          const state = shownState(proposal)
          const changed = proposal.revision > 1
          return (
            <article key={proposal.id} id={`proposal-${proposal.number}`} className="proposal">
              {(several || titled) && <Title className="proposal-title">{text.title(proposal.number)}</Title>}
              <Facts
                facts={[
                  [texts.facts.status, <Status key="state" tone={proposalTone[state]} children={texts.state[state]} />],
                  [
                    text.organisation,
                    `${proposal.organisation}${own.includes(proposal.number) ? ` (${text.you})` : proposal.invitationId ? ` (${text.invited})` : ''}`,
                  ],
                  [text.kind, capital(words[language].proposalKind[proposal.kind])],
                  [
                    text.given,
                    `${formatMoment(proposal.givenAt, language)}${changed ? `, ${text.changed} ${formatMoment(proposal.changedAt, language)}` : ''}`,
                  ],
                ]}
              />
              <ProposalBody proposal={proposal} place={findPlace(chapters, proposal)} />
              {parting && several && (
                <Form method="post" action={parting}>
                  <button className="link-button" name="part" value={proposal.number}>
                    {text.part} <span className="hidden-visually">{text.partNamed(proposal.number)}</span>
                  </button>
                </Form>
              )}
              <section aria-labelledby={`outcome-${proposal.number}`}>
                <OutcomeTitle className="outcome-title" id={`outcome-${proposal.number}`}>
                  {texts.outcome.title}
                  {(several || titled) && <span className="hidden-visually"> {text.title(proposal.number)}</span>}
                </OutcomeTitle>
                <ProposalOutcome proposal={proposal} questions={questionsOf(chapters)} linkTo={linkTo} />
              </section>
            </article>
          )
        })}
      </div>
    </>
  )
}
