import { redirect } from '@remix-run/node'
import { InvitationErrorPage } from '#app/components/invitations/invitation-error.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { invitationTexts } from '#app/i18n/invitations.ts'
import { guardedLoader } from '#app/platform/http/guarded.server.ts'
import { invitationCookie } from '#app/services/invitations/guest.server.ts'
import { openInvitation } from '#app/services/invitations/open-invitation.server.ts'

export const meta = pageTitle((language) => invitationTexts[language].guest.title)

/** The address an organisation was sent: remembers the link on this device and goes on to a page whose address holds no key. */
export const loader = guardedLoader('invitation.open', async ({ useCase, params, installation }) => {
  const token = params.token ?? ''
  await openInvitation(useCase, token)
  return redirect('/invitation', {
    headers: {
      'Set-Cookie': invitationCookie(installation.config, token),
      'Referrer-Policy': 'no-referrer',
      'Cache-Control': 'no-store',
    },
  })
})

export default InvitationErrorPage
export { InvitationErrorPage as ErrorBoundary }
