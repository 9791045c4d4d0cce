import { data } from '@remix-run/node'
import { Outlet, useLoaderData } from '@remix-run/react'
import { InvitationErrorPage, InvitationProblem } from '#app/components/invitations/invitation-error.tsx'
import { Facts, Notice } from '#app/components/page.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { useLanguage, useText } from '#app/components/use-text.ts'
import { formatDay, formatMoment } from '#app/i18n/format.ts'
import { invitationTexts } from '#app/i18n/invitations.ts'
import { pick } from '#app/i18n/pick.ts'
import { words } from '#app/i18n/vocabulary.ts'
import { guardedLoader } from '#app/platform/http/guarded.server.ts'
import { guestOrProblem } from '#app/services/invitations/guest.server.ts'

export const meta = pageTitle((language) => invitationTexts[language].guest.title)

/** What every page of a guest begins with: who is invited, until when, and what the link can still do. */
export const loader = guardedLoader('invitation.answer', async ({ useCase, request, installation }) => {
  const { guest, problem } = await guestOrProblem(useCase, request.headers.get('cookie'), installation.config.sessionSecret)
  return data({ invitation: guest, problem: problem?.detail }, problem?.status)
})

/** The pages below this one bring their own h1 (`PageHead`). */
export default function InvitationShell() {
  const { invitation, problem } = useLoaderData<typeof loader>()
  const text = useText(invitationTexts).guest
  const language = useLanguage()
  // A page below may still show what was typed when the link stopped working.
  if (invitation === null)
    return (
      <>
        <InvitationProblem detail={problem} />
        <Outlet />
      </>
    )
  const organisation = pick(invitation.organisationNl, invitation.organisationEn, language)
  return (
    <>
      <Facts
        facts={[
          [
            text.forWhom,
            <>
              <span lang={organisation.lang}>{organisation.text}</span>, {invitation.addressee}
            </>,
          ],
          [text.until, formatDay(invitation.expiresOn, language)],
          [text.state, words[language].invitationState[invitation.state]],
        ]}
      />
      {invitation.state === 'open' && (
        <Notice>
          <p>{text.notice}</p>
        </Notice>
      )}
      {invitation.state === 'handed-in' && invitation.handedInAt && (
        <Notice tone="ok">
          <p>{text['handed-in'](formatMoment(invitation.handedInAt, language))}</p>
        </Notice>
      )}
      {invitation.state === 'closed' && (
        <Notice tone="warning">
          <p>{text.closed}</p>
        </Notice>
      )}
      <Outlet />
    </>
  )
}

export { InvitationErrorPage as ErrorBoundary }
