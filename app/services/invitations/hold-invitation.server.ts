import type { UseCase } from '#app/platform/context.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { today } from '#app/platform/today.ts'
import { Invitation, invitationState } from './invitation.ts'
import { invitations } from './read-invitation.server.ts'

/**
 * Holds an invitation until the end of the transaction in which something is given by it, and notes that something was; pass the transaction's
 * `sql`. Who withdraws it at the same moment comes before or after.
 * @throws {DomainError} `not-found`; `gone` (`invitation-expired`, `invitation-withdrawn`, `invitation-handed-in`) when it takes nothing any more.
 */
export async function holdInvitation({ sql, clock }: Pick<UseCase, 'sql' | 'clock'>, invitationId: string): Promise<Invitation> {
  const invitation = await lockInvitation({ sql }, invitationId)
  const state = invitationState(invitation, today(clock))
  if (state !== 'open') throw new DomainError('gone', `invitation-${state === 'closed' ? 'expired' : state}`)
  if (invitation.givenAt) return invitation
  const givenAt = clock()
  await sql`update invitation set given_at = ${givenAt} where id = ${invitation.id}`
  return { ...invitation, givenAt }
}

/** @throws {DomainError} `not-found`. */
export async function lockInvitation({ sql }: Pick<UseCase, 'sql'>, invitationId: string): Promise<Invitation> {
  const [row] = await sql`${invitations(sql)} where invitation.id = ${invitationId} for update of invitation`
  if (!row) throw new DomainError('not-found')
  return Invitation.parse(row)
}
