import { createReadStream, mkdtempSync, rmSync } from 'node:fs'
import { chmod } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { enterEmbeddedServer } from '#app/platform/database/embedded.server.ts'
import { migrate } from '#app/platform/database/migrate.server.ts'
import { connect, type Sql } from '#app/platform/database/sql.server.ts'
import { importUcdp } from '#app/services/incidents/import-ucdp.server.ts'
import { sharedData } from '../support/shared-data.ts'

const aim = 8
const rounds = 3

/**
 * The real UCDP file through the importer beside a bare COPY of the same file into a table of text columns, on one server, in one run, turn by
 * turn. The bare COPY checks nothing, maps nothing and can be run once; the importer's first run inserts, its second finds all unchanged.
 */
export async function bench(): Promise<void> {
  const file = sharedData('incidents/ucdp_ged_syria_2016-2019.csv')
  if (!file) return
  const folder = mkdtempSync(join(tmpdir(), 'herkomst-bench-'))
  await chmod(folder, 0o755)
  const server = await enterEmbeddedServer(folder)
  const sql = connect(server.url())
  try {
    await migrate(sql)
    const header = await firstLine(file)
    const times = { copy: [] as number[], first: [] as number[], again: [] as number[] }
    let rows = 0
    const run = () =>
      importUcdp(
        { sql, actor: null, clock: () => new Date(), origin: 'bench' },
        { path: file, rejectPath: join(folder, 'rejects.csv') },
      )
    for (let round = 0; round < rounds; round++) {
      times.copy.push(await timed(() => bareCopy(sql, file, header)))
      await sql`truncate incident, import_run, search_outbox cascade`
      times.first.push(await timed(async () => (rows = (await run()).read)))
      times.again.push(await timed(run))
    }
    const bare = best(times.copy)
    const line = (what: string, seconds: number) => ({
      what,
      seconds: seconds.toFixed(2),
      'rows/s': Math.round(rows / seconds),
      'times the bare COPY': (seconds / bare).toFixed(1),
    })
    console.table([
      line('bare COPY into text columns', bare),
      line('import, all new', best(times.first)),
      line('import, all unchanged', best(times.again)),
    ])
    const ratio = best(times.first) / bare
    const peak = Math.round(process.resourceUsage().maxRSS / 1024)
    console.log(`best of ${rounds}; ${rows} rows; peak memory of this process ${peak} MB`)
    console.log(`aim: within ${aim} × the bare COPY: ${ratio <= aim ? 'met' : 'NOT met'} (${ratio.toFixed(1)} ×)`)
  } finally {
    await sql.end({ timeout: 5 })
    await server.leave()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function bareCopy(sql: Sql, file: string, header: string): Promise<void> {
  const columns = header.split(',').map((name) => `"${name}" text`)
  await sql.unsafe(`drop table if exists bare; create table bare (${columns.join(', ')})`)
  await pipeline(createReadStream(file), await sql`copy bare from stdin with (format csv, header)`.writable())
}

async function firstLine(file: string): Promise<string> {
  for await (const chunk of createReadStream(file, { end: 4095, encoding: 'utf8' })) return String(chunk).split('\n')[0] ?? ''
  return ''
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return (performance.now() - started) / 1000
}

const best = (seconds: readonly number[]): number => Math.min(...seconds)
