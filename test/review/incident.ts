import { randomUUID } from 'node:crypto'
import type { Queryable } from '#app/platform/database/sql.server.ts'

/** An incident of our own making in a place that does not exist. @returns its id. */
export async function anIncident(sql: Queryable): Promise<string> {
  const [row] = await sql<{ id: string }[]>`
    insert into incident (dataset, external_id, kind, country_code, admin1, place, place_precision, started_on, ended_on, date_precision,
      deaths_low, deaths_best, deaths_high, content_hash)
    values ('manual', ${randomUUID()}, 'one-sided', 'SYR', 'Voorbeeldprovincie', 'Voorbeeldstad', 'exact', '2019-03-12', '2019-03-12', 'day',
      1, 2, 3, 'x')
    returning id`
  return row!.id
}
