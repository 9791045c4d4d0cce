import { setTimeout as pause } from 'node:timers/promises'
import { connect } from '#app/platform/database/sql.server.ts'
import { inRhythm } from './typing.ts'

/**
 * What storing one small row and committing it takes on this server, for as many writers as there are authors and in their rhythm, each with a
 * connection of its own. @returns milliseconds of every one.
 */
export async function bareInserts(databaseUrl: string, writers: number, milliseconds: number): Promise<number[]> {
  const sql = connect(databaseUrl, { max: writers })
  const times: number[] = []
  try {
    await sql`create table if not exists bare_row (id bigint generated always as identity primary key, writer int, step jsonb)`
    await Promise.all(Array.from({ length: writers }, () => sql`select pg_sleep(0.2)`))
    let goesOn = true
    const step = { stepType: 'replace', from: 120, to: 120, slice: { content: [{ type: 'text', text: 'a' }] } }
    const insert = async (writer: number) => {
      const start = performance.now()
      await sql`insert into bare_row (writer, step) values (${writer}, ${sql.json(step)})`
      times.push(performance.now() - start)
    }
    const writing = Array.from({ length: writers }, (_, writer) =>
      inRhythm(
        () => insert(writer),
        () => goesOn,
      ),
    )
    await pause(milliseconds)
    goesOn = false
    await Promise.all(writing)
    await pause(500)
  } finally {
    await sql.end({ timeout: 5 })
  }
  return times
}
