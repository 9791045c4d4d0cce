import type { ReservedSql } from 'postgres'
import { ensureAnswering, type Queryable, type Sql } from './sql.server.ts'

/** Seconds to wait for a free connection. */
const patience = 20

/**
 * Runs `work` inside one transaction on one connection and returns what it returns; rolls back when it throws.
 *
 * The driver's own `begin` is not used: under bursts its BEGIN is not pinned to a connection, so that strangers' queries can run inside the
 * transaction. A reserved connection is. Called with the connection of a running transaction it joins that transaction.
 *
 * When the connection is lost the transaction fails at once with the driver's `CONNECTION_CLOSED`, and its connection is never used again: the
 * driver would write to the closed socket outside any promise, or – once it has connected anew – run the rest outside any transaction.
 */
export async function withTransaction<T>(sql: Queryable, work: (tx: ReservedSql) => Promise<T>): Promise<T> {
  if ('release' in sql) return work(sql)
  const connection = await reserve(sql as Sql)
  const line = new Line()
  const tx = line.guard(connection)
  try {
    await line.orLost(begin(connection, line))
    try {
      const result = await line.orLost(work(tx))
      await line.orLost(tx`commit`)
      return result
    } catch (error) {
      if (!line.lost) await line.orLost(tx`rollback`).catch(() => {})
      throw error
    }
  } finally {
    line.letGo()
    // A lost connection is back in the driver's own hands.
    if (!line.lost) connection.release()
  }
}

/** @throws {Error} when none comes free in time; one that comes later goes back. */
async function reserve(sql: Sql): Promise<ReservedSql> {
  await ensureAnswering(sql)
  const reserving = sql.reserve()
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`No database connection came free within ${patience} s`))
      reserving.then(
        (connection) => connection.release(),
        () => {},
      )
    }, patience * 1000)
  })
  return Promise.race([reserving, late]).finally(() => clearTimeout(timer))
}

/** What the driver shows of a connection to a query that it sends: as its own `begin` uses it. */
type DriverConnection = { onclose: ((error: Error) => void) | null }

async function begin(connection: ReservedSql, line: Line): Promise<void> {
  const options = { onexecute: (driver: DriverConnection) => line.watch(driver) }
  await connection.unsafe('begin', [], options as object)
}

/** The connection under a transaction, and whether it is still there. */
class Line {
  lost: Error | undefined
  #driver: DriverConnection | undefined
  readonly #loss: Promise<never>
  #fail: (error: Error) => void = () => {}

  constructor() {
    this.#loss = new Promise((_resolve, reject) => (this.#fail = reject))
    // It may be lost while nobody waits for it.
    this.#loss.catch(() => {})
  }

  watch(driver: DriverConnection): void {
    this.#driver = driver
    driver.onclose = (error) => {
      this.lost = error
      this.#fail(error)
    }
  }

  letGo(): void {
    if (this.#driver && !this.lost) this.#driver.onclose = null
  }

  orLost<T>(work: PromiseLike<T>): Promise<T> {
    return Promise.race([work, this.#loss])
  }

  /** The same connection, which refuses everything once it is lost. */
  guard(connection: ReservedSql): ReservedSql {
    const check = () => {
      if (this.lost) throw this.lost
    }
    return new Proxy(connection, {
      apply(target, self, parts) {
        check()
        return Reflect.apply(target as never, self, parts) as unknown
      },
      get(target, name) {
        check()
        return Reflect.get(target, name) as unknown
      },
    })
  }
}
