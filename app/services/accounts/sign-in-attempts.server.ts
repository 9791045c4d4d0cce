import { recordEvent } from '#app/platform/audit/record-event.server.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import type { Queryable } from '#app/platform/database/sql.server.ts'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import type { Actor } from '#app/policies/actor.ts'

/** Attempts in the window before one has to wait. */
const attempts = 10
const windowMinutes = 15

/**
 * Counts an attempt to sign in before its password is looked at. The first one too many is written to the audit, the next ones are not: nobody
 * may fill the disk from outside.
 * @param userId whose account, if the address has one; otherwise the place it comes from is counted.
 * @returns whether the attempt may go on.
 */
export async function countAttempt(useCase: UseCase<Actor | null>, userId: string | null): Promise<boolean> {
  const { sql, clock, origin } = useCase
  const about = aboutOf(userId, origin)
  const since = new Date(clock().getTime() - windowMinutes * 60_000)
  return withTransaction(sql, async (tx) => {
    await tx`select pg_advisory_xact_lock(hashtext(${`sign-in ${about}`}))`
    await tx`delete from sign_in_attempt where at <= ${since}`
    const [row] = await tx`select count(*)::int as made from sign_in_attempt where about = ${about}`
    const made = row?.made as number
    if (made <= attempts) await tx`insert into sign_in_attempt (about, at) values (${about}, ${clock()})`
    if (made === attempts) {
      await recordEvent(
        { ...useCase, sql: tx, actor: null },
        {
          action: 'session.refused',
          objectType: 'user',
          objectId: userId,
          result: 'refused',
          details: { reason: 'too-many-attempts' },
        },
      )
    }
    return made < attempts
  })
}

/** Whoever proved who they are starts counting anew. */
export async function forgetAttempts(sql: Queryable, userId: string): Promise<void> {
  await sql`delete from sign_in_attempt where about = ${aboutOf(userId, '')}`
}

const aboutOf = (userId: string | null, origin: string) => (userId ? `user ${userId}` : `from ${origin}`)
