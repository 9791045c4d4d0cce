import { recordEvent } from '#app/platform/audit/record-event.server.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { keeperIds } from './vault-rows.server.ts'

/**
 * Erases who a confidential source is, as when a source takes its consent back. That it was there, and who asked for it, stays on record. Backups still
 * hold it, encrypted.
 * @throws {DomainError} `not-found`; `not-allowed` `vault.erase`.
 */
export async function eraseIdentity(useCase: UseCase, itemId: string): Promise<void> {
  await withTransaction(useCase.sql, async (tx) => {
    const inside = { ...useCase, sql: tx }
    if (!(await keeperIds(inside)).includes(useCase.actor.id)) throw new DomainError('not-allowed', 'vault.erase')
    const [gone] = await tx`delete from vault.identity where item_id = ${itemId} returning revision`
    if (!gone) throw new DomainError('not-found')
    await recordEvent(inside, {
      action: 'vault.identity-erased',
      objectType: 'source-item',
      objectId: itemId,
      details: { revision: gone.revision as number },
    })
  })
}
