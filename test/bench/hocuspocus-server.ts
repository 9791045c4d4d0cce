import { Database } from '@hocuspocus/extension-database'
import { Server } from '@hocuspocus/server'
import { connect } from '#app/platform/database/sql.server.ts'

/**
 * Hocuspocus as its makers set it up, with its own database extension on PostgreSQL; a process of its own, for `co-writing.ts` to start with the
 * port and the address of the database.
 */
const [port, databaseUrl] = process.argv.slice(2) as [string, string]
const sql = connect(databaseUrl)
await sql`create table if not exists hocuspocus_document (name text primary key, data bytea not null)`
const server = new Server({
  port: Number(port),
  address: '127.0.0.1',
  quiet: true,
  extensions: [
    new Database({
      fetch: async ({ documentName }) => {
        const [row] = await sql<{ data: Buffer }[]>`select data from hocuspocus_document where name = ${documentName}`
        return row?.data ?? null
      },
      store: async ({ documentName, state }) => {
        await sql`
          insert into hocuspocus_document (name, data) values (${documentName}, ${state})
          on conflict (name) do update set data = excluded.data`
      },
    }),
  ],
})
await server.listen()
console.log('listening')
