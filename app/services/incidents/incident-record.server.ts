import type { Queryable } from '#app/platform/database/sql.server.ts'
import { IncidentRecord } from '#schemas/context-card.ts'

/** The columns of `incident` that readers see, under the names of IncidentRecord: `select ${recordColumns(sql)} from incident`. */
export const recordColumns = (sql: Queryable) => sql`
  incident.id, incident.dataset, incident.external_id as "externalId", incident.kind, incident.summary_nl as "summaryNl",
  incident.summary_en as "summaryEn", incident.country_code as country, incident.admin1, incident.admin2, incident.place,
  incident.place_precision as "placePrecision", incident.started_on as "startedOn", incident.ended_on as "endedOn",
  incident.date_precision as "datePrecision", incident.actor_a as "actorA", incident.actor_b as "actorB",
  incident.perpetrator_class as "perpetratorClass", incident.deaths_low as "deathsLow", incident.deaths_best as "deathsBest",
  incident.deaths_high as "deathsHigh", incident.deaths_civilians as "deathsCivilians", incident.deaths_unknown as "deathsUnknown",
  incident.source_count as "sourceCount", incident.flags`

/** A row of `recordColumns` as the record that other floors may have; anything else in the row is left out. */
export const recordOf = (row: object): IncidentRecord => IncidentRecord.parse(row)
