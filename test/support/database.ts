import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, inject } from 'vitest'
import { connect, type Sql } from '#app/platform/database/sql.server.ts'

/** A fresh clone of the migrated template. @returns its address and a way to drop it. */
export async function cloneDatabase(): Promise<{ url: string; drop: () => Promise<void> }> {
  const template = new URL(inject('templateUrl'))
  const name = `test_${randomBytes(6).toString('hex')}`
  const maintenance = new URL(template)
  maintenance.pathname = '/postgres'
  const admin = connect(maintenance.href, { max: 1 })
  await admin`create database ${admin(name)} template ${admin(template.pathname.slice(1))}`
  const url = new URL(template)
  url.pathname = `/${name}`
  return {
    url: url.href,
    drop: async () => {
      await admin`drop database if exists ${admin(name)} with (force)`
      await admin.end()
    },
  }
}

/**
 * A database of its own for a test file: real PostgreSQL, migrated, empty but for what migrations insert.
 * Call at the top of the file; `db.sql` is there inside tests.
 */
export function testDatabase(): { readonly sql: Sql; readonly url: string } {
  let sql: Sql | undefined
  let url = ''
  let drop: (() => Promise<void>) | undefined
  beforeAll(async () => {
    const clone = await cloneDatabase()
    ;({ url, drop } = clone)
    sql = connect(url, { max: 8 })
  })
  afterAll(async () => {
    await sql?.end({ timeout: 5 })
    await drop?.()
  })
  return {
    get sql() {
      if (!sql) throw new Error('the test database is there only inside tests')
      return sql
    },
    get url() {
      return url
    },
  }
}
