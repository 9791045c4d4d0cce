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
import { giverWithAccount } from '#app/services/rounds/giver.ts'
import { giveProposal } from '#app/services/rounds/give-proposal.server.ts'
import { readRound } from '#app/services/rounds/read-round.server.ts'
import { readSubjectTree } from '#app/services/rounds/read-subject.server.ts'
import { receiveProposal } from '#app/services/rounds/receive-proposal.server.ts'
import { startOfProposal } from '#app/services/rounds/start-of-proposal.ts'

export const meta = pageTitle((language) => roundTexts[language].questions.title)

// Also when the last day has passed: what someone was writing then is still in the form.
export const loader = guardedLoader('round.view', async ({ useCase, params, request, permit }) => {
  const round = await readRound(useCase, params.roundId)
  permit(round)
  const chapters = await readSubjectTree(useCase.sql, round)
  return { round, chapters, start: startOfProposal(new URL(request.url).searchParams, chapters) }
})

export const action = guardedAction('proposal.give', async ({ useCase, actor, params, request, permit }) => {
  const round = await readRound(useCase, params.roundId)
  const form = await request.formData()
  const answer = await receiveProposal(
    form,
    () => permit(round),
    (input) => giveProposal(useCase, round.id, giverWithAccount(actor), input),
    round,
  )
  if (answer.saved === null) return data(answer, answer.status)
  return redirect(`/terms-of-reference/rounds/${round.id}/proposals/${answer.saved}?done=given`)
})

export const shouldRevalidate = alsoAfterRefusal

export default function ProposePage() {
  const { round, chapters, start } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const texts = useText(roundTexts)
  const base = `/terms-of-reference/rounds/${round.id}`
  return (
    <>
      <PageHead
        crumbs={[
          { to: '/terms-of-reference/rounds', text: texts.title },
          { to: base, text: texts.about(useSubjectName()(round)) },
          { to: `${base}/questions`, text: texts.questions.title },
        ]}
        title={texts.form.titles[start.kind]}
      />
      <ProposalForm closesOn={round.closesOn} chapters={chapters} start={start} answer={answer} cancelTo={`${base}/questions`} />
    </>
  )
}
