import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { connect } from '#app/platform/database/sql.server.ts'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import type { SearchDocument, SearchEngine } from '#search/engine.ts'
import { drainOutbox, queueEverything } from '#search/indexer/drain-outbox.ts'
import { processBatch, retryDelay } from '#search/indexer/process-batch.ts'
import { startIndexer } from '#search/indexer/start-indexer.ts'
import { createPostgresEngine } from '#search/postgres/postgres-engine.ts'
import { testDatabase } from '../support/database.ts'
import { confidentialTitle, confidentialUrl, ids, releaseContent } from './release-sample.ts'
import { ask } from './samples.ts'

const db = testDatabase()
const quiet = { info: () => {}, warn: () => {} }

async function addIncidents(count: number, place = 'Qamishli'): Promise<string[]> {
  const rows = await db.sql<{ id: string }[]>`
    insert into incident (dataset, external_id, kind, summary_nl, country_code, place, place_precision, started_on, ended_on, date_precision,
      content_hash)
    select 'manual', gen_random_uuid()::text, 'one-sided', 'Aanval bij ' || ${place}, 'SYR', ${place}, 'exact', '2019-03-12', '2019-03-12', 'day', ''
    from generate_series(1, ${count}) returning id`
  const ids = rows.map((row) => row.id)
  await db.sql`insert into search_outbox (object_type, object_id) select 'incident', id from unnest(${ids}::uuid[]) as id`
  return ids
}

/** The real engine, with something done before each put. */
const disturbed = (before: (documents: readonly SearchDocument[]) => Promise<void> | void, well = true): SearchEngine => {
  const engine = createPostgresEngine(db.sql)
  return {
    ...engine,
    put: async (documents) => {
      await before(documents)
      await engine.put(documents)
    },
    health: async () => ({ ok: well }),
  }
}
const open = async () => (await db.sql`select count(*)::int as n from search_outbox where done_at is null`)[0]!.n as number
const makeDue = () => db.sql`update search_outbox set retry_at = now() where done_at is null`

beforeEach(async () => {
  await db.sql`truncate search_outbox, incident cascade`
  await createPostgresEngine(db.sql).clear()
})

describe('the outbox', () => {
  it('is emptied into the engine, and a row is done only then', async () => {
    await addIncidents(3)
    const engine = createPostgresEngine(db.sql)
    expect(await drainOutbox({ sql: db.sql, transact: withTransaction, engine })).toMatchObject({
      indexed: 3,
      documents: 3,
      failed: 0,
    })
    expect((await engine.search(ask('Qamishli'))).total).toBe(3)
    expect(await open()).toBe(0)
  })

  it('tries again later, ever later, when the engine is away, and keeps the reason', async () => {
    await addIncidents(2)
    let failures = 2
    const engine = disturbed(() => {
      if (failures-- > 0) throw new Error('the engine is away')
    }, false)
    for (const attempts of [1, 2]) {
      expect(await drainOutbox({ sql: db.sql, transact: withTransaction, engine })).toMatchObject({
        indexed: 0,
        failed: 2,
        firstError: 'the engine is away',
      })
      const rows = await db.sql`select attempts, last_error, retry_at > now() as later from search_outbox where done_at is null`
      expect(rows).toHaveLength(2)
      expect(rows.every((row) => row.attempts === attempts && row.last_error === 'the engine is away' && row.later)).toBe(true)
      await makeDue()
    }
    expect(await drainOutbox({ sql: db.sql, transact: withTransaction, engine })).toMatchObject({ indexed: 2, failed: 0 })
    expect((await engine.search(ask('Qamishli'))).total).toBe(2)
    expect([1, 2, 3, 50].map(retryDelay)).toEqual([2, 4, 8, 3600])
  })

  it('does not let one bad object keep the others back', async () => {
    const all = await addIncidents(20)
    const engine = disturbed((documents) => {
      if (documents.some((it) => it.type === 'incident' && it.incidentId === all[7])) throw new Error('this one is refused')
    })
    expect(await drainOutbox({ sql: db.sql, transact: withTransaction, engine })).toMatchObject({ indexed: 19, failed: 1 })
    const left = await db.sql`select object_id, last_error from search_outbox where done_at is null`
    expect(left).toEqual([{ object_id: all[7], last_error: 'this one is refused' }])
  })

  it('takes an object that is gone as done: it has nothing to index', async () => {
    await db.sql`insert into search_outbox (object_type, object_id) values ('release', ${randomUUID()})`
    await addIncidents(1)
    expect(await drainOutbox({ sql: db.sql, transact: withTransaction, engine: createPostgresEngine(db.sql) })).toMatchObject({
      indexed: 2,
      failed: 0,
    })
  })

  it('loses nothing when the process dies in the middle of a batch', async () => {
    await addIncidents(5)
    const doomed = connect(db.url, { max: 1 })
    const reached = new Promise<void>((inBatch) => {
      const stuck = disturbed(() => {
        inBatch()
        return new Promise(() => {})
      })
      void processBatch(doomed, stuck, withTransaction).catch(() => {})
    })
    await reached
    // While it lives, its rows are its own.
    expect(await drainOutbox({ sql: db.sql, transact: withTransaction, engine: createPostgresEngine(db.sql) })).toMatchObject({
      indexed: 0,
    })
    await db.sql`
      select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and state = 'idle in transaction'`
    for (let tries = 0; tries < 100; tries++) {
      const [held] = await db.sql`select 1 from search_outbox for update skip locked limit 1`
      if (held) break
      await new Promise((done) => setTimeout(done, 20))
    }
    expect(await open()).toBe(5)
    expect(await drainOutbox({ sql: db.sql, transact: withTransaction, engine: createPostgresEngine(db.sql) })).toMatchObject({
      indexed: 5,
    })
  })

  it('is emptied by several indexers at once, each row by one of them', async () => {
    await addIncidents(2500)
    const seen: string[] = []
    const engine = disturbed((documents) => void seen.push(...documents.map((it) => it.id)))
    const drained = await Promise.all([1, 2, 3].map(() => drainOutbox({ sql: db.sql, transact: withTransaction, engine })))
    expect(drained.reduce((sum, it) => sum + it.indexed, 0)).toBe(2500)
    expect(new Set(seen).size).toBe(2500)
    expect(seen).toHaveLength(2500)
    expect(await open()).toBe(0)
  })

  it('can be filled with everything there is, to build the index again', async () => {
    await addIncidents(4)
    await db.sql`truncate search_outbox`
    expect(await queueEverything(db.sql)).toEqual({ releases: 0, incidents: 4 })
    expect(await open()).toBe(4)
  })
})

