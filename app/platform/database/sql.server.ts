import postgres from 'postgres'

export type Sql = postgres.Sql
/** What a service queries with: the pool, or the one connection of a transaction. */
export type Queryable = postgres.Sql | postgres.ReservedSql

/** Names this system's connections, so that an embedded server's last user can be told apart (embedded.server.ts). */
export const applicationName = 'herkomst'

/** Pools that lost a connection, or never had one, since they last answered. */
const doubtful = new WeakSet<Sql>()

/**
 * A pool. `date` columns arrive as `YYYY-MM-DD` strings (a JS Date would shift them by the time zone), `bigint` and `numeric` as numbers:
 * counts here stay far below 2^53.
 * @param options.arrays false spares the look-up of array types at connecting, whose failure the driver reports to nobody: for short visits to a
 * server that may be going away.
 */
export function connect(url: string, options: { max?: number; name?: string; arrays?: boolean } = {}): Sql {
  const sql: Sql = postgres(url, {
    max: options.max ?? 10,
    connect_timeout: 10,
    // The driver's own pauses grow to 20 s; a page should say sooner that the database is away, and be there sooner when it is back.
    backoff: (attempts: number) => Math.min(0.05 * 2 ** attempts, 1),
    onnotice: () => {},
    fetch_types: options.arrays ?? true,
    onclose: () => void doubtful.add(sql),
    connection: { application_name: options.name ?? applicationName },
    types: {
      date: { to: 1082, from: [1082], serialize: (day: string) => day, parse: (day: string) => day },
      wholeNumber: { to: 20, from: [20, 1700], serialize: (value: number) => String(value), parse: Number },
    },
  })
  doubtful.add(sql)
  return sql
}

/**
 * Fails when the database does not answer; asks only after a connection was lost. A connection must not be reserved from a pool that cannot
 * connect: the driver would hand the first connections it gets afterwards to those who asked in vain, and nobody would give them back.
 */
export async function ensureAnswering(sql: Sql): Promise<void> {
  if (!doubtful.has(sql)) return
  await sql`select 1`
  doubtful.delete(sql)
}
