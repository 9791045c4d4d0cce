import { data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { alsoAfterRefusal } from '#app/components/also-after-refusal.ts'
import { ClosedNotice } from '#app/components/consultation/closed-notice.tsx'
import { useCrumbs } from '#app/components/consultation/use-crumbs.ts'
import { InvitationForm, MadeLink } from '#app/components/invitations/invitation-form.tsx'
import { PageHead } from '#app/components/page.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { useText } from '#app/components/use-text.ts'
import { invitationTexts } from '#app/i18n/invitations.ts'
import { guardedAction, guardedLoader } from '#app/platform/http/guarded.server.ts'
import { orShowMoved } from '#app/platform/http/moved.server.ts'
import { today } from '#app/platform/today.ts'
import { allows } from '#app/policies/policies.ts'
import { readConsultation } from '#app/services/consultations/read-consultation.server.ts'
import { receiveInvitation } from '#app/services/invitations/receive-invitation.server.ts'
import { listOrganisations } from '#app/services/organisations/list-organisations.server.ts'

export const meta = pageTitle((language) => invitationTexts[language].invite.title)

export const loader = guardedLoader('consultation.view', async ({ useCase, actor, params }) => {
  const found = await readConsultation(useCase, params.standardId)
  const { standard, consultation } = found
  return {
    may: allows(actor, 'consultation.invite', found),
    standard,
    closesOn: consultation.closesOn,
    organisations: await listOrganisations(useCase),
    today: today(useCase.clock),
  }
})

export const action = guardedAction('consultation.invite', async ({ useCase, params, request, permit, installation }) => {
  const found = await readConsultation(useCase, params.standardId)
  const objectId = found.standard.id
  return orShowMoved(`/terms-of-reference/consultations/${objectId}`, async () => {
    permit(found)
    const made = await receiveInvitation(useCase, await request.formData(), { purpose: 'consultation', objectId })
    if (made.token === null) return data({ link: null, values: made.values, errors: made.errors }, 422)
    const link = `${installation.config.baseUrl}/invitation/${made.token}`
    return data({ link, values: null, errors: null }, { headers: { 'Cache-Control': 'no-store' } })
  })
})

export const shouldRevalidate = alsoAfterRefusal

export default function InvitePage() {
  const { standard, closesOn, organisations, today, may } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const text = useText(invitationTexts).invite
  const back = `/terms-of-reference/consultations/${standard.id}`
  const crumbs = useCrumbs(standard)
  if (answer?.link) {
    return (
      <>
        <PageHead crumbs={crumbs} title={text.title} />
        <MadeLink link={answer.link} back={back} />
      </>
    )
  }
  return (
    <>
      <PageHead crumbs={crumbs} title={text.title} lead={text.lead} />
      <ClosedNotice may={may} answered={answer !== undefined} />
      {may && (
        <InvitationForm
          organisations={organisations}
          values={answer?.values ?? { expiresOn: closesOn ?? '' }}
          errors={answer?.errors ?? {}}
          today={today}
          back={back}
        />
      )}
    </>
  )
}
