import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { testFolder, ucdpText } from '../incidents/ucdp-file.ts'
import { testDatabase } from '../support/database.ts'
import { runCommand, startCommand, until } from '../support/processes.ts'

const db = testDatabase()
const folder = testFolder()
const means = () => ({ settings: { DATABASE_URL: db.url, SESSION_SECRET: 's'.repeat(32), DATA_DIR: folder.path('data') } })
const herkomst = (args: string[]) => runCommand(args, means())

describe('herkomst import ucdp', { timeout: 60_000 }, () => {
  it('ends with one JSON object, and lists rejects in the data folder', async () => {
    const file = folder.write('some.csv', ucdpText([{}, { country: 'Atlantis' }, { low: '9' }]))
    const { code, stdout } = await herkomst(['import', 'ucdp', file, '--json'])
    expect(code).toBe(0)
    const summary = JSON.parse(stdout)
    expect(summary).toMatchObject({ read: 3, inserted: 2, updated: 0, unchanged: 0, rejected: 1, flagged: 1, dryRun: false })
    expect(summary.rejectFile.startsWith(join(folder.path('data'), 'import-rejects', 'some-'))).toBe(true)
    expect(readFileSync(summary.rejectFile, 'utf8')).toContain('3,900002,country,Atlantis')
  })

  it('says the same in words, and where the rejects are when asked for a place of their own', async () => {
    const file = folder.write('words.csv', ucdpText([{}, { country: 'Atlantis' }, { low: '9' }]))
    const rejects = folder.path('here/rejects.csv')
    const { code, stdout } = await herkomst(['import', 'ucdp', file, '--rejects', rejects])
    expect(code).toBe(0)
    expect(stdout).toMatch(/^Imported: words\.csv \(ged-19\.1\), 3 rows in /)
    expect(stdout).toContain('0 inserted, 0 updated, 2 unchanged, 1 rejected.')
    expect(stdout).toContain('1 kept with a flag: 1 low-above-best.')
    expect(stdout).toContain(`Rejected rows with their reasons: ${rejects}`)
    expect(existsSync(rejects)).toBe(true)
  })

  it('stops with one sentence and exit code 1 for a file that is not there or is something else', async () => {
    const other = folder.write('other.csv', 'naam,leeftijd\nx,1\n')
    for (const [file, sentence] of [
      [folder.path('none.csv'), /^There is no file .*none\.csv\.$/],
      [folder.write('empty.csv', ''), /^The file .*empty\.csv is empty\.$/],
      [other, /^This is not a UCDP GED file: its first row does not hold the column names/],
    ] as const) {
      const { code, stdout, stderr } = await herkomst(['import', 'ucdp', file])
      expect([code, stdout]).toEqual([1, ''])
      expect(stderr.trim()).toMatch(sentence)
      expect(stderr.trim().split('\n')).toHaveLength(1)
    }
  })

  it('leaves nothing when it is killed in the middle, says so at the next import, and that one succeeds', async () => {
    const before = Number((await db.sql`select count(*) as n from incident`)[0]!.n)
    const events = Array.from({ length: 20_000 }, (_, index) => ({ id: String(1_000_000 + index) }))
    const file = folder.write('large.csv', ucdpText(events))
    const importing = startCommand(['import', 'ucdp', file], means())
    await until('rows are being written', async () => {
      const [busy] = await db.sql`
        select 1 from pg_stat_activity where datname = current_database() and query ~ '[s]taged_incident|[i]ncident_plan'`
      return busy !== undefined
    })
    importing.child.kill('SIGKILL')
    await importing.ended
    await until('the server has noticed', async () => {
      const [open] = await db.sql`
        select 1 from pg_stat_activity where datname = current_database() and query ~ '[s]taged_incident|[i]ncident_plan'`
      return open === undefined
    })
    expect(Number((await db.sql`select count(*) as n from incident`)[0]!.n)).toBe(before)
    const runs = () => db.sql`select status from import_run where file_name = 'large.csv' order by started_at`
    expect(await runs()).toEqual([{ status: 'running' }])
    const again = await herkomst(['import', 'ucdp', file, '--json'])
    expect(JSON.parse(again.stdout)).toMatchObject({ read: 20_000, inserted: 20_000 })
    expect(await runs()).toEqual([{ status: 'failed' }, { status: 'done' }])
  })
})
