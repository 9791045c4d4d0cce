import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { enterEmbeddedServer } from '#app/platform/database/embedded.server.ts'
import { migrate } from '#app/platform/database/migrate.server.ts'
import { connect, type Sql } from '#app/platform/database/sql.server.ts'
import { freePort, startCommand, until, type Spoken } from '../../support/processes.ts'

/** One process of the application on a port of its own, which can be killed and started again. */
export class AppProcess {
  #running: Spoken | undefined
  readonly base: string

  constructor(
    private readonly port: number,
    private readonly settings: Record<string, string>,
  ) {
    this.base = `http://localhost:${port}`
  }

  /** Until it answers. @throws with its own words when it ends before that. */
  async start(): Promise<void> {
    const running = startCommand(['start'], { settings: { ...this.settings, PORT: String(this.port) } })
    this.#running = running
    await until(
      'the process answers',
      async () => {
        if (running.child.exitCode !== null) throw new Error(`the process ended: ${running.stdout()}${running.stderr()}`)
        const answer = await fetch(`${this.base}/health/live`).catch(() => undefined)
        return answer?.ok === true
      },
      240_000,
    )
  }

  /** `kill -9`: it gets no chance to finish anything. */
  async kill(): Promise<void> {
    this.#running?.child.kill('SIGKILL')
    await this.#running?.ended
  }

  async stop(): Promise<void> {
    const child = this.#running?.child
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    child.kill('SIGTERM')
    await once(child, 'exit')
  }
}

export type Together = { sql: Sql; databaseUrl: string; processes: readonly [AppProcess, AppProcess] }

/** Runs `work` with two processes of the built application on one PostgreSQL of their own, all gone afterwards. */
export async function withTwoProcesses(work: (together: Together) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'herkomst-bench-'))
  // The database server runs as another account when this runs as root.
  chmodSync(folder, 0o755)
  const letGo: (() => unknown)[] = [() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 })]
  try {
    const database = await enterEmbeddedServer(folder)
    letGo.push(() => database.leave())
    const databaseUrl = database.url()
    const sql = connect(databaseUrl, { max: 4 })
    letGo.push(() => sql.end({ timeout: 5 }))
    await migrate(sql)
    const settings = {
      DATABASE_URL: databaseUrl,
      DATA_DIR: join(folder, 'data'),
      SESSION_SECRET: 'a-secret-for-two-processes-of-a-bench',
    }
    const processes = [new AppProcess(await freePort(), settings), new AppProcess(await freePort(), settings)] as const
    for (const process of processes) {
      letGo.push(() => process.stop())
      await process.start()
    }
    await work({ sql, databaseUrl, processes })
  } finally {
    for (const step of letGo.reverse()) await step()
  }
}
