import type { UseCase } from '#app/platform/context.server.ts'
import type { Queryable } from '#app/platform/database/sql.server.ts'
import type { Actor } from '#app/policies/actor.ts'
import { addUser } from '#app/services/accounts/add-user.server.ts'
import { demoAccounts } from '#app/services/accounts/demo-accounts.server.ts'
import type { Role } from '#schemas/vocabulary.ts'

export const noon = new Date('2026-11-01T12:00:00Z')

/** Adds the demo person of a role (or the named demo address) and returns them as an actor. */
export async function addPerson(sql: Queryable, roleOrEmail: Role | (string & {})): Promise<Actor> {
  const account = demoAccounts.find((it) => it.email === roleOrEmail || it.roles.includes(roleOrEmail as Role))
  if (!account) throw new Error(`there is no demo account for ${roleOrEmail}`)
  const [existing] = await sql`select id from app_user where email = ${account.email}`
  const id = existing?.id ?? (await addUser({ sql, actor: null, clock: () => noon, origin: 'test' }, account))
  return {
    id,
    name: account.name,
    organisation: account.organisation,
    language: 'nl',
    roles: account.roles,
    topics: account.topics ?? [],
  }
}

/** A use case's first argument for this person, at a fixed time. */
export const as = (sql: Queryable, actor: Actor, clock: () => Date = () => noon): UseCase => ({
  sql,
  actor,
  clock,
  origin: 'test',
})
