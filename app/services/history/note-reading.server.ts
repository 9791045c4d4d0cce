import { z } from 'zod'
import type { UseCase } from '#app/platform/context.server.ts'
import type { Queryable } from '#app/platform/database/sql.server.ts'

/** Who comes back after this long reads anew; before that it is the same reading. Milliseconds. */
const newReading = 60 * 60 * 1000

/**
 * Somebody reads a section's text now, at a version. What they saw the last time they were here stays known beside it, for "since you last read".
 * Only the reader is ever told.
 */
export async function noteReading(
  { sql, actor, clock }: Pick<UseCase, 'sql' | 'actor' | 'clock'>,
  sectionId: string,
  version: number,
): Promise<void> {
  const now = clock()
  const since = new Date(now.getTime() - newReading)
  await sql`
    insert into section_reading as reading (section_id, user_id, version, read_at) values (${sectionId}, ${actor.id}, ${version}, ${now})
    on conflict (section_id, user_id) do update set version = greatest(reading.version, excluded.version), read_at = excluded.read_at,
      before_version = case when reading.read_at < ${since} then reading.version else reading.before_version end,
      before_at = case when reading.read_at < ${since} then reading.read_at else reading.before_at end`
}

const LastRead = z.object({ version: z.number().int(), at: z.date().transform((moment) => moment.toISOString()) })

/**
 * What a person had last seen of a text before they came to it now: what they read, and at least what they wrote on. Null for who was never here
 * before.
 */
export async function lastReadOf(sql: Queryable, sectionId: string, userId: string) {
  const [row] = await sql`
    select greatest(before_version, (
      select max(version) from section_step where section_id = reading.section_id and author_id = user_id and at <= before_at
    )) as version, before_at as at
    from section_reading reading where section_id = ${sectionId} and user_id = ${userId} and before_at is not null`
  return row ? LastRead.parse(row) : null
}
