import '#app/styles/terms.css'
import '#app/styles/rounds.css'
import { Form, useLoaderData } from '@remix-run/react'
import { CompleteInput } from '#app/components/invitations/complete-input.tsx'
import { Button, ButtonLink } from '#app/components/button.tsx'
import { Empty, Notice, PageHead } from '#app/components/page.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { ProposalGroupView } from '#app/components/rounds/proposal-group.tsx'
import { useSubjectName } from '#app/components/rounds/round-facts.tsx'
import { useLanguage, useText } from '#app/components/use-text.ts'
import { formatDay } from '#app/i18n/format.ts'
import { roundTexts } from '#app/i18n/rounds.ts'
import { guardedLoader } from '#app/platform/http/guarded.server.ts'
import { guestInvitation } from '#app/services/invitations/guest.server.ts'
import { readGuestRound } from '#app/services/rounds/guest-round.server.ts'
import { readSubjectTree } from '#app/services/rounds/read-subject.server.ts'

export const meta = pageTitle((language) => roundTexts[language].round)

const doneCodes = ['given', 'changed', 'withdrawn'] as const

export const loader = guardedLoader('invitation.answer', async ({ useCase, request, installation }) => {
  const invitation = await guestInvitation(useCase, request.headers.get('cookie'), installation.config.sessionSecret)
  const { round, proposals, mayGive } = await readGuestRound(useCase, invitation)
  const query = new URL(request.url).searchParams
  return {
    round,
    proposals,
    mayGive,
    state: invitation.state,
    chapters: await readSubjectTree(useCase.sql, round),
    done: doneCodes.find((it) => it === query.get('done')) ?? null,
    moved: query.has('moved'),
    nothing: query.has('nothing'),
  }
})

export default function GuestRoundPage() {
  const { round, proposals, mayGive, state, chapters, done, moved, nothing } = useLoaderData<typeof loader>()
  const texts = useText(roundTexts)
  const text = texts.guest
  const language = useLanguage()
  const standing = proposals.filter((it) => it.withdrawnAt === null)
  return (
    <>
      <PageHead
        title={texts.about(useSubjectName()(round))}
        lead={round.phase === 'open' ? text.until(formatDay(round.closesOn, language)) : text.ended}
        actions={
          mayGive && (
            <ButtonLink look="primary" to="/invitation/round/questions">
              {texts.page.propose}
            </ButtonLink>
          )
        }
      />
      {moved && (
        <Notice tone="warning">
          <p>{texts.moved}</p>
        </Notice>
      )}
      {done && (
        <Notice tone="ok">
          <p>{texts.done[done]}</p>
        </Notice>
      )}
      <section aria-labelledby="request">
        <h2 id="request">{texts.page.request}</h2>
        <p className="round-request">{round.request}</p>
      </section>
      <section aria-labelledby="own">
        <h2 id="own">{text.own}</h2>
        {standing.length === 0 && (
          <Empty>
            <p>
              {text.none} {mayGive && text.first}
            </p>
          </Empty>
        )}
        {standing.map((proposal) => (
          <div key={proposal.id} className="own-proposal">
            <ProposalGroupView group={[proposal]} chapters={chapters} own={[proposal.number]} titled />
            {mayGive && proposal.decisions.length === 0 && <Change number={proposal.number} />}
          </div>
        ))}
      </section>
      {state === 'open' && <CompleteInput nothing={nothing} />}
    </>
  )
}

function Change({ number }: { number: number }) {
  const text = useText(roundTexts).proposal
  const page = `/invitation/round/proposals/${number}`
  return (
    <>
      <ButtonLink to={`${page}/edit`}>
        {text.edit} <span className="hidden-visually">{text.partNamed(number)}</span>
      </ButtonLink>
      <details className="withdraw">
        <summary>
          {text.withdraw} <span className="hidden-visually">{text.partNamed(number)}</span>
        </summary>
        <Form method="post" action={`${page}/withdraw`}>
          <p>{text.withdrawSure}</p>
          <Button>{text.withdrawSubmit}</Button>
        </Form>
      </details>
    </>
  )
}
