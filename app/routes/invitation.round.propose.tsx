import '#app/styles/terms.css'
import '#app/styles/rounds.css'
import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { alsoAfterRefusal } from '#app/components/also-after-refusal.ts'
import { PageHead } from '#app/components/page.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { ProposalForm } from '#app/components/rounds/proposal-form.tsx'
import { useSubjectName } from '#app/components/rounds/round-facts.tsx'
import { useText } from '#app/components/use-text.ts'
import { roundTexts } from '#app/i18n/rounds.ts'
import { guardedAction, guardedLoader } from '#app/platform/http/guarded.server.ts'
import { asGuest, guestInvitation } from '#app/services/invitations/guest.server.ts'
import { giveProposal } from '#app/services/rounds/give-proposal.server.ts'
import { readGuestRound } from '#app/services/rounds/guest-round.server.ts'
import { readSubjectTree } from '#app/services/rounds/read-subject.server.ts'
import { receiveProposal } from '#app/services/rounds/receive-proposal.server.ts'
import { startOfProposal } from '#app/services/rounds/start-of-proposal.ts'

export const meta = pageTitle((language) => roundTexts[language].questions.title)

export const loader = guardedLoader('invitation.answer', async ({ useCase, request, installation }) => {
  const invitation = await guestInvitation(useCase, request.headers.get('cookie'), installation.config.sessionSecret)
  const { round } = await readGuestRound(useCase, invitation)
  const chapters = await readSubjectTree(useCase.sql, round)
  return { round, chapters, start: startOfProposal(new URL(request.url).searchParams, chapters) }
})

export const action = guardedAction('invitation.answer', async ({ useCase, request, installation }) => {
  const invitation = await guestInvitation(useCase, request.headers.get('cookie'), installation.config.sessionSecret)
  const guest = asGuest(useCase, invitation.id)
  const { round, giver } = await readGuestRound(guest, invitation)
  const answer = await receiveProposal(
    await request.formData(),
    // The link is the permission; the service holds it while it stores.
    () => {},
    (input) => giveProposal(guest, round.id, giver, input),
    round,
  )
  if (answer.saved === null) return data(answer, answer.status)
  return redirect('/invitation/round?done=given')
})

export const shouldRevalidate = alsoAfterRefusal

export default function GuestProposePage() {
  const { round, chapters, start } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const texts = useText(roundTexts)
  return (
    <>
      <PageHead
        crumbs={[
          { to: '/invitation/round', text: texts.about(useSubjectName()(round)) },
          { to: '/invitation/round/questions', text: texts.questions.title },
        ]}
        title={texts.form.titles[start.kind]}
      />
      <ProposalForm
        closesOn={round.closesOn}
        chapters={chapters}
        start={start}
        answer={answer}
        cancelTo="/invitation/round/questions"
      />
    </>
  )
}
