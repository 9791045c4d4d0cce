import type { Server } from 'node:http'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { ServerBuild } from '@remix-run/node'
import type { Command } from 'commander'
import { readConfig } from '#app/platform/config.server.ts'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import { createWebServer, listen } from '#app/platform/http/server.server.ts'
import { listDemoAccounts, demoPassword } from '#app/services/accounts/demo-accounts.server.ts'
import { hubOf } from '#app/services/sections/section-hub.server.ts'
import { settleEverything } from '#app/services/sections/settle-text.server.ts'
import { databaseIsEmpty, loadDemo } from '#app/services/demo/load-demo.server.ts'
import { startIndexer } from '#search/indexer/start-indexer.ts'
import { buildFolder, buildWhenNeeded, projectFolder } from '../build.server.ts'
import { asOperator, say } from '../command.ts'
import { actorOf, openInstallation } from '../installation.server.ts'

export function addStartCommand(program: Command): void {
  program
    .command('start')
    .description('serve the application; without DATABASE_URL with an embedded PostgreSQL and demo data')
    .option('--dev', 'for development: rebuild pages as their sources change')
    .action(start)
}

async function start({ dev = false }: { dev?: boolean }): Promise<void> {
  const ending = endings()
  try {
    const config = readConfig()
    await portIsFree(config.port, config.host)
    const building = new AbortController()
    ending.add(async () => building.abort())
    if (!dev) await buildWhenNeeded(say, building.signal)
    if (!config.databaseUrl) say(`Starting PostgreSQL in ${config.dataDir} …`)
    const opening = openInstallation(config)
    // Added before it is open: Ctrl-C may come while the database is still starting.
    ending.add(async () => (await opening).close())
    const installation = await ending.unlessBegun(opening)
    await ending.unlessBegun(installation.search.prepare())
    if (!config.databaseUrl && (await databaseIsEmpty(installation.sql))) {
      say('Loading the demonstration …')
      await ending.unlessBegun(loadDemo(asOperator(installation)))
    }
    await ending.unlessBegun(settleEverything({ sql: installation.sql, clock: installation.clock, origin: 'cli' }))
    hubOf(installation.sql).listen()
    const indexer = startIndexer({
      sql: installation.sql,
      engine: installation.search,
      log: installation.log,
      transact: withTransaction,
    })
    ending.add(() => indexer.stop())

    const vite = dev ? await viteServer() : undefined
    if (vite) ending.add(() => vite.close())
    const server = createWebServer({
      installation,
      build: vite
        ? () => vite.ssrLoadModule('virtual:remix/server-build') as Promise<ServerBuild>
        : ((await import(pathToFileURL(join(buildFolder, 'server', 'index.js')).href)) as ServerBuild),
      clientFolder: join(buildFolder, 'client'),
      actorOf: actorOf(installation),
      before: vite?.middlewares,
    })
    ending.add(() => closeServer(server))
    await ending.unlessBegun(listen(server, config.port, config.host))

    console.log(`\nHerkomst: ${config.baseUrl}\n`)
    const demo = await listDemoAccounts(installation.sql)
    if (demo.length > 0) {
      console.log(`Demo accounts, password ${demoPassword}:`)
      for (const account of demo) console.log(`  ${account.email.padEnd(28)} ${account.name} (${account.roles.join(', ')})`)
      console.log('\nCtrl-C stops everything.')
    }
  } catch (error) {
    await ending.run()
    throw error
  }
}

/** What must be let go of, in reverse order, once: at Ctrl-C, SIGTERM, a crash or a failed start. */
function endings() {
  const steps: (() => Promise<unknown>)[] = []
  let running: Promise<void> | undefined
  const run = () =>
    (running ??= (async () => {
      for (const step of steps.splice(0).reverse()) await step().catch(() => {})
    })())
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => void run().finally(() => process.exit(0)))
  for (const failure of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(failure, (error) => {
      console.error(error)
      void run().finally(() => process.exit(1))
    })
  }
  /** A start that was interrupted opens nothing more: it waits here for the process to end. */
  const unlessBegun = <T>(work: Promise<T>): Promise<T> => {
    const forever = new Promise<never>(() => {})
    return work.then(
      (result) => (running ? forever : result),
      (error) => (running ? forever : Promise.reject(error)),
    )
  }
  return { add: (step: () => Promise<unknown>) => void steps.push(step), run, unlessBegun }
}

/** Before anything is built or started: a taken port is the commonest reason to stop. */
async function portIsFree(port: number, host: string): Promise<void> {
  const { createServer } = await import('node:http')
  const probe = createServer()
  await listen(probe, port, host)
  await new Promise((done) => probe.close(done))
}

/** Lets running requests finish for a few seconds, then closes what is still open. */
function closeServer(server: Server): Promise<void> {
  return new Promise((done) => {
    server.emit('closing')
    const impatient = setTimeout(() => server.closeAllConnections(), 3000)
    server.close(() => {
      clearTimeout(impatient)
      done()
    })
    server.closeIdleConnections()
  })
}

async function viteServer() {
  const { createServer } = await import('vite')
  return createServer({ root: projectFolder, server: { middlewareMode: true } })
}