describe('releases in the outbox', () => {
  /** Releases without the report they came from: only what the indexer reads. */
  async function addRelease(id: string, content: object, releasedAt: string): Promise<void> {
    const connection = await db.sql.reserve()
    await connection`set session_replication_role = replica`
    await connection`
      insert into release (id, report_id, number, title, language, released_at, released_by, content, hash)
      values (${id}, ${ids.card}, ${id.slice(-6)}, 'x', 'nl', ${releasedAt}, ${ids.card}, ${connection.json(content as never)}, '')`
    await connection`
      insert into release_section (release_id, section_id, number, title, as_of_date, hash)
      values (${id}, ${ids.section}, '3.2', 'Vrouwen', '2026-10-15', '')`
    await connection`set session_replication_role = origin`
    connection.release()
    await db.sql`insert into search_outbox (object_type, object_id) values ('release', ${id})`
  }
  const newer = ids.release.replace(/01$/, '99')
  const unreadable = ids.release.replace(/01$/, '77')

  it('make older passages of the same section superseded, in whatever order they come, and keep one that cannot be read with its reason', async () => {
    const engine = createPostgresEngine(db.sql)
    await addRelease(newer, releaseContent({ number: 'SYR-2026-2' }), '2026-12-01')
    expect(await drainOutbox({ sql: db.sql, transact: withTransaction, engine })).toMatchObject({ indexed: 1, documents: 7 })
    await addRelease(ids.release, releaseContent(), '2026-11-01')
    await drainOutbox({ sql: db.sql, transact: withTransaction, engine })
    const current = await engine.search(ask('"erfrecht"'))
    expect(current.hits.map(({ document }) => document.type === 'passage' && document.releaseNumber)).toEqual(['SYR-2026-2'])
    expect((await engine.search(ask('"erfrecht"', { includeSuperseded: true }))).total).toBe(2)

    await addRelease(unreadable, { format: 'unknown' }, '2026-10-01')
    expect(await drainOutbox({ sql: db.sql, transact: withTransaction, engine })).toMatchObject({ indexed: 0, failed: 1 })
    const [row] = await db.sql`select last_error from search_outbox where done_at is null`
    expect(row?.last_error).toContain('format')
  })

  it('leave nothing of a confidential source in the index', async () => {
    await addRelease(ids.release.replace(/01$/, '55'), releaseContent({ number: 'SYR-2027-1' }), '2027-11-01')
    await drainOutbox({ sql: db.sql, transact: withTransaction, engine: createPostgresEngine(db.sql) })
    const [after] = await db.sql`select string_agg(document::text || words || terms::text, '') as text from search.document`
    expect(after?.text).toContain('erfrecht')
    for (const secret of [confidentialTitle, confidentialUrl, 'advocaat', 'gesprek']) expect(after?.text).not.toContain(secret)
  })
})

describe('the indexer', () => {
  it('indexes what is announced within moments, and stops cleanly', async () => {
    const engine = createPostgresEngine(db.sql)
    const indexer = startIndexer({ sql: db.sql, engine, transact: withTransaction, log: quiet })
    await new Promise((done) => setTimeout(done, 200))
    await addIncidents(2, 'Raqqa')
    for (let tries = 0; (await open()) > 0 && tries < 100; tries++) await new Promise((done) => setTimeout(done, 50))
    expect((await engine.search(ask('Raqqa'))).total).toBe(2)
    await indexer.stop()
    await addIncidents(1, 'Raqqa')
    await new Promise((done) => setTimeout(done, 300))
    expect(await open()).toBe(1)
  })

  it('goes on after failures', async () => {
    let failures = 1
    const warnings: string[] = []
    const engine = disturbed(() => {
      if (failures-- > 0) throw new Error('away for a moment')
    }, false)
    await addIncidents(1, 'Hama')
    const indexer = startIndexer({
      sql: db.sql,
      engine,
      transact: withTransaction,
      log: { ...quiet, warn: (_details, message) => void warnings.push(message) },
    })
    for (let tries = 0; (await open()) > 0 && tries < 150; tries++) await new Promise((done) => setTimeout(done, 50))
    await indexer.stop()
    expect(await open()).toBe(0)
    expect(warnings).toHaveLength(1)
  })
})
