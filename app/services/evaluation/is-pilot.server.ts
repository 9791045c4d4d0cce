import type { Queryable } from '#app/platform/database/sql.server.ts'

/** Whether this version of the standard is tried out in this country (SR-10). */
export async function isPilot(sql: Queryable, standardId: string, countryCode: string): Promise<boolean> {
  const [row] = await sql`select 1 from standard_pilot where standard_id = ${standardId} and country_code = ${countryCode}`
  return row !== undefined
}
