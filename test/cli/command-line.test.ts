import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { demoPassword } from '#app/services/accounts/demo-accounts.server.ts'
import { signIn } from '#app/services/accounts/sign-in.server.ts'
import { testDatabase } from '../support/database.ts'
import { folderOfTest, temporaryFolder } from '../support/folder.ts'
import { noon } from '../support/people.ts'
import { freePort, processesOf, runCommand, startCommand, until, type Ending } from '../support/processes.ts'

const db = testDatabase()
const folder = temporaryFolder()
afterAll(folder.remove)

/** Runs a command against this file's own database. */
const herkomst = (args: string[], stdin = '') =>
  runCommand(args, {
    settings: { DATABASE_URL: db.url, SESSION_SECRET: 's'.repeat(32), TMPDIR: folder.path, DATA_DIR: join(folder.path, 'data') },
    stdin,
  })

/** One sentence on stderr for whoever runs the system: no stack trace, nothing on stdout, exit code 1. */
function expectSentence({ code, stdout, stderr }: Ending, sentence: RegExp): void {
  expect(stderr.trim()).toMatch(sentence)
  expect(stderr.trim().split('\n')).toHaveLength(1)
  expect(stderr).not.toMatch(/\bat .*:\d+:\d+/)
  expect(stdout).toBe('')
  expect(code).toBe(1)
}

describe('herkomst', { timeout: 60_000 }, () => {
  it('--help lists the commands on stdout and ends well', async () => {
    const { code, stdout, stderr } = await herkomst(['--help'])
    for (const command of ['start', 'migrate', 'user']) expect(stdout).toMatch(new RegExp(`^ {2}${command}\\b`, 'm'))
    expect([code, stderr]).toEqual([0, ''])
  })

  it('explains each command', async () => {
    const { code, stdout } = await herkomst(['user', 'add', '--help'])
    expect(code).toBe(0)
    for (const option of ['--email', '--name', '--organisation', '--role']) expect(stdout).toContain(option)
  })

  it('refuses an unknown command or option and says where the list is', async () => {
    const unknown = await herkomst(['strat'])
    expect(unknown.code).toBe(1)
    expect(unknown.stderr).toMatch(/unknown command 'strat'/)
    expect(unknown.stderr).toContain('herkomst --help')
    const option = await herkomst(['migrate', '--quickly'])
    expect(option.code).toBe(1)
    expect(option.stderr).toMatch(/unknown option '--quickly'/)
    expect(unknown.stdout + option.stdout).toBe('')
  })

  it('migrate says in words or as one JSON object what it did', async () => {
    const words = await herkomst(['migrate'])
    expect([words.code, words.stdout]).toEqual([0, 'The database is up to date.\n'])
    const json = await herkomst(['--json', 'migrate'])
    expect(JSON.parse(json.stdout)).toEqual({ migrated: [] })
  })
})

describe('herkomst user add', { timeout: 60_000 }, () => {
  const someone = ['--email', 'Nieuw@example.org', '--name', 'Nieuw', '--organisation', 'BZ', '--role', 'author', 'reviewer']

  it('adds an account that can sign in, with the password from stdin, and refuses to add it twice', async () => {
    const added = await herkomst(['user', 'add', ...someone], `${demoPassword}\nnot this line\n`)
    expect([added.code, added.stdout]).toEqual([0, 'Added nieuw@example.org (author, reviewer).\n'])
    const useCase = { sql: db.sql, actor: null, clock: () => noon, origin: 'test' }
    expect(await signIn(useCase, { email: 'nieuw@example.org', password: demoPassword })).toBeTruthy()
    const again = await herkomst(['user', 'add', ...someone], `${demoPassword}\n`)
    expectSentence(again, /^There is already an account with the address nieuw@example.org\.$/)
  })

  it('prints one JSON object when asked', async () => {
    const args = [
      '--json',
      'user',
      'add',
      '--email',
      'json@example.org',
      '--name',
      'J',
      '--organisation',
      'IND',
      '--role',
      'author',
    ]
    const { code, stdout } = await herkomst(args, 'a long enough one\r\n')
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toEqual({ id: expect.any(String), email: 'json@example.org', roles: ['author'] })
  })

  it('refuses bad input in one sentence that names the field and never repeats the password', async () => {
    const short = await herkomst(['user', 'add', ...someone], 'tiny\n')
    expectSentence(short, /^The account cannot be added: password – /)
    expect(short.stderr).not.toContain('tiny')
    const silent = await herkomst(['user', 'add', ...someone])
    expectSentence(silent, /^The account cannot be added: password – /)
    const address = await herkomst(['user', 'add', ...someone, '--email', 'nobody'], 'a long enough one\n')
    expectSentence(address, /^The account cannot be added: email – /)
    const organisation = await herkomst(['user', 'add', ...someone, '--organisation', 'XX'], 'a long enough one\n')
    expectSentence(organisation, /^There is no organisation with the code XX\.$/)
  })

  it('refuses an unknown role, and a missing address', async () => {
    const role = await herkomst([
      'user',
      'add',
      '--email',
      'x@example.org',
      '--name',
      'X',
      '--organisation',
      'BZ',
      '--role',
      'king',
    ])
    expect([role.code, role.stdout]).toEqual([1, ''])
    expect(role.stderr).toMatch(/Allowed choices are author, reviewer/)
    const missing = await herkomst(['user', 'add', '--name', 'X', '--organisation', 'BZ', '--role', 'author'])
    expect(missing.code).toBe(1)
    expect(missing.stderr).toMatch(/required option '--email <address>' not specified/)
  })
})

