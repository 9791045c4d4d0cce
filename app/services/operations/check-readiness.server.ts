import type { Installation } from '#app/platform/context.server.ts'

export type Readiness = { ready: boolean; database: 'ok' | 'away'; search: 'ok' | 'away'; engine: string }

/** Whether pages can be served: the database must answer; a search engine that is away is told, not fatal. */
export async function checkReadiness({ sql, search }: Pick<Installation, 'sql' | 'search'>): Promise<Readiness> {
  const database = await sql`select 1`.then(
    () => 'ok' as const,
    () => 'away' as const,
  )
  const health = await search.health().catch(() => ({ ok: false }))
  return { ready: database === 'ok', database, search: health.ok ? 'ok' : 'away', engine: search.name }
}
