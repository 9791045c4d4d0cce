import { z } from 'zod'
import { recordEvent } from '#app/platform/audit/record-event.server.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import { seal, unseal, type Sealed } from '#app/platform/crypto/seal.server.ts'
import type { VaultKeys } from '#app/platform/crypto/vault-keys.server.ts'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { Id } from '#schemas/values.ts'
import { currentKey, identityBound, readingBound, SealedRow, unopened } from './vault-rows.server.ts'

const IdentityRow = z.object({ itemId: Id, revision: z.number().int() })

/**
 * Seals everything in the vault with the current key that is not yet; all identities or, when one cannot be opened, nothing. An explanation that cannot
 * be opened is left as it is: it must not keep a key in use that is no longer trusted.
 * @returns how many identities and explanations were sealed anew, and how many explanations were left.
 * @throws {DomainError} `wrong-state`: `vault-closed`, `vault-other-key` when the old key is not here, `vault-tampered`.
 */
export async function rotateVault(
  useCase: UseCase<null>,
  keys: VaultKeys,
): Promise<{ identities: number; readings: number; left: number }> {
  const key = currentKey(keys)
  const anew = (row: Record<string, unknown>, boundTo: string) => {
    try {
      return seal(key, unseal(keys.all, SealedRow.parse(row), boundTo), boundTo)
    } catch (error) {
      throw unopened(error)
    }
  }
  return withTransaction(useCase.sql, async (tx) => {
    const identities = await tx`
      select item_id as "itemId", revision, key_id as "keyId", nonce, sealed from vault.identity where key_id <> ${key.id} order by item_id for update`
    for (const row of identities) {
      const { itemId, revision } = IdentityRow.parse(row)
      const { keyId, nonce, sealed } = anew(row, identityBound(itemId, revision))
      await tx`update vault.identity set key_id = ${keyId}, nonce = ${nonce}, sealed = ${sealed} where item_id = ${itemId}`
    }
    const readings = await tx`
      select id, key_id as "keyId", nonce, sealed from vault.reading where key_id <> ${key.id} order by id for update`
    let left = 0
    for (const row of readings) {
      const id = Id.parse(row.id)
      const again = anewOrNot(() => anew(row, readingBound(id)))
      if (!again) {
        left++
        continue
      }
      const { keyId, nonce, sealed } = again
      await tx`update vault.reading set key_id = ${keyId}, nonce = ${nonce}, sealed = ${sealed} where id = ${id}`
    }
    const counts = { identities: identities.length, readings: readings.length - left, left }
    await recordEvent(
      { ...useCase, sql: tx },
      { action: 'vault.rotated', objectType: 'vault', objectId: key.id, details: counts },
    )
    return counts
  })
}

function anewOrNot(work: () => Sealed): Sealed | null {
  try {
    return work()
  } catch (error) {
    if (error instanceof DomainError) return null
    throw error
  }
}
