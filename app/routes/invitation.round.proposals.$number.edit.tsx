import '#app/styles/terms.css'
import '#app/styles/rounds.css'
import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { alsoAfterRefusal } from '#app/components/also-after-refusal.ts'
import { PageHead } from '#app/components/page.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { ProposalForm } from '#app/components/rounds/proposal-form.tsx'
import { startingProposal } from '#app/components/rounds/starting-proposal.ts'
import { useSubjectName } from '#app/components/rounds/round-facts.tsx'
import { useText } from '#app/components/use-text.ts'
import { roundTexts } from '#app/i18n/rounds.ts'
import { guardedAction, guardedLoader } from '#app/platform/http/guarded.server.ts'
import { asGuest, guestInvitation } from '#app/services/invitations/guest.server.ts'
import { changeProposal } from '#app/services/rounds/change-proposal.server.ts'
import { ownProposal, readGuestRound } from '#app/services/rounds/guest-round.server.ts'
import { readSubjectTree } from '#app/services/rounds/read-subject.server.ts'
import { receiveProposal } from '#app/services/rounds/receive-proposal.server.ts'

export const meta = pageTitle((language) => roundTexts[language].proposal.edit)

export const loader = guardedLoader('invitation.answer', async ({ useCase, params, request, installation }) => {
  const invitation = await guestInvitation(useCase, request.headers.get('cookie'), installation.config.sessionSecret)
  const guestRound = await readGuestRound(useCase, invitation)
  const { round } = guestRound
  return { round, proposal: ownProposal(guestRound, params.number), chapters: await readSubjectTree(useCase.sql, round) }
})

export const action = guardedAction('invitation.answer', async ({ useCase, params, request, installation }) => {
  const invitation = await guestInvitation(useCase, request.headers.get('cookie'), installation.config.sessionSecret)
  const guest = asGuest(useCase, invitation.id)
  const guestRound = await readGuestRound(guest, invitation)
  const { round, giver } = guestRound
  const { number } = ownProposal(guestRound, params.number)
  const form = await request.formData()
  const at = { number, revision: Number(form.get('revision')) }
  const answer = await receiveProposal(
    form,
    () => {},
    (input) => changeProposal(guest, round.id, giver, at, input).then(() => true as const),
    round,
  )
  if (answer.saved === null) return data(answer, answer.status)
  return redirect('/invitation/round?done=changed')
})

export const shouldRevalidate = alsoAfterRefusal

export default function GuestEditPage() {
  const { round, proposal, chapters } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const texts = useText(roundTexts)
  return (
    <>
      <PageHead
        crumbs={[{ to: '/invitation/round', text: texts.about(useSubjectName()(round)) }]}
        title={texts.form.change(proposal.number)}
      />
      <ProposalForm
        closesOn={round.closesOn}
        chapters={chapters}
        start={startingProposal(proposal)}
        answer={answer}
        current={proposal}
        cancelTo="/invitation/round"
      />
    </>
  )
}
