import { recordEvent } from '#app/platform/audit/record-event.server.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { holdInvitation, lockInvitation } from './hold-invitation.server.ts'

/**
 * A guest has given all there is to give: from here the link only shows what became of it.
 * @param useCase the guest's (`asGuest`).
 * @throws {DomainError} `not-found`; `gone` as `holdInvitation`, also when it was handed in before; `invalid-input` (`nothing-given`).
 */
export async function handIn(useCase: UseCase<null>, invitationId: string): Promise<void> {
  await withTransaction(useCase.sql, async (tx) => {
    const within = { ...useCase, sql: tx }
    const { givenAt } = await lockInvitation(within, invitationId)
    await holdInvitation(within, invitationId)
    if (!givenAt) throw new DomainError('invalid-input', 'nothing-given')
    await tx`update invitation set handed_in_at = ${useCase.clock()} where id = ${invitationId}`
    await recordEvent(within, { action: 'invitation.handed-in', objectType: 'invitation', objectId: invitationId, details: {} })
  })
}
