import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { settingNames } from '#app/platform/config.server.ts'
import { demoAccounts, demoPassword } from '#app/services/accounts/demo-accounts.server.ts'
import { folderOfTest } from '../support/folder.ts'
import { projectFolder, runCommand } from '../support/processes.ts'

const read = (path: string) => readFileSync(join(projectFolder, path), 'utf8')
const readme = read('README.md')

/** The first cells of the table under a heading, without their code marks. */
function firstColumn(heading: string): string[] {
  const part = readme.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? ''
  const rows = part.split('\n').filter((line) => line.startsWith('|'))
  return rows.slice(2).map((row) => row.split('|')[1]?.trim().replaceAll('`', '') ?? '')
}

describe('the README', () => {
  it('names every setting, and no other', () => {
    expect(firstColumn('Settings').sort()).toEqual([...settingNames].sort())
  })

  it('names every demo account with the password they share', () => {
    expect(firstColumn('Demo accounts')).toEqual(demoAccounts.map((account) => account.email))
    expect(readme).toContain(`\`${demoPassword}\``)
  })

  it('names every command, and no other', { timeout: 30_000 }, async () => {
    const { stdout } = await runCommand(['--help'], { settings: { TMPDIR: folderOfTest() } })
    const list = stdout.split('Commands:\n')[1] ?? ''
    const commands = [...list.matchAll(/^ {2}([a-z]+)/gm)].map((match) => match[1]).filter((name) => name !== 'help')
    const described = firstColumn('Command line').map((usage) => usage.split(' ')[0])
    expect([...new Set(described)].sort()).toEqual(commands.sort())
  })
})

describe('the documents', () => {
  const documents = [
    'README.md',
    ...readdirSync(join(projectFolder, 'docs'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.md'))
      .map((name) => `docs/${name}`),
  ]

  it.each(documents)('%s points only to files that are there', (document) => {
    const links = [...read(document).matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map((match) => match[1] as string)
    expect(links.filter((link) => !existsSync(join(projectFolder, dirname(document), link)))).toEqual([])
  })
})
