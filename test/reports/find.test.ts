import { describe, expect, it } from 'vitest'
import { emptyDocument } from '#editor/document/schema.ts'
import type { FindQuery } from '#editor/find/find.ts'
import type { Queryable } from '#app/platform/database/sql.server.ts'
import { findInReport } from '#app/services/reports/find-in-report.server.ts'
import { replaceInSection } from '#app/services/reports/replace-in-section.server.ts'
import { readSteps } from '#app/services/sections/read-steps.server.ts'
import { readText } from '#app/services/sections/read-text.server.ts'
import { saveDocument } from '#app/services/sections/save-document.server.ts'
import { newBlockId } from '#editor/document/schema.ts'
import { blockText } from '#editor/document/read.ts'
import { aSection, textOf } from '../sections/section.ts'
import { openPage } from '../sections/pages.ts'
import { testDatabase } from '../support/database.ts'

const query = (text: string): FindQuery => ({ text, matchCase: true, wholeWord: false })
const reportOf = async (sql: Queryable, sectionId: string) =>
  (await sql<{ id: string }[]>`select report_id as id from section where id = ${sectionId}`)[0]!.id
const wordsOf = async (useCase: Parameters<typeof readText>[0], sectionId: string) =>
  (await readText(useCase, sectionId)).document.content.map(blockText).join('\n')

describe('finding words in a report', () => {
  const db = testDatabase()

  it('looks in every section as it is written now, also in what is only in steps yet', async () => {
    const one = await aSection(db.sql)
    await saveDocument(one.author, { sectionId: one.sectionId, baseVersion: 0, document: textOf('De zeldzaamheid, zeldzaam.') })
    const two = await aSection(db.sql)
    const page = await openPage(two.second, two.sectionId)
    page.type('Ook hier is het zeldzaam.')
    await page.settled()
    const reportId = await reportOf(db.sql, one.sectionId)
    const { searched, sections } = await findInReport(one.author, reportId, query('zeldzaam'))
    expect(searched).toBeGreaterThan(2)
    const found = Object.fromEntries(sections.map((section) => [section.id, section]))
    expect(Object.keys(found).sort()).toEqual([one.sectionId, two.sectionId].sort())
    expect(found[one.sectionId]).toMatchObject({
      count: 2,
      version: 1,
      hits: [{ after: 'heid, zeldzaam.' }, { match: 'zeldzaam' }],
    })
    expect(found[two.sectionId]!.version).toBe((await readText(two.author, two.sectionId)).version)
    expect(await findInReport(one.author, reportId, query('Zeldzaam'))).toEqual({ searched, sections: [] })
  })

  it('shows the first places of a section with very many, and counts them all', async () => {
    const { author, sectionId } = await aSection(db.sql)
    await saveDocument(author, { sectionId, baseVersion: 0, document: textOf('qua '.repeat(120)) })
    const { sections } = await findInReport(author, await reportOf(db.sql, sectionId), query('qua'))
    expect(sections).toMatchObject([{ id: sectionId, count: 120 }])
    expect(sections[0]!.hits).toHaveLength(50)
  })
})

describe('replacing words in a section', () => {
  const db = testDatabase()
  const wrote = async (words: string) => {
    const section = await aSection(db.sql)
    await saveDocument(section.author, { sectionId: section.sectionId, baseVersion: 0, document: textOf(words) })
    return section
  }
  const replacing = (sectionId: string, version: number, from: string, words: string) => ({
    sectionId,
    version,
    query: query(from),
    words,
  })

  it('changes those words as steps of who asked, and nothing else', async () => {
    const { second, sectionId } = await wrote('De regering en de regering.')
    expect(await replaceInSection(second, replacing(sectionId, 1, 'regering', 'overheid'))).toEqual({
      replaced: 2,
      stopped: null,
    })
    expect(await wordsOf(second, sectionId)).toBe('De overheid en de overheid.')
    const { steps, clients } = await readSteps(db.sql, sectionId, 1)
    expect(steps).toHaveLength(2)
    expect(clients.every((client) => client.startsWith(`${second.actor.id}/`))).toBe(true)
    expect(JSON.stringify(steps), 'only the words themselves').not.toContain('De ')
  })

  it('leaves a text alone that changed since it was looked at', async () => {
    const { author, second, sectionId } = await wrote('Een woord.')
    const page = await openPage(second, sectionId)
    page.type(' Nog een woord.')
    await page.settled()
    expect(await replaceInSection(author, replacing(sectionId, 1, 'woord', 'zin'))).toEqual({ replaced: 0, stopped: 'changed' })
    expect(await wordsOf(author, sectionId)).toBe('Een woord. Nog een woord.')
  })

  it('lets one of two who replace at once win, whole', async () => {
    const { author, second, sectionId } = await wrote('aaa '.repeat(40))
    const answers = await Promise.all([
      replaceInSection(author, replacing(sectionId, 1, 'aaa', 'bbb')),
      replaceInSection(second, replacing(sectionId, 1, 'aaa', 'ccc')),
    ])
    expect(answers.map(({ stopped }) => stopped).sort()).toEqual(['changed', null])
    expect(await wordsOf(author, sectionId)).toMatch(/^(bbb |ccc )\1*$/)
  })

  it('leaves a section alone that was submitted', async () => {
    const { author, sectionId } = await wrote('Een woord.')
    await db.sql`update section set status = 'in-review' where id = ${sectionId}`
    expect(await replaceInSection(author, replacing(sectionId, 1, 'woord', 'zin'))).toEqual({ replaced: 0, stopped: 'closed' })
    expect(await wordsOf(author, sectionId)).toBe('Een woord.')
    expect(await db.sql`select 1 from section_kept_copy where section_id = ${sectionId}`, 'and nothing is kept aside').toEqual([])
  })

  it('does more than goes in one request, and nothing when the words are the same', async () => {
    const section = await aSection(db.sql)
    const { author, sectionId } = section
    const paragraph = () => ({ ...textOf('ja '.repeat(100)).content[0]!, attrs: { id: newBlockId(), kind: 'fact' } })
    const document = { ...emptyDocument(), content: Array.from({ length: 6 }, paragraph) }
    await saveDocument(author, { sectionId, baseVersion: 0, document })
    expect(await replaceInSection(author, replacing(sectionId, 1, 'ja', 'ja'))).toEqual({ replaced: 0, stopped: null })
    expect(await replaceInSection(author, replacing(sectionId, 1, 'ja', 'nee'))).toEqual({ replaced: 600, stopped: null })
    expect(await wordsOf(author, sectionId)).not.toContain('ja')
  })
})
