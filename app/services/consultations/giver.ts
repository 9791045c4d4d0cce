import type { Actor } from '#app/policies/actor.ts'
import type { Input } from './consultation.ts'

/** Who gives input: someone with an account, or an invited organisation of which nobody is named. */
export type InputGiver = { organisation: string } & (
  { userId: string; invitationId: null } | { userId: null; invitationId: string }
)

export const giverOfAccount = (actor: Actor): InputGiver => ({
  organisation: actor.organisation,
  userId: actor.id,
  invitationId: null,
})

export const giverOfInvitation = (invitation: { id: string; organisation: string }): InputGiver => ({
  organisation: invitation.organisation,
  userId: null,
  invitationId: invitation.id,
})

/** Whether this giver gave it: what staff report of a meeting is nobody's own, and a colleague's input is not one's own. */
export const isOwnInput = (giver: InputGiver, input: Pick<Input, 'channel' | 'givenBy' | 'invitationId'>): boolean =>
  giver.userId === null
    ? input.invitationId === giver.invitationId
    : input.channel === 'account' && input.givenBy === giver.userId
