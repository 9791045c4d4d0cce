import { describe, expect, it, vi } from 'vitest'
import { connect, type Queryable } from '#app/platform/database/sql.server.ts'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import { testDatabase } from '../support/database.ts'
import { startRelay } from '../support/relay.ts'

describe('withTransaction', () => {
  const db = testDatabase()

  it('commits what the work did and returns its result', async () => {
    await db.sql`create table kept (n int)`
    const result = await withTransaction(db.sql, async (tx) => {
      await tx`insert into kept values (1)`
      return 'done'
    })
    expect(result).toBe('done')
    expect(await db.sql`select n from kept`).toEqual([{ n: 1 }])
  })

  it('rolls everything back when the work throws, and passes the error on', async () => {
    await db.sql`create table lost (n int)`
    const work = withTransaction(db.sql, async (tx) => {
      await tx`insert into lost values (1)`
      throw new Error('no')
    })
    await expect(work).rejects.toThrow('no')
    expect(await db.sql`select n from lost`).toHaveLength(0)
  })

  it('joins a running transaction instead of opening a second one', async () => {
    await db.sql`create table joined (n int)`
    const work = withTransaction(db.sql, async (tx) => {
      await withTransaction(tx, async (inner) => void (await inner`insert into joined values (1)`))
      throw new Error('outer fails')
    })
    await expect(work).rejects.toThrow('outer fails')
    expect(await db.sql`select n from joined`).toHaveLength(0)
  })

  it('keeps strangers out under a burst: 200 transactions of two statements each stay whole', async () => {
    await db.sql`create table burst (pair int, xid xid8)`
    const strangers = Array.from({ length: 200 }, () => db.sql`insert into burst values (-1, pg_current_xact_id())`)
    const pairs = Array.from({ length: 200 }, (_, pair) =>
      withTransaction(db.sql, async (tx) => {
        await tx`insert into burst values (${pair}, pg_current_xact_id())`
        await tx`insert into burst values (${pair}, pg_current_xact_id())`
        if (pair % 2) throw new Error('odd ones roll back')
      }).catch(() => {}),
    )
    await Promise.all([...strangers, ...pairs])
    const rows = await db.sql<{ pair: number; xids: number; n: number }[]>`
      select pair, count(distinct xid)::int as xids, count(*)::int as n from burst where pair >= 0 group by pair`
    expect(rows).toHaveLength(100)
    expect(rows.every((row) => row.xids === 1 && row.n === 2 && row.pair % 2 === 0)).toBe(true)
    const [own] = await db.sql`
      select count(*)::int as n from burst stranger join burst pair on pair.xid = stranger.xid and pair.pair >= 0 where stranger.pair = -1`
    expect(own?.n).toBe(0)
  })

  describe('whose connection is lost', () => {
    /** Ends the connection a transaction runs on, as a crash of the server does, and waits until the driver has seen it. */
    const cut = async (tx: Queryable) => {
      const [own] = await tx`select pg_backend_pid() as pid`
      await db.sql`select pg_terminate_backend(${own!.pid}::int)`
      await new Promise((done) => setTimeout(done, 200))
    }

    it('fails at once, keeps nothing, and runs none of its later statements outside a transaction', async () => {
      await db.sql`create table cut_off (n int)`
      let later: unknown
      const work = withTransaction(db.sql, async (tx) => {
        await tx`insert into cut_off values (1)`
        await cut(tx)
        // Others get the driver to connect anew meanwhile.
        await Promise.all(Array.from({ length: 20 }, () => db.sql`select pg_sleep(0.01)`))
        later = await Promise.resolve()
          .then(() => tx`insert into cut_off values (2)`)
          .catch((error) => error)
      })
      await expect(work).rejects.toMatchObject({ code: 'CONNECTION_CLOSED' })
      await vi.waitFor(() => expect(later).toMatchObject({ code: 'CONNECTION_CLOSED' }))
      expect(await db.sql`select n from cut_off`).toHaveLength(0)
    })

    it('fails also when the work never comes back from a statement', async () => {
      const work = withTransaction(db.sql, async (tx) => {
        const [own] = await tx`select pg_backend_pid() as pid`
        setTimeout(() => void db.sql`select pg_terminate_backend(${own!.pid}::int)`.catch(() => {}), 50)
        await Promise.all([tx`select pg_sleep(30)`, tx`select 1`])
      })
      await expect(work).rejects.toThrow()
    })

    it('leaves a pool that works: as many transactions at once as before', async () => {
      for (let round = 0; round < 20; round++) await withTransaction(db.sql, cut).catch(() => {})
      const both = Array.from({ length: 40 }, (_, n) =>
        n % 2
          ? withTransaction(db.sql, async (tx) => (await tx`select 1 as n`)[0]?.n)
          : db.sql`select 1 as n`.then((rows) => rows[0]?.n),
      )
      expect(new Set(await Promise.all(both))).toEqual(new Set([1]))
    })
  })

  it('asked for while the database is away fails, and takes no connection out of the pool for it', async () => {
    const url = new URL(db.url)
    const target = { host: url.hostname, port: Number(url.port) }
    const relay = await startRelay(target)
    url.port = String(relay.port)
    const sql = connect(url.href, { max: 2 })
    try {
      const one = () => withTransaction(sql, async (tx) => (await tx`select 1 as n`)[0]?.n as number)
      expect(await one()).toBe(1)
      relay.close()
      for (let round = 0; round < 5; round++) await expect(one()).rejects.toThrow()
      await relay.open()
      await vi.waitFor(async () => expect(await Promise.all([one(), one(), one(), one()])).toEqual([1, 1, 1, 1]), {
        timeout: 10_000,
      })
    } finally {
      await sql.end({ timeout: 1 })
      relay.close()
    }
  })
})
