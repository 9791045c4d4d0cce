import { describe, expect, it } from 'vitest'
import type { SearchEngine } from '#search/engine.ts'
import { createMeilisearchEngine } from '#search/meilisearch/meilisearch-engine.ts'
import { createPostgresEngine } from '#search/postgres/postgres-engine.ts'
import { withFallback } from '#search/with-fallback.ts'
import { testDatabase } from '../support/database.ts'
import { ask, passage } from './samples.ts'
import { createServer } from 'node:http'

const db = testDatabase()

/** A Meilisearch that takes every request and never answers. */
async function hanging(): Promise<{ engine: SearchEngine; asked: () => number; stop: () => void }> {
  let asked = 0
  const server = createServer(() => void asked++)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as { port: number }
  return {
    engine: createMeilisearchEngine({ url: `http://127.0.0.1:${port}`, key: undefined, patience: 200 }),
    asked: () => asked,
    stop: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

describe('while Meilisearch is away', () => {
  it('PostgreSQL answers and says so; the next searches do not wait for Meilisearch again', async () => {
    const { engine: away, asked, stop } = await hanging()
    const postgres = createPostgresEngine(db.sql)
    await postgres.put([passage('bx', 'Over dienstplicht.')])
    const engine = withFallback(away, postgres)
    const first = await engine.search(ask('dienstplicht'))
    expect(first).toMatchObject({ total: 1, engine: 'postgres' })
    const before = asked()
    const second = await engine.search(ask('dienstplicht'))
    expect(second.total).toBe(1)
    expect(asked()).toBe(before)
    stop()
  })

  it('writing reaches PostgreSQL and is refused as a whole, so that the outbox tries again', async () => {
    const postgres = createPostgresEngine(db.sql)
    const engine = withFallback(createMeilisearchEngine({ url: 'http://127.0.0.1:9', key: undefined }), postgres)
    await expect(engine.put([passage('by', 'Over paspoorten.')])).rejects.toThrow()
    expect((await postgres.search(ask('paspoorten'))).total).toBe(1)
    expect((await engine.health()).ok).toBe(false)
  })

  it('starting goes on', async () => {
    const engine = withFallback(
      createMeilisearchEngine({ url: 'http://127.0.0.1:9', key: undefined }),
      createPostgresEngine(db.sql),
    )
    await expect(engine.prepare()).resolves.toBeUndefined()
  })
})