describe('a command that cannot do its work says so in one sentence', { timeout: 60_000 }, () => {
  const run = (settings: Record<string, string>) =>
    runCommand(['migrate'], { settings: { SESSION_SECRET: 's'.repeat(32), TMPDIR: folder.path, ...settings } })

  it('when nobody listens at DATABASE_URL', async () => {
    const url = `postgres://me:secret-word@127.0.0.1:${await freePort()}/herkomst`
    const ending = await run({ DATABASE_URL: url })
    expectSentence(ending, /^The database at DATABASE_URL cannot be reached: .*ECONNREFUSED.*\.$/)
    expect(ending.stderr).not.toContain('secret-word')
  })

  it('when the database does not exist, or the password is wrong', async () => {
    const missing = new URL(db.url)
    missing.pathname = '/no_such_database'
    expectSentence(
      await run({ DATABASE_URL: missing.href }),
      /^The database at DATABASE_URL cannot be reached: .*does not exist\.$/,
    )
    const stranger = new URL(db.url)
    stranger.password = 'wrong'
    expectSentence(await run({ DATABASE_URL: stranger.href }), /cannot be reached: password authentication failed/)
  })

  it('when a setting is malformed', async () => {
    expectSentence(
      await run({ PORT: 'three thousand' }),
      /^The settings cannot be used: PORT must be a number from 0 to 65535\.$/,
    )
    expectSentence(
      await run({ DATABASE_URL: db.url, SESSION_SECRET: '' }),
      /SESSION_SECRET .* must be set when DATABASE_URL is\.$/,
    )
  })

  it('when DATA_DIR is a file, or in a folder that may not be written to', async () => {
    const own = folderOfTest()
    const file = join(own, 'file')
    writeFileSync(file, '')
    expectSentence(await run({ DATA_DIR: file }), /^The folder .*file \(DATA_DIR\) cannot be written to: /)
    if (process.getuid?.() === 0)
      return console.log('skipped: a folder without write permission, since root may write everywhere')
    const closed = join(own, 'closed')
    mkdirSync(closed)
    chmodSync(closed, 0o500)
    expectSentence(await run({ DATA_DIR: join(closed, 'data') }), /^The folder .*data \(DATA_DIR\) cannot be written to: /)
  })
})

describe('a command with the embedded database', { timeout: 120_000 }, () => {
  it('starts it for the call and leaves no process behind, also when two come at once', async () => {
    const dataDir = join(folderOfTest(), 'data')
    const settings = { DATA_DIR: dataDir, TMPDIR: folder.path }
    const endings = await Promise.all([
      runCommand(['--json', 'migrate'], { settings }),
      runCommand(['--json', 'migrate'], { settings }),
    ])
    expect(endings.map(({ code, stderr }) => [code, stderr])).toEqual([
      [0, ''],
      [0, ''],
    ])
    const migrated = endings.flatMap(({ stdout }) => (JSON.parse(stdout) as { migrated: string[] }).migrated)
    expect(migrated.length).toBeGreaterThan(0)
    expect(new Set(migrated).size).toBe(migrated.length)
    expect(processesOf(dataDir)).toEqual([])
  })

  it.each(['SIGINT', 'SIGTERM'] as const)('leaves no process behind when %s comes while it starts', async (signal) => {
    const dataDir = join(folderOfTest(), 'data')
    const command = startCommand(['migrate'], { settings: { DATA_DIR: dataDir, TMPDIR: folder.path } })
    await until('PostgreSQL is being prepared or started', () => processesOf(dataDir).length > 0)
    command.child.kill(signal)
    expect((await command.ended).code).toBe(signal === 'SIGINT' ? 130 : 143)
    expect(processesOf(dataDir)).toEqual([])
  })
})
