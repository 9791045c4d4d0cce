import type { Queryable } from '#app/platform/database/sql.server.ts'
import { confidentialLabel } from './source-item.ts'

/**
 * The columns of a SourceItem, of `source_item` joined with `source`. Of a confidential item neither title, the source's name nor the address
 * is ever read, also were they there.
 */
export const sourceItemColumns = (sql: Queryable) => sql`
  source_item.id, source_item.source_id as "sourceId",
  case when confidentiality = 'confidential' then ${confidentialLabel.nl} else source_item.title end as title,
  case when confidentiality = 'confidential' then ${confidentialLabel.nl} else source.name end as publisher,
  source.kind, source_item.published, source_item.accessed_on as "accessedOn",
  case when confidentiality = 'public' then source_item.url end as url, confidentiality = 'confidential' as confidential`

/** The columns of a SourceItemRecord; of a confidential item only its dates come along. */
export const sourceItemRecordColumns = (sql: Queryable) => sql`
  ${sourceItemColumns(sql)},
  case when confidentiality = 'public' then source_item.doi end as doi,
  source_item.checked_on as "checkedOn",
  case when confidentiality = 'public' then source_item.language end as language,
  case when confidentiality = 'public' then source_item.licence end as licence,
  case when confidentiality = 'public' then source_item.reliability_note else '' end as "reliabilityNote",
  source_item.revision`

/**
 * Whether an item holds every word of a text in its title, publisher, date or address, the signs of a pattern taken literally. A confidential
 * item is found by its label and its date only.
 */
export function holdsWords(sql: Queryable, text: string) {
  const words = text.trim().slice(0, 200).split(/\s+/).filter(Boolean).slice(0, 8)
  // An empty list of conditions would be sent as a value.
  if (words.length === 0) return sql`true`
  return sql`true ${words.map((word) => {
    const like = `%${word.replace(/[\\%_]/g, '\\$&')}%`
    return sql`and (published ilike ${like} or (confidentiality = 'confidential' and ${confidentialLabel.nl} ilike ${like})
      or (confidentiality = 'public' and (title ilike ${like} or source.name ilike ${like} or source_item.url ilike ${like} or doi ilike ${like})))`
  })}`
}
