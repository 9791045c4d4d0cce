import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { recordEvent } from '#app/platform/audit/record-event.server.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import { seal, unseal } from '#app/platform/crypto/seal.server.ts'
import type { VaultKeys } from '#app/platform/crypto/vault-keys.server.ts'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { Id } from '#schemas/values.ts'
import { SourceIdentity, VaultReason } from '#schemas/vault.ts'
import { identityBound, keeperIds, readingBound, SealedRow, unopened } from './vault-rows.server.ts'

export const IdentityReading = z.object({
  itemId: Id,
  reason: VaultReason,
  explanation: z.string().trim().min(10).max(1000),
})
export type IdentityReading = z.input<typeof IdentityReading>

type Outcome = { identity: SourceIdentity; revision: number } | { failure: DomainError }

/**
 * Tells who a confidential source is, to one who has the right and gives a reason. Asking is written down before anything is told, also when it then
 * cannot be told.
 *
 * The record of asking is stored before this throws: a caller inside a transaction of its own must not roll back on it.
 * @throws {DomainError} `not-found`; `not-allowed` `vault.read`; `wrong-state`: `vault-closed` without a key, `vault-other-key`, `vault-tampered`
 * when the row was changed or moved. None says anything of what is in it.
 */
export async function readIdentity(
  useCase: UseCase,
  keys: VaultKeys,
  input: IdentityReading,
): Promise<{ identity: SourceIdentity; revision: number }> {
  const { itemId, reason, explanation } = IdentityReading.parse(input)
  const outcome = await withTransaction(useCase.sql, async (tx): Promise<Outcome> => {
    const inside = { ...useCase, sql: tx }
    const [row] = await tx`
      select key_id as "keyId", nonce, sealed, revision from vault.identity where item_id = ${itemId} for share`
    if (!row) throw new DomainError('not-found')
    const mayRead = (await keeperIds(inside)).includes(useCase.actor.id)
    const opened = mayRead ? open(keys, row, itemId) : { failure: new DomainError('not-allowed', 'vault.read') }
    const told = 'identity' in opened
    // With a key that is not the vault's the explanation would be lost: then the audit alone says who asked.
    if (keys.current && keys.all.some((key) => key.id === row.keyId)) {
      const id = randomUUID()
      const { keyId, nonce, sealed } = seal(keys.current, explanation, readingBound(id))
      await tx`
        insert into vault.reading (id, item_id, read_at, read_by, reason, told, key_id, nonce, sealed)
        values (${id}, ${itemId}, ${useCase.clock()}, ${useCase.actor.id}, ${reason}, ${told}, ${keyId}, ${nonce}, ${sealed})`
    }
    await recordEvent(inside, {
      action: 'vault.identity-read',
      objectType: 'source-item',
      objectId: itemId,
      result: told ? 'done' : 'refused',
      details: { reason },
    })
    return opened
  })
  if ('failure' in outcome) throw outcome.failure
  return outcome
}

function open(keys: VaultKeys, row: Record<string, unknown>, itemId: string): Outcome {
  if (!keys.current) return { failure: new DomainError('wrong-state', 'vault-closed') }
  const revision = z.number().int().parse(row.revision)
  try {
    const identity = SourceIdentity.parse(unseal(keys.all, SealedRow.parse(row), identityBound(itemId, revision)))
    return { identity, revision }
  } catch (error) {
    // A schema's error would repeat what it could not read.
    return { failure: error instanceof z.ZodError ? new DomainError('wrong-state', 'vault-tampered') : unopened(error) }
  }
}
