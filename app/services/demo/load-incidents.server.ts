import { createHash } from 'node:crypto'
import type { JSONValue } from 'postgres'
import { DemoIncidents, DemoReport } from '#schemas/demo-report.ts'
import { recordEvent } from '#app/platform/audit/record-event.server.ts'
import incidentFile from './content/syria-incidents.json' with { type: 'json' }
import reportFile from './content/syria-report.json' with { type: 'json' }
import type { Cast } from './cast.ts'

export type PlacedIncidents = Map<string, { incidentId: string; contextCardId: string }>

/** A dataset of its own: seventeen chosen events are no count of anything, so no context may be computed from them. */
const dataset = {
  code: 'demo-selection',
  name: 'Demonstratiekeuze uit UCDP GED',
  publisher: 'Uppsala Conflict Data Program',
  licence: 'CC BY 4.0',
  citation: 'Sundberg & Melander 2013; Högbladh 2019',
  systematic: false,
  limits_nl:
    'Dit is een keuze van zeventien gebeurtenissen voor de demonstratie, geen telling. De context bij elk daarvan is uit het volledige bestand berekend.',
  limits_en:
    'This is a choice of seventeen events for the demonstration, not a count. The context with each of them was computed from the whole file.',
}

/** The demonstration's incidents with their context cards, by external id. */
export async function loadIncidents(cast: Cast): Promise<PlacedIncidents> {
  const { sql, actor, clock } = cast.author
  const { incidents } = DemoIncidents.parse(incidentFile)
  const summaries = summariesOf(DemoReport.parse(reportFile))
  await sql`insert into incident_dataset ${sql(dataset)}`
  const placed: PlacedIncidents = new Map()
  for (const { figures, ...incident } of incidents) {
    const summary = summaries.get(incident.externalId)
    if (!summary) throw new Error(`the demonstration report does not place incident ${incident.externalId}`)
    const [row] = await sql`
      insert into incident (dataset, external_id, kind, summary_nl, summary_en, country_code, admin1, admin2, place, latitude, longitude,
        place_precision, started_on, ended_on, date_precision, actor_a, actor_b, deaths_low, deaths_best, deaths_high, deaths_civilians,
        deaths_unknown, source_count, content_hash)
      values (${dataset.code}, ${incident.externalId}, ${incident.kind}, ${summary}, '', ${incident.country}, ${incident.admin1},
        ${incident.admin2}, ${incident.place}, ${incident.latitude}, ${incident.longitude}, ${incident.placePrecision}, ${incident.startedOn},
        ${incident.endedOn}, ${incident.datePrecision}, ${incident.actorA}, ${incident.actorB}, ${incident.deathsLow}, ${incident.deathsBest},
        ${incident.deathsHigh}, ${incident.deathsCivilians}, ${incident.deathsUnknown}, ${incident.sourceCount},
        ${createHash('sha256').update(JSON.stringify(incident)).digest('hex')})
      returning id`
    const incidentId = row?.id as string
    const [card] = await sql`
      insert into context_card (incident_id, figures, computed_at, created_by)
      values (${incidentId}, ${sql.json(figures as JSONValue)}, ${clock()}, ${actor.id}) returning id`
    const contextCardId = card?.id as string
    await recordEvent(cast.author, {
      action: 'context.created',
      objectType: 'context-card',
      objectId: contextCardId,
      details: { incidentId, withoutContext: false },
    })
    await sql`insert into search_outbox (object_type, object_id) values ('incident', ${incidentId})`
    placed.set(incident.externalId, { incidentId, contextCardId })
  }
  return placed
}

function summariesOf(report: DemoReport): Map<string, string> {
  const placed = report.sections.flatMap((section) => section.paragraphs).flatMap((paragraph) => paragraph.incident ?? [])
  return new Map(placed.map((incident) => [incident.externalId, incident.summary]))
}
