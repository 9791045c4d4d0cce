import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { testFolder } from '../incidents/ucdp-file.ts'
import { testDatabase } from '../support/database.ts'
import { runCommand } from '../support/processes.ts'

const db = testDatabase()
const folder = testFolder()
const herkomst = (...args: string[]) =>
  runCommand(args, { settings: { DATABASE_URL: db.url, SESSION_SECRET: 's'.repeat(32), DATA_DIR: folder.path('data') } })
const reason = 'Overgenomen uit het bestand.'

describe('herkomst standard', { timeout: 120_000 }, () => {
  it('writes a version to a file and brings it in again as a draft, or says of every error where it stands', async () => {
    const out = folder.path('standard.json')
    const exported = await herkomst('standard', 'export', '1.0', '--out', out)
    expect(exported).toMatchObject({ code: 0, stdout: `${out}: version 1.0, 100 questions\n` })
    const text = readFileSync(out, 'utf8').replace('"version": "1.0"', '"version": "5.0"')

    const wrong = folder.write(
      'wrong.json',
      text.replace('"security"', '"weather"').replace('"mandatory": true', '"mandatory": "yes"'),
    )
    const refused = await herkomst('standard', 'import', wrong, '--reason', reason)
    expect([refused.code, refused.stdout]).toEqual([1, ''])
    expect(refused.stderr).toMatch(/wrong\.json:\d+:\d+ chapters\[0\]\.sections\[0\]\.questions\[0\]\.mandatory: /)
    expect(refused.stderr).toMatch(/wrong\.json:\d+:\d+ \S+\.themes\[0\]: Unknown theme: "weather"\./)
    expect(refused.stderr).toContain('Not taken over: 2 errors. Nothing was saved.')

    const imported = await herkomst('standard', 'import', folder.write('right.json', text), '--reason', reason, '--json')
    expect(imported.code).toBe(0)
    expect(JSON.parse(imported.stdout)).toMatchObject({ version: '5.0', questions: 100 })
    expect(await db.sql`select status from standard_terms where version = '5.0'`).toEqual([{ status: 'draft' }])
  })

  it('stops with one sentence for a version, a file or a reason that is not there', async () => {
    for (const [args, sentence] of [
      [['export', '7.0', '--out', folder.path('x.json')], 'There is no version 7.0 for general reports.'],
      [['import', folder.path('none.json'), '--reason', reason], /none\.json cannot be read/],
      [['import', folder.write('y.json', '{}'), '--reason', 'kort'], 'Give a reason in words, of at least 10 characters.'],
    ] as const) {
      const { code, stderr } = await herkomst('standard', ...args)
      expect(code).toBe(1)
      expect(stderr.trim()).toMatch(sentence)
    }
  })
})
