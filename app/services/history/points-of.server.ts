import { citationsOf, incidentsOf } from '#editor/document/schema.ts'
import type { Queryable } from '#app/platform/database/sql.server.ts'
import type { DocumentNode } from '#schemas/document.ts'
import { readPlacedIncidents } from '../sections/read-placed-incidents.server.ts'
import { readSourceItems } from '../sources/find-source-items.server.ts'

/** What these contents point to: sources by their public face, incidents with their context. */
export async function pointsOf(sql: Queryable, contents: readonly DocumentNode[]) {
  const shown = { type: 'doc', content: contents }
  return {
    items: await readSourceItems(
      { sql },
      citationsOf(shown).map((citation) => citation.sourceItemId),
    ),
    incidents: await readPlacedIncidents(
      { sql },
      incidentsOf(shown).map((incident) => incident.contextCardId),
    ),
  }
}
