import '#app/styles/consultation.css'
import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { alsoAfterRefusal } from '#app/components/also-after-refusal.ts'
import { GiverPageView } from '#app/components/consultation/giver-page.tsx'
import { CompleteInput } from '#app/components/invitations/complete-input.tsx'
import { TextAreaField } from '#app/components/field.tsx'
import { PageHead } from '#app/components/page.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { useText } from '#app/components/use-text.ts'
import { consultationTexts } from '#app/i18n/consultations.ts'
import { invitationTexts } from '#app/i18n/invitations.ts'
import { DomainError } from '#app/platform/errors.ts'
import { guardedAction, guardedLoader } from '#app/platform/http/guarded.server.ts'
import { changeInput } from '#app/services/consultations/change-input.server.ts'
import { changedInput, giverView } from '#app/services/consultations/giver-address.ts'
import { giveInput } from '#app/services/consultations/give-input.server.ts'
import { giverOfInvitation } from '#app/services/consultations/giver.ts'
import { readGiverPage } from '#app/services/consultations/read-giver-page.server.ts'
import { inputValues, receiveInput } from '#app/services/consultations/receive-input.server.ts'
import { asGuest, guestOrProblem, type GuestInvitation } from '#app/services/invitations/guest.server.ts'

export const meta = pageTitle((language) => invitationTexts[language].guest.title)

export const loader = guardedLoader('invitation.answer', async ({ useCase, request, installation }) => {
  const { guest, problem } = await guestOrProblem(useCase, request.headers.get('cookie'), installation.config.sessionSecret)
  if (guest === null) return data({ shown: null }, problem.status)
  refuseOther(guest)
  const url = new URL(request.url)
  const page = await readGiverPage(useCase, guest.objectId, giverOfInvitation(guest))
  const shown = {
    page: { ...page, closesOn: guest.expiresOn },
    open: guest.state === 'open' && page.phase !== 'fixed',
    complete: guest.state === 'open',
    nothing: url.searchParams.has('nothing'),
    view: giverView(url),
  }
  return data({ shown })
})

export const action = guardedAction('invitation.answer', async ({ useCase, request, installation }) => {
  const { guest, problem } = await guestOrProblem(useCase, request.headers.get('cookie'), installation.config.sessionSecret)
  const form = await request.formData()
  if (guest === null) {
    return data({ saved: false as const, values: inputValues(form), errors: {}, refusal: null }, problem.status)
  }
  refuseOther(guest)
  const giver = giverOfInvitation(guest)
  const within = asGuest(useCase, guest.id)
  const changed = changedInput(form)
  const standardId = guest.objectId
  const answer = await receiveInput(form, (input) =>
    changed ? changeInput(within, { standardId, ...changed }, giver, input) : giveInput(within, standardId, giver, input),
  )
  if (!answer.saved) return data(answer, answer.status)
  return redirect(`/invitation/consultation?done=${changed ? 'saved' : 'given'}`)
})

/** An invitation to something else has a page of its own. */
function refuseOther(guest: GuestInvitation): void {
  if (guest.purpose !== 'consultation') throw new DomainError('not-found')
}

export const shouldRevalidate = alsoAfterRefusal

export default function GuestConsultation() {
  const { shown } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const text = useText(consultationTexts).give
  if (shown === null) return answer ? <KeptText label={text.kept} value={answer.values.body} /> : null
  return (
    <>
      <PageHead title={text.title(shown.page.standard.version)} />
      <GiverPageView page={shown.page} view={shown.view} answer={answer} base="/invitation/consultation" open={shown.open}>
        {shown.complete && <CompleteInput nothing={shown.nothing} />}
      </GiverPageView>
    </>
  )
}

/** What was typed and can no longer be sent, to copy. */
const KeptText = ({ label, value }: { label: string; value: string }) => (
  <TextAreaField label={label} readOnly rows={8} defaultValue={value} />
)
