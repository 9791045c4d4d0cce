import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { OperatorError } from '#app/platform/errors.ts'

export const projectFolder = fileURLToPath(new URL('../..', import.meta.url))
export const buildFolder = join(projectFolder, 'build')
const stamp = join(buildFolder, 'sources.sha256')
const sources = ['app', 'editor', 'search', 'schemas', 'public', 'package-lock.json', 'vite.config.ts', 'remix.config.js']

/**
 * Builds the pages when they were never built or their sources changed since.
 * @param say tells the operator that this takes a while. @param stop ends the builder too when the command is interrupted.
 * @throws {OperatorError} with the builder's last words when it fails.
 */
export async function buildWhenNeeded(say: (line: string) => void, stop?: AbortSignal): Promise<void> {
  const hash = hashOfSources()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return
  const builder = findBuilder()
  if (!builder) {
    if (existsSync(join(buildFolder, 'server', 'index.js'))) return
    throw new OperatorError('The pages are not built and the builder is not installed: run "npm install" in the project folder.')
  }
  say('Building the pages (once, and again after a change) …')
  const words: string[] = []
  const code = await new Promise<number | null>((resolve) => {
    const child = spawn(process.execPath, [builder, 'vite:build'], {
      cwd: projectFolder,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NODE_ENV: 'production' },
      signal: stop,
    })
    child.stdout.on('data', (chunk) => words.push(String(chunk)))
    child.stderr.on('data', (chunk) => words.push(String(chunk)))
    child.once('exit', resolve)
    child.once('error', () => resolve(1))
  })
  if (code !== 0)
    throw new OperatorError(`The pages could not be built:\n${words.join('').trim().split('\n').slice(-12).join('\n')}`)
  writeFileSync(stamp, hash)
}

function findBuilder(): string | undefined {
  try {
    return join(dirname(createRequire(import.meta.url).resolve('@remix-run/dev/package.json')), 'dist', 'cli.js')
  } catch {
    return undefined
  }
}

function hashOfSources(): string {
  const hash = createHash('sha256')
  for (const source of sources) {
    const path = join(projectFolder, source)
    if (!existsSync(path)) continue
    const files = statSync(path).isDirectory()
      ? readdirSync(path, { recursive: true, encoding: 'utf8' }).map((it) => join(path, it))
      : [path]
    for (const file of files.sort()) {
      if (statSync(file).isFile()) hash.update(file.slice(projectFolder.length)).update('\0').update(readFileSync(file))
    }
  }
  return hash.digest('hex')
}
