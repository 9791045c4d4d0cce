import type { Queryable } from '#app/platform/database/sql.server.ts'
import { confidentialLabel } from './source-item.ts'

/**
 * The columns of a SourceItem, of `source_item` joined with `source`. Of a confidential item neither the source's name nor the address is ever
 * read, also were they there.
 */
export const sourceItemColumns = (sql: Queryable) => sql`
  source_item.id, source_item.source_id as "sourceId", source_item.title,
  case when confidentiality = 'confidential' then ${confidentialLabel.nl} else source.name end as publisher,
  source.kind, source_item.published, source_item.accessed_on as "accessedOn",
  case when confidentiality = 'public' then source_item.url end as url, confidentiality = 'confidential' as confidential`

/** A text to look for anywhere in a column, with the pattern's own signs taken literally. */
export const containing = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&')}%`
