import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { migrate } from '#app/platform/database/migrate.server.ts'
import { connect } from '#app/platform/database/sql.server.ts'
import { testDatabase } from '../support/database.ts'
import { folderOfTest } from '../support/folder.ts'

describe('migrating', () => {
  const db = testDatabase()
  const version = async () => Number((await db.sql`select max(version) from schema_version`)[0]?.max)
  const exists = async (table: string) => (await db.sql`select to_regclass(${table}) is not null as there`)[0]?.there as boolean

  /** A folder whose files continue where the house's migrations end. */
  async function next(...scripts: string[]): Promise<string> {
    const folder = folderOfTest()
    const last = await version()
    scripts.forEach((script, index) => {
      writeFileSync(join(folder, `${String(last + 1 + index).padStart(3, '0')}.do.step-${index + 1}.sql`), script)
    })
    return join(folder, '*.sql')
  }

  it('changes nothing the second time', async () => {
    const before = await version()
    expect(before).toBeGreaterThan(0)
    expect(await migrate(db.sql)).toEqual([])
    expect(await version()).toBe(before)
  })

  it('runs every step once when two processes start at the same moment', async () => {
    const pattern = await next('create table once (n int); insert into once values (1)', 'insert into once values (2)')
    const others = [connect(db.url, { max: 1 }), connect(db.url, { max: 1 })]
    const ran = await Promise.all(others.map((sql) => migrate(sql, pattern)))
    await Promise.all(others.map((sql) => sql.end()))
    expect(ran.flat().sort()).toEqual(['step-1', 'step-2'])
    expect((await db.sql`select n from once order by n`).map((row) => row.n)).toEqual([1, 2])
  })

  it('keeps nothing of a step that fails, keeps the steps before it, and lets go of its lock', async () => {
    const before = await version()
    const pattern = await next('create table sound (n int)', 'create table half (n int); select 1 / 0')
    await expect(migrate(db.sql, pattern)).rejects.toThrow(/division by zero/)
    expect(await exists('sound')).toBe(true)
    expect(await exists('half')).toBe(false)
    expect(await version()).toBe(before + 1)
    const [locks] = await db.sql`select count(*)::int as held from pg_locks
      where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())`
    expect(locks?.held).toBe(0)
  })
})
