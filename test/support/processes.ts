import { spawn, type ChildProcess } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'

export const projectFolder = fileURLToPath(new URL('../..', import.meta.url))
export const commandFile = fileURLToPath(new URL('../../app/cli/herkomst.mjs', import.meta.url))

/** What the system reads from its environment and nothing else, so that a developer's own settings never reach a test. */
export const environment = (settings: Record<string, string> = {}): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH,
  HOME: process.env.HOME,
  NODE_ENV: 'production',
  LOG_LEVEL: 'warn',
  ...settings,
})

/** A running `herkomst` command with all it said so far. */
export type Spoken = { child: ChildProcess; stdout: () => string; stderr: () => string; ended: Promise<Ending> }
export type Ending = { code: number | null; signal: NodeJS.Signals | null; stdout: string; stderr: string }

type Means = { settings?: Record<string, string>; stdin?: string; program?: string[] }

/**
 * Starts the real command line as a process of its own.
 * @param program what to run instead of this Node.js itself, e.g. a program that drops root's rights first.
 */
export function startCommand(args: readonly string[], { settings, stdin, program = [process.execPath] }: Means = {}): Spoken {
  const [file, ...before] = program
  const child = spawn(file as string, [...before, commandFile, ...args], {
    cwd: projectFolder,
    env: environment(settings),
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  const said = { stdout: '', stderr: '' }
  child.stdout.on('data', (chunk) => (said.stdout += chunk))
  child.stderr.on('data', (chunk) => (said.stderr += chunk))
  child.stdin.on('error', () => {})
  child.stdin.end(stdin)
  const ended = new Promise<Ending>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) => resolve({ code, signal, ...said }))
  })
  return { child, stdout: () => said.stdout, stderr: () => said.stderr, ended }
}

/** Runs a command to its end. */
export const runCommand = (args: readonly string[], means?: Means): Promise<Ending> => startCommand(args, means).ended

/** A port nobody listens on just now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })
}

export const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Waits until `holds` does, and says what was awaited when it never came. */
export async function until(what: string, holds: () => boolean | Promise<boolean>, milliseconds = 30_000): Promise<void> {
  for (const end = Date.now() + milliseconds; !(await holds()); await new Promise((done) => setTimeout(done, 50))) {
    if (Date.now() > end) throw new Error(`waited ${milliseconds / 1000} s in vain until ${what}`)
  }
}

/** Command lines of the processes that work on a folder, this one's own children included; on Linux. */
export function processesOf(folder: string): string[] {
  if (process.platform !== 'linux') return []
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const line = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim()
        return line.includes(folder) ? [line] : []
      } catch {
        return []
      }
    })
}
