import type { Sql } from 'postgres'
import type { SearchEngine } from '../engine.ts'
import { processBatch, type Transact } from './process-batch.ts'

/** What the indexer says to the log; pino's methods fit. */
export type IndexerLog = {
  info(details: object, message: string): void
  warn(details: object, message: string): void
}
type Options = { sql: Sql; engine: SearchEngine; log: IndexerLog; transact: Transact }
export type Indexer = { stop(): Promise<void> }

/** New rows are announced; this is for rows whose next try has come, and for announcements that got lost. */
const pollMilliseconds = 3000
/** Done rows say what was indexed when; after a week nobody asks. */
const keepDoneDays = 7

/** Keeps the search engine in step with the outbox until stopped; any number of processes may. A batch that runs is finished first. */
export function startIndexer({ sql, engine, log, transact }: Options): Indexer {
  let stopped = false
  let wake = () => {}
  let announced = false
  const announce = () => {
    announced = true
    wake()
  }
  const listening = sql.listen('search_outbox', announce).catch((error: Error) => {
    log.warn({ error: error.message }, 'search indexer: cannot listen, polls instead')
    return undefined
  })
  const rest = () =>
    new Promise<void>((done) => {
      if (announced || stopped) return done()
      const timer = setTimeout(done, pollMilliseconds)
      wake = () => {
        clearTimeout(timer)
        done()
      }
    })

  const run = async () => {
    await sql`delete from search_outbox where done_at < now() - make_interval(days => ${keepDoneDays})`.catch(() => {})
    while (!stopped) {
      announced = false
      try {
        const batch = await processBatch(sql, engine, transact)
        if (batch.failed > 0) log.warn({ ...batch }, 'search indexer: some objects were not indexed and will be tried again')
        else if (batch.taken > 0) log.info({ ...batch }, 'search indexer: indexed')
        if (batch.taken > 0) continue
      } catch (error) {
        if (!stopped) log.warn({ error: (error as Error).message }, 'search indexer: a batch was left for later')
      }
      await rest()
    }
  }
  const running = run()

  return {
    stop: async () => {
      stopped = true
      wake()
      await running
      await (await listening)?.unlisten().catch(() => {})
    },
  }
}
