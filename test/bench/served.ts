import { spawn, type ChildProcess } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { demoPassword } from '#app/services/accounts/demo-accounts.server.ts'
import { projectFolder } from '#app/cli/build.server.ts'

export type Served = {
  base: string
  dataDir: string
  /** Milliseconds of processor time the web server has used, its database apart; in steps of 10, and undefined where the system does not tell. */
  processorTime: () => number | undefined
}

/** Runs `work` against the built application on a fresh demo database, and removes it afterwards. */
export async function withServer(work: (served: Served) => Promise<void>): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'herkomst-bench-'))
  chmodSync(dataDir, 0o755)
  const port = await freePort()
  const base = `http://localhost:${port}`
  const server = spawn(process.execPath, ['app/cli/herkomst.mjs', 'start'], {
    cwd: projectFolder,
    env: { ...process.env, PORT: String(port), DATA_DIR: dataDir, LOG_LEVEL: 'warn', DATABASE_URL: '', MEILISEARCH_URL: '' },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  try {
    await answers(base, server)
    await work({ base, dataDir, processorTime: () => processorTimeOf(server.pid!) })
  } finally {
    server.kill('SIGTERM')
    await new Promise((done) => server.once('exit', done))
    rmSync(dataDir, { recursive: true, force: true })
  }
}

/** From Linux' account of the process, in ticks of 10 ms. */
function processorTimeOf(pid: number): number | undefined {
  const path = `/proc/${pid}/stat`
  if (!existsSync(path)) return undefined
  const [user, system] = readFileSync(path, 'utf8').split(') ')[1]!.split(' ').slice(11, 13).map(Number)
  return (user! + system!) * 10
}

/** The smallest measured value that this share of all values does not exceed. */
export const percentile = (values: readonly number[], share: number): number => Math.round(at(values, share))

/** The same in tenths. */
export const tenths = (values: readonly number[], share: number): number => Math.round(at(values, share) * 10) / 10

function at(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil((share / 100) * sorted.length) - 1)] ?? NaN
}

/** The cookie of a demo person who signed in. */
export async function signIn(base: string, email: string): Promise<string> {
  const response = await fetch(`${base}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: base },
    body: new URLSearchParams({ email, password: demoPassword }),
  })
  const cookie = response.headers.get('set-cookie')?.split(';')[0]
  if (!cookie) throw new Error(`signing in answered ${response.status}`)
  return cookie
}

async function answers(base: string, server: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 480; attempt++) {
    if (server.exitCode !== null) throw new Error('the server did not start')
    const ready = await fetch(`${base}/health/ready`).catch(() => undefined)
    if (ready?.ok) return
    await new Promise((done) => setTimeout(done, 500))
  }
  throw new Error('the server did not answer within four minutes')
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const probe = createServer()
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => done(port))
    })
  })
}
