import { mkdtempSync, rmSync, chmodSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { enterEmbeddedServer } from '#app/platform/database/embedded.server.ts'
import { migrate } from '#app/platform/database/migrate.server.ts'
import { connect } from '#app/platform/database/sql.server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** postgres:// address of the migrated template every test file clones. */
    templateUrl: string
  }
}

let entered = 0
let running: Promise<{ url: string; stop: () => Promise<void> }> | undefined

/** One embedded PostgreSQL for the whole run, in a folder of its own, with a migrated template database; gone afterwards. */
export default async function setup(project: TestProject) {
  entered++
  running ??= startServer()
  const { url, stop } = await running
  project.provide('templateUrl', url)
  return async () => {
    if (--entered === 0) await stop()
  }
}

async function startServer() {
  const folder = mkdtempSync(join(tmpdir(), 'herkomst-test-'))
  chmodSync(folder, 0o755)
  const server = await enterEmbeddedServer(folder)
  const sql = connect(server.url(), { max: 2 })
  await migrate(sql)
  await sql.end()
  return {
    url: server.url(),
    stop: async () => {
      await server.leave()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
