import postgres from 'postgres'

export type Sql = postgres.Sql
/** What a service queries with: the pool, or the one connection of a transaction. */
export type Queryable = postgres.Sql | postgres.ReservedSql

/** Names this system's connections, so that an embedded server's last user can be told apart (embedded.server.ts). */
export const applicationName = 'herkomst'

/**
 * A pool. `date` columns arrive as `YYYY-MM-DD` strings (a JS Date would shift them by the time zone), `bigint` and `numeric` as numbers:
 * counts here stay far below 2^53.
 * @param options.arrays false spares the look-up of array types at connecting, whose failure the driver reports to nobody: for short visits to a
 * server that may be going away.
 */
export function connect(url: string, options: { max?: number; name?: string; arrays?: boolean } = {}): Sql {
  return postgres(url, {
    max: options.max ?? 10,
    connect_timeout: 10,
    fetch_types: options.arrays ?? true,
    onnotice: () => {},
    connection: { application_name: options.name ?? applicationName },
    types: {
      date: { to: 1082, from: [1082], serialize: (day: string) => day, parse: (day: string) => day },
      wholeNumber: { to: 20, from: [20, 1700], serialize: (value: number) => String(value), parse: Number },
    },
  })
}
