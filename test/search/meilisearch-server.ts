import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export type RunningMeilisearch = { url: string; key: string | undefined; stop: () => Promise<void> }

/** Whether there is a Meilisearch to test with: MEILISEARCH_URL, or the program on the PATH. Says so in one plain line when not. */
export function meilisearchIsThere(): boolean {
  if (process.env.MEILISEARCH_URL || !spawnSync('meilisearch', ['--version']).error) return true
  console.log('skipped: no MEILISEARCH_URL and no meilisearch on the PATH, so the Meilisearch engine is not tested')
  return false
}

/** The Meilisearch at MEILISEARCH_URL, or one of our own on a free port with a folder that is gone afterwards. */
export async function runMeilisearch(): Promise<RunningMeilisearch> {
  const given = process.env.MEILISEARCH_URL
  if (given) return { url: given, key: process.env.MEILISEARCH_KEY, stop: async () => {} }
  const folder = mkdtempSync(join(tmpdir(), 'herkomst-meilisearch-'))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const key = 'a-key-for-tests-only'
  const child = spawn(
    'meilisearch',
    ['--db-path', join(folder, 'data'), '--http-addr', `127.0.0.1:${port}`, '--no-analytics', '--master-key', key],
    {
      cwd: folder,
      stdio: 'ignore',
    },
  )
  const ended = new Promise<void>((done) => child.once('exit', () => done()))
  for (let tries = 0; !(await fetch(`${url}/health`).catch(() => undefined))?.ok; tries++) {
    if (tries > 200) throw new Error('meilisearch does not start')
    await new Promise((done) => setTimeout(done, 50))
  }
  return {
    url,
    key,
    stop: async () => {
      child.kill('SIGTERM')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const freePort = () =>
  new Promise<number>((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => done(port))
    })
  })
