import type { Queryable } from '#app/platform/database/sql.server.ts'

/** Unknown links from one place in the window before one has to wait: as many as wrong passwords (accounts/sign-in-attempts). */
const attempts = 10
const windowMinutes = 15

/**
 * How many links that do not exist were tried from a place lately; whoever tries there at the same moment waits for the other, so that those that
 * come all at once are counted too. Pass the transaction's `sql`.
 */
export async function madeAttempts(tx: Queryable, origin: string, now: Date): Promise<number> {
  const since = new Date(now.getTime() - windowMinutes * 60_000)
  await tx`select pg_advisory_xact_lock(hashtext(${`invitation ${origin}`}))`
  await tx`delete from invitation_attempt where at <= ${since}`
  const [row] = await tx<{ made: number }[]>`select count(*)::int as made from invitation_attempt where origin = ${origin}`
  return row!.made
}

export const isTooMany = (made: number): boolean => made >= attempts

/** @returns whether this was the last one that is let through. */
export async function countAttempt(tx: Queryable, origin: string, now: Date, made: number): Promise<boolean> {
  await tx`insert into invitation_attempt (origin, at) values (${origin}, ${now})`
  return made + 1 === attempts
}
