import { z } from 'zod'
import type { Queryable } from '#app/platform/database/sql.server.ts'

const Version = z.object({
  version: z.number().int(),
  /** When the text became this; null for what was there from the beginning. */
  at: z
    .date()
    .transform((moment) => moment.toISOString())
    .nullable(),
  person: z.string().nullable(),
  names: z.array(z.string()),
})
export type Version = z.infer<typeof Version>

/** When a text became what it was at a version, by whom, and what that version was called. */
export async function readVersion(sql: Queryable, sectionId: string, version: number): Promise<Version> {
  const [row] = await sql`
    select ${version}::int as version, step.at, app_user.name as person, array(
      select name from section_named_version where section_id = ${sectionId} and version = ${version} order by named_at
    ) as names
    from (select ${sectionId}::uuid as section_id) section
    left join section_step step on step.section_id = section.section_id and step.version = ${version}
    left join app_user on app_user.id = step.author_id`
  return Version.parse(row)
}

/** The names of people by id. */
export async function namesOf(sql: Queryable, ids: readonly string[]): Promise<Record<string, string>> {
  const rows = await sql<
    { id: string; name: string }[]
  >`select id, name from app_user where id = any(${[...new Set(ids)]}::uuid[])`
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]))
}
