import { once } from 'node:events'
import { join } from 'node:path'
import { enterEmbeddedServer } from '#app/platform/database/embedded.server.ts'
import { freePort, startCommand, until, type Spoken } from '../../support/processes.ts'

export type RunningSystem = {
  baseUrl: string
  databaseUrl: string
  /** Everything the server said so far. */
  log: () => string
  /** Ends the server as Ctrl-C does, the database with it. */
  stop: () => Promise<void>
}

/**
 * What a newcomer gets from `npm start`: the built pages, an embedded PostgreSQL and the demo, here in a folder of its own and on a free port.
 * @throws with the server's own words when it ends before it answers.
 */
export async function startSystem(folder: string): Promise<RunningSystem> {
  const dataDir = join(folder, 'data')
  const port = await freePort()
  const baseUrl = `http://localhost:${port}`
  const server = startCommand(['start'], { settings: { PORT: String(port), DATA_DIR: dataDir, TMPDIR: folder } })
  const log = () => server.stdout() + server.stderr()
  try {
    // Building the pages takes most of this, the first time.
    await until('the server is ready', () => answers(server, `${baseUrl}/health/ready`), 240_000)
  } catch (error) {
    await end(server)
    throw new Error(`${(error as Error).message}\n${log()}`, { cause: error })
  }
  const database = await enterEmbeddedServer(dataDir)
  return {
    baseUrl,
    databaseUrl: database.url(),
    log,
    stop: async () => {
      await end(server)
      // Nothing is left to stop unless the server did not end by itself.
      await database.leave()
    },
  }
}

async function answers({ child }: Spoken, address: string): Promise<boolean> {
  if (child.exitCode !== null || child.signalCode !== null) throw new Error('the server ended before it was ready')
  return fetch(address).then(
    (response) => response.ok,
    () => false,
  )
}

async function end({ child }: Spoken): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const impatient = setTimeout(() => child.kill('SIGKILL'), 30_000)
  child.kill('SIGTERM')
  await once(child, 'exit')
  clearTimeout(impatient)
}
