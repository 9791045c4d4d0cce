import type { SearchEngine } from '#search/engine.ts'
import type { Actor } from '#app/policies/actor.ts'
import type { Config } from './config.server.ts'
import type { Queryable, Sql } from './database/sql.server.ts'
import type { Log } from './log.server.ts'

/** What the process holds once: made at start, handed to every request and command, ended at stop. */
export type Installation = {
  config: Config
  sql: Sql
  search: SearchEngine
  log: Log
  clock: () => Date
}

/** What every use case takes first: where to read and write, who asks, what time it is. */
export type UseCase<Who extends Actor | null = Actor> = {
  sql: Queryable
  actor: Who
  clock: () => Date
  /** Where the request came from, for the audit: an address or `cli`. */
  origin: string
}
