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
import { DomainError } from '#app/platform/errors.ts'
import { guardedAction, guardedLoader } from '#app/platform/http/guarded.server.ts'
import { changeProposal } from '#app/services/rounds/change-proposal.server.ts'
import { giverWithAccount, isOwn } from '#app/services/rounds/giver.ts'
import { proposalState, readProposal } from '#app/services/rounds/read-proposals.server.ts'
import { readRound } from '#app/services/rounds/read-round.server.ts'
import { readSubjectTree } from '#app/services/rounds/read-subject.server.ts'
import { receiveProposal } from '#app/services/rounds/receive-proposal.server.ts'

export const meta = pageTitle((language) => roundTexts[language].proposal.edit)

export const loader = guardedLoader('round.view', async ({ useCase, actor, params, permit }) => {
  const round = await readRound(useCase, params.roundId)
  permit(round)
  const proposal = await readProposal(useCase.sql, round.id, params.number)
  if (!isOwn(giverWithAccount(actor), proposal)) throw new DomainError('not-found')
  return { round, proposal, chapters: await readSubjectTree(useCase.sql, round) }
})

export const action = guardedAction('proposal.change', async ({ useCase, actor, params, request, permit }) => {
  const round = await readRound(useCase, params.roundId)
  const proposal = await readProposal(useCase.sql, round.id, params.number)
  const form = await request.formData()
  const at = { number: proposal.number, revision: Number(form.get('revision')) }
  const answer = await receiveProposal(
    form,
    () => permit(proposalState(round, proposal)),
    (input) => changeProposal(useCase, round.id, giverWithAccount(actor), at, input).then(() => true as const),
    proposalState(round, proposal),
  )
  if (answer.saved === null) return data(answer, answer.status)
  return redirect(`/terms-of-reference/rounds/${round.id}/proposals/${proposal.number}?done=changed`)
})

export const shouldRevalidate = alsoAfterRefusal

export default function EditProposalPage() {
  const { round, proposal, chapters } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const texts = useText(roundTexts)
  const base = `/terms-of-reference/rounds/${round.id}`
  const own = `${base}/proposals/${proposal.number}`
  return (
    <>
      <PageHead
        crumbs={[
          { to: '/terms-of-reference/rounds', text: texts.title },
          { to: base, text: texts.about(useSubjectName()(round)) },
          { to: own, text: texts.proposal.title(proposal.number) },
        ]}
        title={texts.form.change(proposal.number)}
      />
      <ProposalForm
        closesOn={round.closesOn}
        chapters={chapters}
        start={startingProposal(proposal)}
        answer={answer}
        current={proposal}
        cancelTo={own}
      />
    </>
  )
}
