import type { Actor } from '#app/policies/actor.ts'

/** Who gives a proposal: a person with an account, or an invited organisation of which nobody is named. */
export type Giver = {
  organisation: string
  userId: string | null
  invitationId: string | null
}

/** Someone with an account proposes for their organisation. */
export const giverWithAccount = (actor: Actor): Giver => ({
  organisation: actor.organisation,
  userId: actor.id,
  invitationId: null,
})

/** An invited organisation proposes by its invitation. */
export const giverByInvitation = (invitation: { id: string; organisation: string }): Giver => ({
  organisation: invitation.organisation,
  userId: null,
  invitationId: invitation.id,
})

/** Whether this giver gave it: a colleague's proposal is not one's own. */
export const isOwn = (giver: Giver, proposal: { giverId: string | null; invitationId: string | null }): boolean =>
  giver.userId === null ? proposal.invitationId === giver.invitationId : proposal.giverId === giver.userId
