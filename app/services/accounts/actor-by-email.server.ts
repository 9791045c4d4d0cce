import type { Queryable } from '#app/platform/database/sql.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import type { Actor } from '#app/policies/actor.ts'
import { z } from 'zod'
import { CoordinatorTopic, Language, Role } from '#schemas/vocabulary.ts'

const ActorRow = z.object({
  id: z.uuid(),
  name: z.string(),
  organisation: z.string(),
  language: Language,
  roles: z.array(Role),
  topics: z.array(CoordinatorTopic),
})

/** The account with this address as an actor. @throws {DomainError} `not-found`. */
export async function actorByEmail(sql: Queryable, email: string): Promise<Actor> {
  const [row] = await sql`
    select app_user.id, app_user.name, organisation.code as organisation, app_user.language,
      array(select role from user_role where user_id = app_user.id order by role) as roles,
      array(select distinct unnest(topics) from user_role where user_id = app_user.id) as topics
    from app_user join organisation on organisation.id = app_user.organisation_id
    where email = ${email.toLowerCase()}`
  if (!row) throw new DomainError('not-found', 'account')
  return ActorRow.parse(row)
}
