import { z } from 'zod'
import { recordEvent } from '#app/platform/audit/record-event.server.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import type { Actor } from '#app/policies/actor.ts'
import { CoordinatorTopic, Language, OrganisationCode, Role } from '#schemas/vocabulary.ts'
import { hashPassword } from './sign-in.server.ts'

export const NewUser = z.object({
  email: z.email().transform((email) => email.toLowerCase()),
  name: z.string().trim().min(1).max(200),
  organisation: OrganisationCode,
  /** At least 12 characters (NIST SP 800-63B asks 8; NCSC-NL advises longer for accounts without a second factor). */
  password: z.string().min(12).max(200),
  roles: z.array(Role).min(1),
  topics: z.array(CoordinatorTopic).default([]),
  language: Language.default('nl'),
  isDemo: z.boolean().default(false),
})
export type NewUser = z.input<typeof NewUser>

/**
 * Adds an account with its roles. @returns its id.
 * @throws {DomainError} `conflict` when the address is taken, `invalid-input` for an unknown organisation.
 */
export async function addUser(useCase: UseCase<Actor | null>, input: NewUser): Promise<string> {
  const user = NewUser.parse(input)
  const passwordHash = await hashPassword(user.password)
  return withTransaction(useCase.sql, async (tx) => {
    const [organisation] = await tx`select id from organisation where code = ${user.organisation}`
    if (!organisation) throw new DomainError('invalid-input', 'unknown-organisation')
    const [added] = await tx`
      insert into app_user (email, name, organisation_id, password_hash, language, is_demo)
      values (${user.email}, ${user.name}, ${organisation.id}, ${passwordHash}, ${user.language}, ${user.isDemo})
      on conflict (email) do nothing returning id`
    if (!added) throw new DomainError('conflict', 'email-taken')
    for (const role of user.roles) {
      await tx`insert into user_role (user_id, role, topics) values (${added.id}, ${role}, ${role === 'coordinator' ? user.topics : []})`
    }
    await recordEvent(
      { ...useCase, sql: tx },
      { action: 'user.added', objectType: 'user', objectId: added.id, details: { roles: user.roles } },
    )
    return added.id as string
  })
}
