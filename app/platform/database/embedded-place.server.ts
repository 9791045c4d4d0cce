import { setTimeout as pause } from 'node:timers/promises'
import { applicationName, connect, type Sql } from './sql.server.ts'

/*
 * Each user of the embedded server holds a place: one connection with a shared advisory lock. Whoever leaves stops the server only with that lock
 * to itself, so that nobody can come in between the look around and the stop; a user that is killed loses its place with its connection.
 */

/** Any number, the same for all users of the server. */
const placeLock = 727_002
const placeName = 'herkomst place'

/** @returns a connection that holds this user's place. */
export async function takePlace(url: string): Promise<Sql> {
  const place = connect(url, { max: 1, name: placeName, arrays: false })
  try {
    await place`select pg_advisory_lock_shared(${placeLock})`
    return place
  } catch (error) {
    await place.end({ timeout: 1 })
    throw error
  }
}

/** Gives the place up and stops the server when it was the last. */
export async function leavePlace(place: Sql, url: string, stop: () => Promise<unknown>): Promise<void> {
  await place`select pg_advisory_unlock_shared(${placeLock})`.catch(() => {})
  await place.end({ timeout: 1 })
  const leaving = connect(url, { max: 1, name: placeName, arrays: false })
  // The lock is kept until the server is gone, so that nobody takes a place in it any more.
  if (!(await othersStay(leaving))) await stop()
  await leaving.end({ timeout: 1 })
}

/** A server that does not answer is of use to nobody. */
async function othersStay(leaving: Sql): Promise<boolean> {
  try {
    const [lock] = await leaving`select pg_try_advisory_lock(${placeLock}) as mine`
    if (!lock?.mine) return true
    // Someone who lost their place with a crash of the server may still work here; one's own connections take a moment to go.
    for (const end = Date.now() + 1000; ; await pause(50)) {
      const others = await leaving`select 1 from pg_stat_activity where application_name = ${applicationName} limit 1`
      if (others.length === 0) return false
      if (Date.now() > end) return true
    }
  } catch {
    return false
  }
}
