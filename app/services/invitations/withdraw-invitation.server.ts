import { z } from 'zod'
import { recordEvent } from '#app/platform/audit/record-event.server.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { today } from '#app/platform/today.ts'
import { Id } from '#schemas/values.ts'
import { InvitationPurpose } from '#schemas/vocabulary.ts'
import { lockInvitation } from './hold-invitation.server.ts'
import { invitationState } from './invitation.ts'

export const WithdrawnInvitation = z.object({
  invitationId: Id,
  /** What it must be an invitation to: that of another page is not found. */
  purpose: InvitationPurpose,
  objectId: Id,
  reason: z.string().trim().min(10, 'reason-too-short').max(2000, 'too-long'),
})
export type WithdrawnInvitation = z.infer<typeof WithdrawnInvitation>

/**
 * Closes a link before its last day; what was given by it stays.
 * @throws {DomainError} `not-found`; `conflict` (`invitation-not-open`) when it is no longer open: handed in, past its last day, or withdrawn by
 * someone else.
 */
export async function withdrawInvitation(useCase: UseCase, input: WithdrawnInvitation): Promise<void> {
  const { invitationId, purpose, objectId, reason } = WithdrawnInvitation.parse(input)
  await withTransaction(useCase.sql, async (tx) => {
    const invitation = await lockInvitation({ sql: tx }, invitationId)
    if (invitation.purpose !== purpose || invitation.objectId !== objectId) throw new DomainError('not-found')
    if (invitationState(invitation, today(useCase.clock)) !== 'open') throw new DomainError('conflict', 'invitation-not-open')
    await tx`
      update invitation set withdrawn_by = ${useCase.actor.id}, withdrawn_at = ${useCase.clock()}, withdrawn_reason = ${reason}
      where id = ${invitationId}`
    await recordEvent(
      { ...useCase, sql: tx },
      { action: 'invitation.withdrawn', objectType: 'invitation', objectId: invitationId, details: { reason } },
    )
  })
}
