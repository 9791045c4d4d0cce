import type { Queryable } from '#app/platform/database/sql.server.ts'
import type { Missed } from '#editor/collaboration/protocol.ts'

/** Steps in one answer; who is further behind asks again. */
export const mostAtOnce = 2000

/** The steps that came after a version, oldest first, each with who made it in which open page. */
export async function readSteps(sql: Queryable, sectionId: string, since: number): Promise<Missed> {
  const rows = await sql<{ step: unknown; client: string }[]>`
    select step, author_id || '/' || client_id as client from section_step
    where section_id = ${sectionId} and version > ${since} order by version limit ${mostAtOnce}`
  return { from: since, steps: rows.map((row) => row.step), clients: rows.map((row) => row.client) }
}
