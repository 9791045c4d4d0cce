import { redirect } from '@remix-run/node'
import { DomainError } from '#app/platform/errors.ts'
import { guardedAction } from '#app/platform/http/guarded.server.ts'
import { orShowMoved } from '#app/platform/http/moved.server.ts'
import { asGuest, guestInvitation } from '#app/services/invitations/guest.server.ts'
import { ownProposal, readGuestRound } from '#app/services/rounds/guest-round.server.ts'
import { withdrawProposal } from '#app/services/rounds/withdraw-proposal.server.ts'

/** A guest takes a proposal back. */
export const action = guardedAction('invitation.answer', async ({ useCase, params, request, installation }) => {
  const invitation = await guestInvitation(useCase, request.headers.get('cookie'), installation.config.sessionSecret)
  const guest = asGuest(useCase, invitation.id)
  const guestRound = await readGuestRound(guest, invitation)
  const { number } = ownProposal(guestRound, params.number)
  return orShowMoved('/invitation/round', async () => {
    try {
      await withdrawProposal(guest, guestRound.round.id, guestRound.giver, number)
    } catch (error) {
      // The page shows how the link stands.
      if (error instanceof DomainError && error.code === 'gone') return redirect('/invitation/round')
      throw error
    }
    return redirect('/invitation/round?done=withdrawn')
  })
})
