import { z } from 'zod'
import type { UseCase } from '#app/platform/context.server.ts'
import type { Queryable } from '#app/platform/database/sql.server.ts'
import type { Actor } from '#app/policies/actor.ts'
import type { IncidentRecord } from '#schemas/context-card.ts'
import { CountryCode, Day } from '#schemas/values.ts'
import { IncidentKind } from '#schemas/vocabulary.ts'
import { recordColumns, recordOf } from './incident-record.server.ts'

/** PostgreSQL cannot hold the character zero, so nothing that has it can be found. */
const words = z
  .string()
  .trim()
  .max(200)
  .refine((value) => !value.includes('\0'))

export const IncidentFilter = z.object({
  country: CountryCode.optional(),
  /** Governorate or province as stored: without the word for it. */
  admin1: words.optional(),
  kind: IncidentKind.optional(),
  /** Events that began on or after, on or before: so each event belongs to one period, as in the context figures. */
  from: Day.optional(),
  to: Day.optional(),
  /** Every word must occur in the place, the actors, the summary or the dataset's number; case is ignored. */
  text: words.optional(),
  offset: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(200).default(50),
})
export type IncidentFilter = z.input<typeof IncidentFilter>
export type FoundIncidents = { incidents: IncidentRecord[]; total: number; offset: number; limit: number }

/** Incidents that match, newest first, with how many there are in all. */
export async function findIncidents(useCase: UseCase<Actor | null>, input: IncidentFilter): Promise<FoundIncidents> {
  const { sql } = useCase
  const filter = IncidentFilter.parse(input)
  const where = conditions(sql, filter)
  const [counted] = await sql<{ total: number }[]>`select count(*)::int as total from incident where ${where}`
  const total = counted?.total ?? 0
  if (total === 0) return { incidents: [], total, offset: filter.offset, limit: filter.limit }
  const rows = await sql`
    select ${recordColumns(sql)} from incident where ${where}
    order by started_on desc, id limit ${filter.limit} offset ${filter.offset}`
  return { incidents: rows.map(recordOf), total, offset: filter.offset, limit: filter.limit }
}

function conditions(sql: Queryable, filter: z.output<typeof IncidentFilter>) {
  const { country, admin1, kind, from, to, text } = filter
  const sought = (text ?? '').split(/\s+/).filter(Boolean).slice(0, 10)
  return sql`true
    ${country ? sql`and country_code = ${country}` : sql``}
    ${admin1 ? sql`and admin1 = ${admin1}` : sql``}
    ${kind ? sql`and kind = ${kind}` : sql``}
    ${from ? sql`and started_on >= ${from}` : sql``}
    ${to ? sql`and started_on <= ${to}` : sql``}
    ${sought.length > 0 ? sql`${sought.map((word) => holds(sql, word))}` : sql``}`
}

/** Admin names and actors stand in the summaries too, but not on records of our own. */
function holds(sql: Queryable, word: string) {
  const like = `%${word.replace(/[\\%_]/g, '\\$&')}%`
  return sql`and (summary_nl ilike ${like} or summary_en ilike ${like} or external_id = ${word}
    or actor_a ilike ${like} or actor_b ilike ${like} or place ilike ${like} or admin1 ilike ${like} or admin2 ilike ${like})`
}
