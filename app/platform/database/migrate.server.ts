import { fileURLToPath } from 'node:url'
import Postgrator from 'postgrator'
import type { Sql } from './sql.server.ts'

const migrations = fileURLToPath(new URL('./migrations/*.sql', import.meta.url))
/** Any number, the same for all: two processes that start at once migrate one after the other. */
const migrationLock = 727_001

/** Brings the database to the newest version. @returns the names of the migrations that were run, in order. */
export async function migrate(sql: Sql, pattern: string = migrations): Promise<string[]> {
  const connection = await sql.reserve()
  try {
    await connection`select pg_advisory_lock(${migrationLock})`
    const postgrator = new Postgrator({
      migrationPattern: pattern,
      driver: 'pg',
      schemaTable: 'schema_version',
      execQuery: async (query: string) => ({ rows: [...(await connection.unsafe(query))] }),
      execSqlScript: async (script: string) => {
        await connection.unsafe(`begin;\n${script}\n;commit;`).catch(async (error) => {
          await connection`rollback`
          throw error
        })
      },
    })
    const run = await postgrator.migrate('max')
    return run.map((migration) => migration.name)
  } finally {
    await connection`select pg_advisory_unlock(${migrationLock})`.catch(() => {})
    connection.release()
  }
}
