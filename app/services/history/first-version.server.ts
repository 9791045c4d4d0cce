import type { Queryable } from '#app/platform/database/sql.server.ts'

/** The oldest version of a section's text that can still be read: where its steps begin. */
export async function firstVersion(sql: Queryable, sectionId: string): Promise<number> {
  const [row] = await sql<{ first: number | null }[]>`
    select least(
      (select min(version) from section_snapshot where section_id = ${sectionId}),
      (select version from section_document where section_id = ${sectionId})
    ) as first`
  return row?.first ?? 0
}
