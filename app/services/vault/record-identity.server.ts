import { z } from 'zod'
import { recordEvent } from '#app/platform/audit/record-event.server.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import { seal } from '#app/platform/crypto/seal.server.ts'
import type { VaultKeys } from '#app/platform/crypto/vault-keys.server.ts'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { Id } from '#schemas/values.ts'
import { SourceIdentity } from '#schemas/vault.ts'
import { currentKey, identityBound, keeperIds } from './vault-rows.server.ts'

/** Who a confidential source is, and the revision it replaces: 0 when the vault holds none yet. */
export const IdentityRecord = SourceIdentity.extend({ itemId: Id, revision: z.coerce.number().int().min(0) })
export type IdentityRecord = z.input<typeof IdentityRecord>

/**
 * Puts who a confidential source is in the vault. Whoever spoke with the source can write it down once without being able to read it back; replacing
 * it takes the right to read.
 * @throws {DomainError} `not-found`; `not-allowed` `vault.record`; `conflict` `revision` when someone else was first; `wrong-state`: `vault-closed`
 * without a key, `vault-other-key` when all that is there was sealed with keys that are not here: this one would be a mistake.
 */
export async function recordIdentity(useCase: UseCase, keys: VaultKeys, input: IdentityRecord): Promise<{ revision: number }> {
  const { itemId, revision, ...identity } = IdentityRecord.parse(input)
  const key = currentKey(keys)
  return withTransaction(useCase.sql, async (tx) => {
    const inside = { ...useCase, sql: tx }
    const [item] = await tx`select 1 from source_item where id = ${itemId} and confidentiality = 'confidential' for update`
    if (!item) throw new DomainError('not-found')
    const [row] = await tx`select revision from vault.identity where item_id = ${itemId}`
    const stands = (row?.revision as number | undefined) ?? 0
    if (stands > 0 && !(await keeperIds(inside)).includes(useCase.actor.id)) throw new DomainError('not-allowed', 'vault.record')
    if (stands !== revision) throw new DomainError('conflict', 'revision')
    const [held] = await tx`
      select count(*) as identities, count(*) filter (where key_id = any(${keys.all.map(({ id }) => id)})) as openable from vault.identity`
    if (Number(held?.identities) > 0 && Number(held?.openable) === 0) throw new DomainError('wrong-state', 'vault-other-key')
    const next = revision + 1
    const { keyId, nonce, sealed } = seal(key, identity, identityBound(itemId, next))
    const now = useCase.clock()
    await tx`
      insert into vault.identity (item_id, key_id, nonce, sealed, revision, recorded_at, recorded_by, changed_at, changed_by)
      values (${itemId}, ${keyId}, ${nonce}, ${sealed}, ${next}, ${now}, ${useCase.actor.id}, ${now}, ${useCase.actor.id})
      on conflict (item_id) do update set key_id = excluded.key_id, nonce = excluded.nonce, sealed = excluded.sealed,
        revision = excluded.revision, changed_at = excluded.changed_at, changed_by = excluded.changed_by`
    await recordEvent(inside, {
      action: 'vault.identity-recorded',
      objectType: 'source-item',
      objectId: itemId,
      details: { revision: next, keyId },
    })
    return { revision: next }
  })
}
