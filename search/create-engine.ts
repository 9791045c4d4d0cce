import type { Sql } from 'postgres'
import type { SearchEngine } from './engine.ts'
import { createMeilisearchEngine } from './meilisearch/meilisearch-engine.ts'
import { createPostgresEngine } from './postgres/postgres-engine.ts'
import { withFallback, type FallbackLog } from './with-fallback.ts'

type Means = { sql: Sql; meilisearch: { url: string; key: string | undefined } | undefined; log?: FallbackLog }

/** The engine this installation searches with: Meilisearch where there is one, with PostgreSQL to fall back on; else PostgreSQL. */
export function createSearchEngine({ sql, meilisearch, log }: Means): SearchEngine {
  const postgres = createPostgresEngine(sql)
  return meilisearch ? withFallback(createMeilisearchEngine(meilisearch), postgres, log) : postgres
}
