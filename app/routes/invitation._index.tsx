import { redirect } from '@remix-run/node'
import { guardedLoader } from '#app/platform/http/guarded.server.ts'
import { guestInvitation } from '#app/services/invitations/guest.server.ts'

/** On to the page of what this guest was invited to: each purpose has one, `/invitation/<purpose>`. */
export const loader = guardedLoader('invitation.answer', async ({ useCase, request, installation }) => {
  const { purpose } = await guestInvitation(useCase, request.headers.get('cookie'), installation.config.sessionSecret)
  return redirect(`/invitation/${purpose}`)
})
