import { redirect } from '@remix-run/node'
import { guardedAction } from '#app/platform/http/guarded.server.ts'
import { asGuest, guestInvitation } from '#app/services/invitations/guest.server.ts'
import { handIn } from '#app/services/invitations/hand-in.server.ts'
import { DomainError } from '#app/platform/errors.ts'

/** "My input is complete": closes the link to more input. */
export const action = guardedAction('invitation.answer', async ({ useCase, request, installation }) => {
  const invitation = await guestInvitation(useCase, request.headers.get('cookie'), installation.config.sessionSecret)
  const page = `/invitation/${invitation.purpose}`
  try {
    await handIn(asGuest(useCase, invitation.id), invitation.id)
  } catch (error) {
    // The page shows how it stands: nothing given yet, or closed in another window.
    if (error instanceof DomainError && error.code === 'invalid-input') return redirect(`${page}?nothing=1`)
    if (error instanceof DomainError && error.code === 'gone') return redirect(page)
    throw error
  }
  return redirect(page)
})
