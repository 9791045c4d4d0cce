import { describe, expect, it } from 'vitest'
import { connect } from '#app/platform/database/sql.server.ts'
import { checkReadiness } from '#app/services/operations/check-readiness.server.ts'
import { createSearchEngine } from '#search/create-engine.ts'
import { testDatabase } from '../support/database.ts'

describe('readiness', () => {
  const db = testDatabase()

  it('is there while the database answers', async () => {
    const search = createSearchEngine({ sql: db.sql, meilisearch: undefined })
    expect(await checkReadiness({ sql: db.sql, search })).toMatchObject({ ready: true, database: 'ok', engine: 'postgres' })
  })

  it('is not there without the database', async () => {
    const away = new URL(db.url)
    away.pathname = '/no_such_database'
    const sql = connect(away.href, { max: 1 })
    const search = createSearchEngine({ sql, meilisearch: undefined })
    expect(await checkReadiness({ sql, search })).toMatchObject({ ready: false, database: 'away' })
    await sql.end()
  })
})
