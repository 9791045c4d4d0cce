import type { UseCase } from '#app/platform/context.server.ts'
import { ContextCard, type IncidentRecord } from '#schemas/context-card.ts'
import { recordColumns, recordOf } from '../incidents/incident-record.server.ts'

/** An incident with the card it is placed with. */
export type PlacedIncident = { incident: IncidentRecord; card: ContextCard }

/** Incidents with their context cards, by the ids of the cards; unknown ids are left out. */
export async function readPlacedIncidents({ sql }: Pick<UseCase, 'sql'>, cardIds: readonly string[]): Promise<PlacedIncident[]> {
  const wanted = [...new Set(cardIds)]
  if (wanted.length === 0) return []
  const rows = await sql`
    select ${recordColumns(sql)}, context_card.id as "cardId", figures, note, no_context_reason as "noContextReason"
    from context_card join incident on incident.id = context_card.incident_id
    where context_card.id = any(${wanted}::uuid[])`
  return rows.map((row) => ({
    incident: recordOf(row),
    card: ContextCard.parse({
      id: row.cardId,
      incidentId: row.id,
      figures: row.figures,
      note: row.note,
      noContextReason: row.noContextReason,
    }),
  }))
}
