import { recordEvent } from '#app/platform/audit/record-event.server.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { Id } from '#schemas/values.ts'

/** Roles that can be given the right to read identities: the ministry's own, who speak with sources. Nobody who decides on applications. */
const eligible = ['author', 'reviewer', 'publisher']

/**
 * Gives a person the right to read who confidential sources are. Nobody gives it to themselves. Given again, nothing changes.
 * @throws {DomainError} `not-found`; `not-allowed` `vault.grant` for oneself; `invalid-input` `not-eligible` for who has no role at the ministry.
 */
export async function grantKeeper(useCase: UseCase, userId: string): Promise<void> {
  if (!Id.safeParse(userId).success) throw new DomainError('not-found')
  if (userId === useCase.actor.id) throw new DomainError('not-allowed', 'vault.grant')
  await withTransaction(useCase.sql, async (tx) => {
    const [person] = await tx`
      select exists (select from user_role where user_id = app_user.id and role = any(${eligible})) as eligible
      from app_user where id = ${userId} and active for update`
    if (!person) throw new DomainError('not-found')
    if (!person.eligible) throw new DomainError('invalid-input', 'not-eligible')
    const added = await tx`
      insert into vault.keeper (user_id, granted_at, granted_by) values (${userId}, ${useCase.clock()}, ${useCase.actor.id})
      on conflict (user_id) where withdrawn_at is null do nothing`
    if (added.count === 0) return
    await recordEvent(
      { ...useCase, sql: tx },
      { action: 'vault.keeper-granted', objectType: 'user', objectId: userId, details: {} },
    )
  })
}

/** Takes the right back, at once. @throws {DomainError} `not-found` when the person has it not. */
export async function withdrawKeeper(useCase: UseCase, userId: string): Promise<void> {
  if (!Id.safeParse(userId).success) throw new DomainError('not-found')
  await withTransaction(useCase.sql, async (tx) => {
    const gone = await tx`
      update vault.keeper set withdrawn_at = ${useCase.clock()}, withdrawn_by = ${useCase.actor.id}
      where user_id = ${userId} and withdrawn_at is null`
    if (gone.count === 0) throw new DomainError('not-found')
    await recordEvent(
      { ...useCase, sql: tx },
      { action: 'vault.keeper-withdrawn', objectType: 'user', objectId: userId, details: {} },
    )
  })
}

/** Whom the right can be given to: active persons with a role at the ministry who have it not, by name. */
export async function listEligible({ sql, actor }: Pick<UseCase, 'sql' | 'actor'>): Promise<{ id: string; name: string }[]> {
  const rows = await sql<{ id: string; name: string }[]>`
    select id, name from app_user
    where active and id <> ${actor.id} and exists (select from user_role where user_id = app_user.id and role = any(${eligible}))
      and not exists (select from vault.keeper where user_id = app_user.id and withdrawn_at is null)
    order by name`
  return [...rows]
}
