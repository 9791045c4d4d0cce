import type { ReservedSql } from 'postgres'
import type { Queryable, Sql } from './sql.server.ts'

/**
 * Runs `work` inside one transaction on one connection and returns what it returns; rolls back when it throws.
 *
 * The driver's own `begin` is not used: under bursts its BEGIN is not pinned to a connection, so that strangers' queries can run inside the
 * transaction. A reserved connection is. Called with the connection of a running transaction it joins that transaction.
 */
export async function withTransaction<T>(sql: Queryable, work: (tx: ReservedSql) => Promise<T>): Promise<T> {
  if ('release' in sql) return work(sql)
  const connection = await (sql as Sql).reserve()
  try {
    await connection`begin`
    try {
      const result = await work(connection)
      await connection`commit`
      return result
    } catch (error) {
      await connection`rollback`.catch(() => {})
      throw error
    }
  } finally {
    connection.release()
  }
}
