import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { connect } from '#app/platform/database/sql.server.ts'
import { addUser } from '#app/services/accounts/add-user.server.ts'
import { demoAccounts } from '#app/services/accounts/demo-accounts.server.ts'
import { temporaryFolder } from '../../support/folder.ts'
import { projectFolder } from '../../support/processes.ts'
import { launchChromium } from './chromium.ts'
import { startSystem } from './system.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the system under test answers, without a slash at its end. */
    baseUrl: string
    /** postgres:// address of its database. */
    databaseUrl: string
    /** Where its browser takes commands. */
    browserUrl: string
  }
}

/** One real server and one browser for all browser tests; both gone afterwards. */
export default async function setup(project: TestProject) {
  const folder = temporaryFolder()
  const steps: (() => unknown)[] = [folder.remove]
  const letGo = async () => {
    for (const step of steps.splice(0).reverse()) await step()
  }
  try {
    const system = await startSystem(folder.path)
    steps.push(system.stop)
    await seedAccounts(system.databaseUrl)
    const browser = await launchChromium(folder.path)
    steps.push(() => browser.close())
    project.provide('baseUrl', system.baseUrl)
    project.provide('databaseUrl', system.databaseUrl)
    project.provide('browserUrl', browser.wsEndpoint())
    return async () => {
      await letGo()
      if (project.vitest.state.getCountOfFailedTests() === 0) return
      const failureFolder = join(projectFolder, '.cache', 'e2e')
      mkdirSync(failureFolder, { recursive: true })
      writeFileSync(join(failureFolder, 'server.log'), system.log())
      project.vitest.logger.log(`The server's log and pictures of failed pages are in ${failureFolder}.`)
    }
  } catch (error) {
    await letGo()
    throw error
  }
}

/** The demo's people, where the demo itself was not loaded. */
async function seedAccounts(databaseUrl: string): Promise<void> {
  const sql = connect(databaseUrl, { max: 1 })
  try {
    const [someone] = await sql`select 1 from app_user limit 1`
    if (someone) return
    const useCase = { sql, actor: null, clock: () => new Date(), origin: 'test' }
    for (const account of demoAccounts) await addUser(useCase, account)
  } finally {
    await sql.end()
  }
}
