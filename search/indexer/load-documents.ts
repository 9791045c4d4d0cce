import type { ReservedSql, Sql } from 'postgres'
import { IncidentRecord } from '#schemas/context-card.ts'
import { ReleaseContent } from '#schemas/release.ts'
import type { SearchDocument } from '../engine.ts'

type Queryable = Sql | ReservedSql
/** What to index for one object; `failure` when its row cannot be made into documents. */
export type Loaded = { documents: SearchDocument[] } | { failure: string }

/** The documents of these incidents, by id. An incident that is gone has none. */
export async function loadIncidents(sql: Queryable, ids: readonly string[]): Promise<Map<string, Loaded>> {
  if (ids.length === 0) return new Map()
  const { documentOfIncident } = await import('../documents/incident-documents.ts')
  const rows = await sql`
    select incident.id, dataset, external_id as "externalId", kind, summary_nl as "summaryNl", summary_en as "summaryEn",
      country_code as country, admin1, admin2, place, place_precision as "placePrecision", started_on as "startedOn", ended_on as "endedOn",
      date_precision as "datePrecision", actor_a as "actorA", actor_b as "actorB", perpetrator_class as "perpetratorClass",
      deaths_low as "deathsLow", deaths_best as "deathsBest", deaths_high as "deathsHigh", deaths_civilians as "deathsCivilians",
      deaths_unknown as "deathsUnknown", source_count as "sourceCount", flags, country.name_nl as "nameNl", country.name_en as "nameEn"
    from incident join country on country.code = incident.country_code
    where incident.id = any(${[...ids]}::uuid[])`
  return new Map(
    rows.map((row) => [
      row.id as string,
      attempt(() => [documentOfIncident(IncidentRecord.parse(row), { nameNl: row.nameNl, nameEn: row.nameEn })]),
    ]),
  )
}

/**
 * The passages of a release, and those of older releases of which it holds a section anew: they are put again, as no longer current. Call it
 * with releases kept waiting (see process-batch.ts), so that what is newest cannot change meanwhile.
 */
export async function loadRelease(sql: Queryable, id: string): Promise<Loaded> {
  const { documentsOfRelease } = await import('../documents/release-documents.ts')
  const rows = await sql<{ id: string; content: unknown; superseded: string[] }[]>`
    with released as (select release.id, released_at from release where id = ${id}),
    affected as (
      select released.id from released
      union
      select older.id from release_section held
      join release_section again on again.section_id = held.section_id
      join release older on older.id = again.release_id
      join released on held.release_id = released.id
      where older.released_at < released.released_at
    )
    select release.id, release.content, array(
        select held.section_id from release_section held
        join release_section again on again.section_id = held.section_id
        join release newer on newer.id = again.release_id
        where held.release_id = release.id and (newer.released_at, newer.id) > (release.released_at, release.id)
      ) as superseded
    from release where release.id in (select id from affected)`
  const loaded = rows.map((row) => ({
    own: row.id === id,
    ...attempt(() => documentsOfRelease(ReleaseContent.parse(row.content), row.id, new Set(row.superseded))),
  }))
  // An older release that cannot be read has a row of its own to say so; it must not keep this one back.
  const failed = loaded.find((it) => it.own && 'failure' in it)
  return failed ?? { documents: loaded.flatMap((it) => ('documents' in it ? it.documents : [])) }
}

/** What `make` makes, or why it could not. */
function attempt(make: () => SearchDocument[]): Loaded {
  try {
    return { documents: make() }
  } catch (error) {
    return { failure: (error as Error).message }
  }
}
