import { z } from 'zod'
import type { UseCase } from '#app/platform/context.server.ts'
import type { Sealed } from '#app/platform/crypto/seal.server.ts'
import { SealUnopened } from '#app/platform/crypto/seal.server.ts'
import type { VaultKeys } from '#app/platform/crypto/vault-keys.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { Id } from '#schemas/values.ts'
import { SourceKind } from '#schemas/vocabulary.ts'

export const SealedRow = z
  .object({ keyId: z.string(), nonce: z.instanceof(Buffer), sealed: z.instanceof(Buffer) })
  .transform((row): Sealed => row)

/** What an identity's seal is bound to: its item and its revision. */
export const identityBound = (itemId: string, revision: number) => `identity ${itemId} ${revision}`
/** What the seal of a reading's explanation is bound to. */
export const readingBound = (readingId: string) => `reading ${readingId}`

/** The key to seal with. @throws {DomainError} `wrong-state` `vault-closed` when there is none. */
export function currentKey({ current }: VaultKeys) {
  if (!current) throw new DomainError('wrong-state', 'vault-closed')
  return current
}

/** What a seal that does not open means to its user. Says which, and nothing else. */
export function unopened(error: unknown): DomainError {
  if (!(error instanceof SealUnopened)) throw error
  return new DomainError('wrong-state', error.why === 'unknown-key' ? 'vault-other-key' : 'vault-tampered')
}

/** Who may read identities now. */
export async function keeperIds({ sql }: Pick<UseCase, 'sql'>): Promise<string[]> {
  const rows = await sql<{ userId: string }[]>`
    select user_id as "userId" from vault.keeper join app_user on app_user.id = user_id and active where withdrawn_at is null order by granted_at`
  return rows.map(({ userId }) => userId)
}

/**
 * A confidential item by its public face, with whether the vault holds who it is.
 * @throws {DomainError} `not-found` for an unknown or malformed id, and for a public item.
 */
export async function readVaultItem({ sql }: Pick<UseCase, 'sql'>, itemId: string | undefined) {
  const [row] = Id.safeParse(itemId).success
    ? await sql`
        select source_item.id, source.kind, published, accessed_on as "accessedOn", coalesce(identity.revision, 0) as revision
        from source_item join source on source.id = source_id left join vault.identity on identity.item_id = source_item.id
        where source_item.id = ${itemId!} and confidentiality = 'confidential'`
    : []
  if (!row) throw new DomainError('not-found')
  return VaultItem.parse(row)
}

const VaultItem = z.object({
  id: Id,
  kind: SourceKind,
  published: z.string().nullable(),
  accessedOn: z.string().nullable(),
  /** 0 while the vault does not hold who it is. */
  revision: z.number().int(),
})
