import type { Sql } from 'postgres'
import type { SearchEngine } from './engine.ts'
import { createPostgresEngine } from './postgres/postgres-engine.ts'

type Means = { sql: Sql; meilisearch: { url: string; key: string | undefined } | undefined }

/** The engine this installation searches with. */
export function createSearchEngine({ sql }: Means): SearchEngine {
  return createPostgresEngine(sql)
}
