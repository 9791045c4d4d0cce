import { describe, expect, it } from 'vitest'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import { testDatabase } from '../support/database.ts'

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
})
