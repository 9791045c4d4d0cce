import { actorOfCookie } from '#app/services/accounts/sessions.server.ts'
import type { Config } from '#app/platform/config.server.ts'
import type { Installation } from '#app/platform/context.server.ts'
import { enterEmbeddedServer } from '#app/platform/database/embedded.server.ts'
import { migrate } from '#app/platform/database/migrate.server.ts'
import { connect } from '#app/platform/database/sql.server.ts'
import { OperatorError } from '#app/platform/errors.ts'
import { createLog } from '#app/platform/log.server.ts'
import { ensureStandard } from '#app/services/standard-terms/ensure-standard.server.ts'
import { createSearchEngine } from '#search/create-engine.ts'

export type OpenInstallation = Installation & {
  /** Names of the migrations that opening ran. */
  migrated: string[]
  /** Lets go of everything, in order; the embedded server stops when nobody else uses it. */
  close: () => Promise<void>
}

/**
 * Opens what every command and the web server work with: the database (the embedded one when DATABASE_URL is unset), migrated and with
 * standard terms of reference in force, and the search engine.
 * @throws {OperatorError} one sentence when the database cannot be reached or started.
 */
export async function openInstallation(config: Config): Promise<OpenInstallation> {
  const embedded = config.databaseUrl ? undefined : await enterEmbeddedServer(config.dataDir)
  const sql = connect(config.databaseUrl ?? embedded!.url())
  const letGo: (() => Promise<unknown>)[] = [async () => embedded?.leave(), () => sql.end({ timeout: 5 })]
  const close = async () => {
    for (const step of letGo.splice(0).reverse()) await step().catch(() => {})
  }
  try {
    await sql`select 1`.catch((cause) => {
      throw new OperatorError(`The database at DATABASE_URL cannot be reached: ${cause.message || cause.code}.`)
    })
    const migrated = await migrate(sql)
    const clock = () => new Date()
    await ensureStandard({ sql, clock, actor: null, origin: 'cli' })
    const log = createLog(config.logLevel)
    const search = createSearchEngine({ sql, meilisearch: config.meilisearch, log })
    letGo.push(() => search.close())
    return { config, sql, search, log, clock, migrated, close }
  } catch (error) {
    await close()
    throw error
  }
}

/** Who a request's cookie belongs to, in this installation. */
export const actorOf = (installation: Installation) => (cookie: string | undefined) =>
  actorOfCookie(installation.sql, cookie, installation.config.sessionSecret, installation.clock())
