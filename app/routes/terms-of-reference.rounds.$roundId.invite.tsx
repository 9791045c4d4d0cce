import '#app/styles/terms.css'
import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { alsoAfterRefusal } from '#app/components/also-after-refusal.ts'
import { InvitationForm, MadeLink } from '#app/components/invitations/invitation-form.tsx'
import { PageHead } from '#app/components/page.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { useSubjectName } from '#app/components/rounds/round-facts.tsx'
import { useText } from '#app/components/use-text.ts'
import { invitationTexts } from '#app/i18n/invitations.ts'
import { roundTexts } from '#app/i18n/rounds.ts'
import { guardedAction, guardedLoader } from '#app/platform/http/guarded.server.ts'
import { orShowMoved } from '#app/platform/http/moved.server.ts'
import { today } from '#app/platform/today.ts'
import { allows } from '#app/policies/policies.ts'
import { receiveInvitation } from '#app/services/invitations/receive-invitation.server.ts'
import { listOrganisations } from '#app/services/organisations/list-organisations.server.ts'
import { readRound } from '#app/services/rounds/read-round.server.ts'

export const meta = pageTitle((language) => invitationTexts[language].invite.title)

export const loader = guardedLoader('round.view', async ({ useCase, actor, params, permit }) => {
  const round = await readRound(useCase, params.roundId)
  permit(round)
  if (!allows(actor, 'round.invite', round)) throw redirect(`/terms-of-reference/rounds/${round.id}`)
  return { round, organisations: await listOrganisations(useCase), today: today(useCase.clock) }
})

export const action = guardedAction('round.invite', async ({ useCase, params, request, installation, permit }) => {
  const round = await readRound(useCase, params.roundId)
  return orShowMoved(`/terms-of-reference/rounds/${round.id}`, async () => {
    permit(round)
    const answer = await receiveInvitation(useCase, await request.formData(), { purpose: 'round', objectId: round.id })
    if (answer.token === null) return data({ link: null, values: answer.values, errors: answer.errors }, 422)
    // The only time the link is shown: nothing may keep it.
    const link = `${installation.config.baseUrl}/invitation/${answer.token}`
    return data({ link, values: {}, errors: {} }, { headers: { 'Cache-Control': 'no-store' } })
  })
})

export const shouldRevalidate = alsoAfterRefusal

export default function InvitePage() {
  const { round, organisations, today: day } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const texts = useText(roundTexts)
  const text = useText(invitationTexts).invite
  const base = `/terms-of-reference/rounds/${round.id}`
  return (
    <>
      <PageHead
        crumbs={[
          { to: '/terms-of-reference/rounds', text: texts.title },
          { to: base, text: texts.about(useSubjectName()(round)) },
          { to: `${base}/manage`, text: texts.manage.title },
        ]}
        title={text.title}
        lead={text.lead}
      />
      {answer?.link ? (
        <MadeLink link={answer.link} back={`${base}/manage#invitations`} />
      ) : (
        <InvitationForm
          organisations={organisations}
          values={answer?.values ?? { expiresOn: round.closesOn }}
          errors={answer?.errors ?? {}}
          today={day}
          back={`${base}/manage#invitations`}
        />
      )}
    </>
  )
}
