import { z } from 'zod'
import type { UseCase } from '#app/platform/context.server.ts'
import { unseal } from '#app/platform/crypto/seal.server.ts'
import type { VaultKeys } from '#app/platform/crypto/vault-keys.server.ts'
import { Day, Id, PartialDate } from '#schemas/values.ts'
import { SourceKind } from '#schemas/vocabulary.ts'
import { VaultReason } from '#schemas/vault.ts'
import { readingBound, SealedRow } from './vault-rows.server.ts'

const moment = z.date().transform((date) => date.toISOString())
const Entry = z.object({
  id: Id,
  kind: SourceKind,
  published: PartialDate.nullable(),
  accessedOn: Day.nullable(),
  recordedAt: moment.nullable(),
  recordedBy: z.string().nullable(),
  readings: z.number().int(),
})
const Keeper = z.object({
  userId: Id,
  name: z.string(),
  grantedAt: moment,
  grantedBy: z.string(),
  withdrawnAt: moment.nullable(),
})
const Reading = z.object({
  id: Id,
  itemId: Id,
  readAt: moment,
  readBy: z.string(),
  reason: VaultReason,
  told: z.boolean(),
})

/** `closed`: no key. `other-key`: what it holds was sealed with keys that are not here. `empty`: nothing in it yet. */
export type VaultState = 'open' | 'empty' | 'closed' | 'other-key'

/** Whether the vault can be used now, and how many identities cannot be opened with the keys that are here. */
export async function readVaultState({ sql }: Pick<UseCase, 'sql'>, keys: VaultKeys) {
  const [row] = await sql<{ identities: number; unopenable: number }[]>`
    select count(*) as identities, count(*) filter (where key_id <> all(${keys.all.map(({ id }) => id)})) as unopenable from vault.identity`
  const { identities = 0, unopenable = 0 } = row ?? {}
  const state: VaultState = !keys.current
    ? 'closed'
    : identities === 0
      ? 'empty'
      : unopenable === identities
        ? 'other-key'
        : 'open'
  return { state, identities, unopenable }
}

/**
 * The vault from outside: confidential items by their public face, who holds the right, and who asked for what and why. The explanations come along
 * only for who may read identities.
 */
export async function readVault({ sql, actor }: Pick<UseCase, 'sql' | 'actor'>, keys: VaultKeys) {
  const entries = await sql`
    select source_item.id, source.kind, published, accessed_on as "accessedOn", recorded_at as "recordedAt", app_user.name as "recordedBy",
      (select count(*) from vault.reading where item_id = source_item.id) as readings
    from source_item join source on source.id = source_id
    left join vault.identity on identity.item_id = source_item.id
    left join app_user on app_user.id = recorded_by
    where confidentiality = 'confidential'
    order by coalesce(published, accessed_on::text) desc nulls last, source_item.created_at desc, source_item.id limit 500`
  const keepers = await sql`
    select keeper.user_id as "userId", app_user.name, granted_at as "grantedAt", giver.name as "grantedBy", withdrawn_at as "withdrawnAt"
    from vault.keeper join app_user on app_user.id = keeper.user_id join app_user giver on giver.id = granted_by
    order by withdrawn_at desc nulls first, granted_at`
  const readings = await sql`
    select reading.id, item_id as "itemId", read_at as "readAt", app_user.name as "readBy", reason, told, key_id as "keyId", nonce, sealed
    from vault.reading join app_user on app_user.id = read_by order by read_at desc, reading.id limit 200`
  const mine = keepers.some((keeper) => keeper.userId === actor.id && keeper.withdrawnAt === null)
  return {
    ...(await readVaultState({ sql }, keys)),
    entries: Entry.array().parse([...entries]),
    keepers: Keeper.array().parse([...keepers]),
    readings: readings.map((row) => ({ ...Reading.parse(row), explanation: mine ? explanationOf(keys, row) : null })),
  }
}

/** Null where it cannot be opened: the list is no place to fail for it. */
function explanationOf(keys: VaultKeys, row: Record<string, unknown>): string | null {
  try {
    return z.string().parse(unseal(keys.all, SealedRow.parse(row), readingBound(String(row.id))))
  } catch {
    return null
  }
}
