import { execFileSync } from 'node:child_process'
import { accessSync, chownSync, constants, existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, inject, it, onTestFinished } from 'vitest'
import { demoAccounts, demoPassword } from '#app/services/accounts/demo-accounts.server.ts'
import { folderOfTest } from '../support/folder.ts'
import {
  freePort,
  isAlive,
  processesOf,
  projectFolder,
  runCommand,
  startCommand,
  until,
  type Spoken,
} from '../support/processes.ts'

type Means = { dataDir: string; port?: number; program?: string[]; settings?: Record<string, string> }

/** `npm start` in a folder of the test's own, ended with the test whatever happens. */
async function start({ dataDir, port, program, settings }: Means): Promise<Spoken & { port: number; address: string }> {
  const chosen = port ?? (await freePort())
  const spoken = startCommand(['start'], {
    settings: { PORT: String(chosen), DATA_DIR: dataDir, TMPDIR: join(dataDir, '..'), ...settings },
    program,
  })
  onTestFinished(async () => {
    spoken.child.kill('SIGTERM')
    await spoken.ended
  })
  return { ...spoken, port: chosen, address: `http://localhost:${chosen}` }
}

/** Waits for the address in its output: from then on it must answer. */
async function started(server: Spoken & { address: string }): Promise<void> {
  await until(
    'the address is printed',
    () => {
      if (server.child.exitCode !== null) throw new Error(`it ended: ${server.stderr()}`)
      return server.stdout().includes(`Herkomst: ${server.address}\n`)
    },
    60_000,
  )
  expect((await fetch(`${server.address}/health/ready`)).status).toBe(200)
}

async function ended(server: Spoken, dataDir: string): Promise<void> {
  const { code } = await server.ended
  expect(code).toBe(0)
  expect(processesOf(dataDir)).toEqual([])
  expect(existsSync(join(dataDir, 'postgres', 'postmaster.pid'))).toBe(false)
}

describe('npm start', () => {
  it('prints the address and a demo account per role, shares its data with commands, and keeps it for a second start in under 5 s', async () => {
    const dataDir = join(folderOfTest(), 'data')
    const first = await start({ dataDir })
    await started(first)
    await until('the demo accounts are printed', () => first.stdout().includes('Ctrl-C stops everything.'))
    for (const { email } of demoAccounts) expect(first.stdout()).toContain(email)
    expect(first.stdout()).toContain(demoPassword)

    const args = ['user', 'add', '--email', 'nieuw@example.org', '--name', 'N', '--organisation', 'BZ', '--role', 'author']
    const settings = { DATA_DIR: dataDir, TMPDIR: join(dataDir, '..') }
    expect((await runCommand(args, { settings, stdin: 'a long enough one\n' })).code).toBe(0)
    expect((await fetch(`${first.address}/health/ready`)).status).toBe(200)
    first.child.kill('SIGINT')
    await ended(first, dataDir)

    const begun = Date.now()
    const second = await start({ dataDir })
    await started(second)
    expect(Date.now() - begun).toBeLessThan(5000)
    const again = await runCommand(args, { settings, stdin: 'a long enough one\n' })
    expect(again.stderr).toMatch(/There is already an account/)
    second.child.kill('SIGTERM')
    await ended(second, dataDir)
  })

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'leaves nothing behind when %s comes while it is still starting',
    async (signal) => {
      const dataDir = join(folderOfTest(), 'data')
      const server = await start({ dataDir })
      await until('PostgreSQL is being prepared or started', () => processesOf(dataDir).length > 0)
      server.child.kill(signal)
      await ended(server, dataDir)
    },
  )

  it('takes over the data of a server that was killed', async () => {
    const dataDir = join(folderOfTest(), 'data')
    const killed = await start({ dataDir })
    await started(killed)
    killed.child.kill('SIGKILL')
    await killed.ended
    const next = await start({ dataDir })
    await started(next)
    next.child.kill('SIGTERM')
    await ended(next, dataDir)
  })

  it('says in one sentence that the port is taken, before it starts anything', async () => {
    const dataDir = join(folderOfTest(), 'data')
    const port = new URL(inject('baseUrl')).port
    const { code, stdout, stderr } = await (await start({ dataDir, port: Number(port) })).ended
    expect(stderr.trim()).toBe(`Port ${port} is already in use; stop the other program or set PORT to another number.`)
    expect([code, stdout]).toEqual([1, ''])
    expect(existsSync(join(dataDir, 'postgres'))).toBe(false)
  })

  it('says in one sentence that the database at DATABASE_URL does not answer', async () => {
    const settings = { DATABASE_URL: `postgres://me@127.0.0.1:${await freePort()}/x`, SESSION_SECRET: 's'.repeat(32) }
    const { code, stdout, stderr } = await (await start({ dataDir: join(folderOfTest(), 'data'), settings })).ended
    expect(stderr.trim()).toMatch(/^The database at DATABASE_URL cannot be reached: .*\.$/)
    expect([code, stdout]).toEqual([1, ''])
  })

  it('works for an ordinary user too', async () => {
    const program = asOrdinaryUser()
    if (!program) return console.log('skipped: starting as an ordinary user, since there is none to start as here')
    const folder = folderOfTest()
    const own = join(folder, 'own')
    mkdirSync(own)
    chownSync(own, nobody, nobody)
    const dataDir = join(own, 'data')
    const server = await start({ dataDir, program, settings: { HOME: own } })
    await started(server)
    const pid = server.child.pid as number
    server.child.kill('SIGTERM')
    await ended(server, dataDir)
    expect(isAlive(pid)).toBe(false)
  })
})

const nobody = 65534

/** How root starts a program as nobody; undefined where that cannot be, and where the tests are an ordinary user's already. */
function asOrdinaryUser(): string[] | undefined {
  if (process.getuid?.() !== 0) return undefined
  const program = ['setpriv', `--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups', process.execPath]
  try {
    accessSync(projectFolder, constants.R_OK)
    const readable = `require('fs').accessSync(${JSON.stringify(join(projectFolder, 'build/server/index.js'))})`
    execFileSync(program[0] as string, [...program.slice(1), '-e', readable], { stdio: 'ignore' })
    return program
  } catch {
    return undefined
  }
}
