import { hash, verify } from '@node-rs/argon2'
import { recordEvent } from '#app/platform/audit/record-event.server.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import type { Actor } from '#app/policies/actor.ts'
import { countAttempt, forgetAttempts } from './sign-in-attempts.server.ts'
import { startSession } from './sessions.server.ts'

/** OWASP's floor for argon2id: 19 MiB, two passes. */
const argon = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const
export const hashPassword = (password: string) => hash(password, argon)

/** A wrong address takes as long as a wrong password. */
const decoy = hashPassword('no account has this password')

/**
 * Signs a person in with their local account. Any session the browser had stays that session's; a new token is made (rotation).
 * @returns the new session's token.
 * @throws {DomainError} `invalid-input` for an unknown address, a wrong password or an inactive account alike; `too-many-attempts`.
 */
export async function signIn(useCase: UseCase<Actor | null>, credentials: { email: string; password: string }): Promise<string> {
  const { sql, clock } = useCase
  const email = credentials.email.trim().toLowerCase()
  const [user] = await sql`select id, password_hash, active from app_user where email = ${email}`
  if (!(await countAttempt(useCase, user?.id ?? null))) throw new DomainError('too-many-attempts', 'session.start')

  const right = await verify(user?.password_hash ?? (await decoy), credentials.password)
  if (!user || !right || !user.active) {
    const reason = user && right ? 'inactive' : 'unknown-or-wrong'
    await recordEvent(
      { ...useCase, actor: null },
      { action: 'session.refused', objectType: 'user', objectId: user?.id ?? null, result: 'refused', details: { reason } },
    )
    throw new DomainError('invalid-input', 'credentials')
  }
  return withTransaction(sql, async (tx) => {
    await forgetAttempts(tx, user.id)
    const token = await startSession({ sql: tx, clock }, user.id)
    await recordEvent(
      { sql: tx, clock, origin: useCase.origin, actor: { id: user.id } },
      { action: 'session.started', objectType: 'user', objectId: user.id, details: {} },
    )
    return token
  })
}
