import { z } from 'zod'
import type { UseCase } from '#app/platform/context.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import type { Actor } from '#app/policies/actor.ts'
import type { IncidentRecord } from '#schemas/context-card.ts'
import { Id } from '#schemas/values.ts'
import { recordColumns, recordOf } from './incident-record.server.ts'

/** Former values of columns of `incident`, by column name. */
const FormerValues = z.record(z.string(), z.union([z.string(), z.number(), z.null(), z.array(z.string())]))

export type IncidentReading = {
  incident: IncidentRecord
  country: { code: string; nameNl: string; nameEn: string }
  dataset: { code: string; name: string; publisher: string; licence: string; citation: string }
  coordinates: { latitude: number; longitude: number } | null
  sources: { originalSource: string | null; reportedBy: string | null; reportedOn: string | null }[]
  /** Newest first. */
  history: { replacedAt: string; fileName: string | null; before: z.infer<typeof FormerValues> }[]
  /** When this record was first and last written, ISO. */
  createdAt: string
  updatedAt: string
}

/**
 * One incident with its sources and what it said before.
 * @throws {DomainError} `not-found` for an unknown or malformed id.
 */
export async function readIncident({ sql }: UseCase<Actor | null>, id: string): Promise<IncidentReading> {
  if (!Id.safeParse(id).success) throw new DomainError('not-found')
  const [row] = await sql`
    select ${recordColumns(sql)}, incident.latitude, incident.longitude, incident.created_at as "createdAt",
      incident.updated_at as "updatedAt", country.name_nl as "nameNl", country.name_en as "nameEn",
      incident_dataset.name as "datasetName", incident_dataset.publisher, incident_dataset.licence, incident_dataset.citation
    from incident
    join country on country.code = incident.country_code
    join incident_dataset on incident_dataset.code = incident.dataset
    where incident.id = ${id}`
  if (!row) throw new DomainError('not-found')
  const sources = await sql<IncidentReading['sources']>`
    select original_source as "originalSource", reported_by as "reportedBy", reported_on as "reportedOn"
    from incident_source where incident_id = ${id} order by incident_source.id`
  const history = await sql<{ replacedAt: Date; fileName: string | null; before: unknown }[]>`
    select replaced_at as "replacedAt", import_run.file_name as "fileName", before
    from incident_history left join import_run on import_run.id = incident_history.import_run_id
    where incident_id = ${id} order by incident_history.id desc`
  return {
    incident: recordOf(row),
    country: { code: row.country, nameNl: row.nameNl, nameEn: row.nameEn },
    dataset: {
      code: row.dataset,
      name: row.datasetName,
      publisher: row.publisher,
      licence: row.licence,
      citation: row.citation,
    },
    coordinates: row.latitude === null || row.longitude === null ? null : { latitude: row.latitude, longitude: row.longitude },
    sources: [...sources],
    history: history.map((it) => ({ ...it, replacedAt: it.replacedAt.toISOString(), before: FormerValues.parse(it.before) })),
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  }
}
