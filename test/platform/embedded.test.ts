import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { appendFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { enterEmbeddedServer, type EmbeddedServer } from '#app/platform/database/embedded.server.ts'
import { connect, type Sql } from '#app/platform/database/sql.server.ts'
import { folderOfTest } from '../support/folder.ts'
import { environment, isAlive, until } from '../support/processes.ts'

const lockFile = (folder: string) => join(folder, 'postgres', 'postmaster.pid')
const serverPid = (folder: string) => Number(readFileSync(lockFile(folder), 'utf8').split('\n')[0])

/** Enters a server that no failing test leaves behind. */
async function enter(folder: string): Promise<EmbeddedServer> {
  const server = await enterEmbeddedServer(folder)
  onTestFinished(() => server.leave())
  return server
}

async function withSql<T>(server: EmbeddedServer, work: (sql: Sql) => Promise<T>): Promise<T> {
  const sql = connect(server.url(), { max: 1 })
  try {
    return await work(sql)
  } finally {
    await sql.end({ timeout: 1 })
  }
}

const remember = (server: EmbeddedServer) =>
  withSql(server, async (sql) => {
    await sql`create table kept (word text)`
    await sql`insert into kept values ('here')`
  })
const remembered = (server: EmbeddedServer) => withSql(server, async (sql) => (await sql`select word from kept`)[0]?.word)

describe('the embedded PostgreSQL', () => {
  it('starts in an empty folder, keeps its data, and leaves no process behind', async () => {
    const folder = folderOfTest()
    const first = await enter(folder)
    await remember(first)
    const pid = serverPid(folder)
    expect(isAlive(pid)).toBe(true)
    await first.leave()
    expect(existsSync(lockFile(folder))).toBe(false)
    await until('the server is gone', () => !isAlive(pid))
    const started = Date.now()
    const second = await enter(folder)
    expect(Date.now() - started).toBeLessThan(5000)
    expect(await remembered(second)).toBe('here')
    await second.leave()
    expect(readdirSync(folder).sort()).toEqual(['postgres', 'postgres-password'])
  })

  it('is shared by whoever needs it, and stopped by the last to leave', async () => {
    const folder = folderOfTest()
    const one = await enter(folder)
    const two = await enter(folder)
    expect(two.url()).toBe(one.url())
    const pid = serverPid(folder)
    await one.leave()
    expect(isAlive(pid)).toBe(true)
    await remember(two)
    await two.leave()
    await until('the server is gone', () => !isAlive(pid))
  })

  it('lets users come and go at the same time without ever taking it away from one', async () => {
    const folder = folderOfTest()
    await (await enter(folder)).leave()
    const visit = async (index: number) => {
      await new Promise((done) => setTimeout(done, index * 37))
      const server = await enter(folder)
      const answer = await withSql(server, async (sql) => (await sql`select ${index}::int as index`)[0]?.index)
      await server.leave()
      return answer
    }
    expect(await Promise.all([0, 1, 2, 3, 4, 5].map(visit))).toEqual([0, 1, 2, 3, 4, 5])
    expect(existsSync(lockFile(folder))).toBe(false)
  })

  it('comes back after being killed, with everything that was committed', async () => {
    const folder = folderOfTest()
    const killed = await enter(folder)
    await remember(killed)
    const pid = serverPid(folder)
    process.kill(pid, 'SIGKILL')
    await until('the server is gone', () => !isAlive(pid))
    expect(existsSync(lockFile(folder))).toBe(true)
    const recovered = await enter(folder)
    expect(await remembered(recovered)).toBe('here')
    expect(serverPid(folder)).not.toBe(pid)
  })

  it('is used again when whoever started it was killed', async () => {
    const folder = folderOfTest()
    const script = `
      import { enterEmbeddedServer } from '#app/platform/database/embedded.server.ts'
      await enterEmbeddedServer(${JSON.stringify(folder)})
      console.log('entered')
      setInterval(() => {}, 1000)`
    const other = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: environment({ TMPDIR: folder }),
    })
    onTestFinished(() => void other.kill('SIGKILL'))
    await once(other.stdout, 'data')
    const pid = serverPid(folder)
    other.kill('SIGKILL')
    await once(other, 'exit')
    expect(isAlive(pid)).toBe(true)
    const server = await enter(folder)
    expect(serverPid(folder)).toBe(pid)
    await server.leave()
    await until('the server is gone', () => !isAlive(pid))
  })

  it.each([
    ['of a process that is gone', () => 2 ** 22 - 1],
    ['that names another program now', () => process.pid],
    ['that names a program of the system', () => 1],
  ])('starts over a lock %s', async (_what, pid) => {
    const folder = folderOfTest()
    const first = await enter(folder)
    await remember(first)
    const lock = readFileSync(lockFile(folder), 'utf8').split('\n')
    await first.leave()
    writeFileSync(lockFile(folder), [pid(), ...lock.slice(1)].join('\n'))
    const second = await enter(folder)
    expect(await remembered(second)).toBe('here')
    expect(isAlive(pid())).toBe(pid() !== 2 ** 22 - 1)
  })

  it('starts over a lock file that was cut off while it was written', async () => {
    const folder = folderOfTest()
    await (await enter(folder)).leave()
    writeFileSync(lockFile(folder), `${process.pid}\n`)
    const server = await enter(folder)
    expect(await withSql(server, (sql) => sql`select 1 as one`)).toHaveLength(1)
  })

  it("says in PostgreSQL's own words why it does not start", async () => {
    const folder = folderOfTest()
    await (await enter(folder)).leave()
    appendFileSync(join(folder, 'postgres', 'postgresql.conf'), "\nshared_buffers = 'plenty'\n")
    await expect(enterEmbeddedServer(folder)).rejects.toThrow(/^PostgreSQL does not start in .*postgres: .*configuration file/)
  })

  it('says which folder it cannot write to', async () => {
    const file = join(folderOfTest(), 'file')
    writeFileSync(file, '')
    await expect(enterEmbeddedServer(file)).rejects.toThrow(/^The folder .*file \(DATA_DIR\) cannot be written to/)
  })

  it('listens on this machine only and asks for its password', async () => {
    const server = await enter(folderOfTest())
    const stranger = new URL(server.url())
    stranger.password = 'guess'
    const sql = connect(stranger.href, { max: 1 })
    await expect(sql`select 1`).rejects.toThrow(/password authentication failed/)
    await sql.end()
    await withSql(server, async (own) => {
      expect((await own`show listen_addresses`)[0]?.listen_addresses).toBe('127.0.0.1')
    })
  })
})
