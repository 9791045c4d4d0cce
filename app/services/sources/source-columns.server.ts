import type { Queryable } from '#app/platform/database/sql.server.ts'

/** The columns of a Source, of `source`. */
export const sourceColumns = (sql: Queryable) => sql`
  source.id, source.name, source.kind, source.description, source.who, source.what, source.why, source.how, source."when",
  source.reliability_note as "reliabilityNote", source.languages, source.independence_group as "independenceGroup", source.revision`
