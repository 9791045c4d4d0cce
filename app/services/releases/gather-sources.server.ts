import type { Queryable } from '#app/platform/database/sql.server.ts'
import { citationsOf, incidentsOf } from '#editor/document/schema.ts'
import type { SectionDocument } from '#schemas/document.ts'
import { CitedItem, type ReleaseContent } from '#schemas/release.ts'
import { readPlacedIncidents } from '../sections/read-placed-incidents.server.ts'
import { confidentialLabel } from '../sources/source-item.ts'

/**
 * What these documents rest on, by id: the public face of every source item they cite, the incidents they place, and the context cards they
 * place them with. Of a confidential item nothing but a fixed label, its kind and its dates is ever read, also were there more.
 * An id that is not registered is left out: saving a document refuses it, so that none is to be expected.
 * @param documents in the shape of today's schema.
 */
export async function gatherSources(
  sql: Queryable,
  documents: readonly SectionDocument[],
): Promise<Pick<ReleaseContent, 'items' | 'incidents' | 'cards'>> {
  const cited = new Set(documents.flatMap((document) => citationsOf(document).map((citation) => citation.sourceItemId)))
  const cardIds = documents.flatMap((document) => incidentsOf(document).map((incident) => incident.contextCardId))
  const items = await readCitedItems(sql, [...cited])
  const placed = await readPlacedIncidents({ sql }, cardIds)
  return {
    items: Object.fromEntries(items.map((item) => [item.id, item])),
    incidents: Object.fromEntries(placed.map(({ incident }) => [incident.id, incident])),
    cards: Object.fromEntries(placed.map(({ card }) => [card.id, card])),
  }
}

/** In the order of the ids as given, which is the order of first citation. */
async function readCitedItems(sql: Queryable, ids: readonly string[]): Promise<CitedItem[]> {
  if (ids.length === 0) return []
  const label = confidentialLabel.nl
  const rows = await sql`
    select item.id, item.confidential, source.kind, published, accessed_on as "accessedOn",
      case when confidential then ${label} else title end as title,
      case when confidential then ${label} else source.name end as publisher,
      case when not confidential then url end as url,
      case when not confidential then language end as language,
      case when not confidential then independence_group end as "independenceGroup"
    from (select *, confidentiality <> 'public' as confidential from source_item) item
    join source on source.id = source_id
    where item.id = any(${ids as string[]}::uuid[])
    order by array_position(${ids as string[]}::uuid[], item.id)`
  return CitedItem.array().parse([...rows])
}
