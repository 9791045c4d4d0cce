import type { JSONValue } from 'postgres'
import { describe, expect, it } from 'vitest'
import { findingsOf } from '#editor/checks/checks.ts'
import { newBlockId } from '#editor/document/schema.ts'
import { restoreText } from '#app/services/history/restore-text.server.ts'
import { readReport } from '#app/services/reports/read-report.server.ts'
import { readSection } from '#app/services/sections/read-section.server.ts'
import { saveDocument } from '#app/services/sections/save-document.server.ts'
import { settleSection } from '#app/services/sections/settle-text.server.ts'
import type { SectionDocument } from '#schemas/document.ts'
import { aSection, textOf } from '../sections/section.ts'
import { openPage } from '../sections/pages.ts'
import { testDatabase } from '../support/database.ts'
import { aSourceItem } from '../support/released.ts'

const bare = 'De regering zweeg hierover in dat jaar.'

describe('the places that the checks point out in each section of a report', () => {
  const db = testDatabase()
  const setUp = async () => {
    const { author, second, sectionId } = await aSection(db.sql)
    const [row] = await db.sql<{ reportId: string }[]>`select report_id as "reportId" from section where id = ${sectionId}`
    const inReport = async () => (await readReport(author, row!.reportId)).tree.find(({ id }) => id === sectionId)?.findings
    const inOutline = async (of = sectionId) =>
      (await readSection(second, of)).outline.find(({ id }) => id === sectionId)?.findings
    return { author, second, sectionId, reportId: row!.reportId, inReport, inOutline }
  }
  const save = (useCase: Parameters<typeof saveDocument>[0], sectionId: string, baseVersion: number, document: SectionDocument) =>
    saveDocument(useCase, { sectionId, baseVersion, document })

  it('are counted as its findings are, in the report and in the outline of another section', async () => {
    const { author, sectionId, reportId, inReport, inOutline } = await setUp()
    expect([await inReport(), await inOutline()]).toEqual([0, 0])
    const document: SectionDocument = {
      type: 'doc',
      content: [
        ...textOf(bare).content,
        { type: 'guidance', attrs: { id: newBlockId() }, content: [{ type: 'text', text: 'Ga in op de wet.' }] },
        ...textOf('De wet noemt ‹datum› als de dag van inwerkingtreding.').content,
      ],
    }
    await save(author, sectionId, 0, document)
    const found = findingsOf(document, { language: 'nl', isConfidential: () => false, hasContext: () => true })
    const sum = found.reduce((all, { findings }) => all + findings.length, 0)
    expect(sum).toBe(4)
    const other = (await readReport(author, reportId)).tree.find(({ id, hasText }) => hasText && id !== sectionId)!
    expect([await inReport(), await inOutline(other.id)]).toEqual([sum, sum])
    const chapter = (await readReport(author, reportId)).tree.find(({ hasText }) => !hasText)!
    expect(chapter.findings).toBe(0)
  })

  it('are those of the text as it is after writing, after a version was put back, and after it was settled', async () => {
    const { author, sectionId, inReport } = await setUp()
    const item = await aSourceItem(db.sql)
    await save(author, sectionId, 0, textOf(bare))
    expect(await inReport()).toBe(1)
    await save(author, sectionId, 1, textOf(bare, item))
    expect(await inReport()).toBe(0)
    await restoreText(author, sectionId, { version: 1, seen: 2 })
    await settleSection(author, sectionId)
    expect(await inReport()).toBe(1)
    const page = await openPage(author, sectionId)
    page.edit((tr) => tr.delete(1, 1 + bare.length))
    await page.settled()
    expect(await inReport(), 'the stored text follows').toBe(1)
    await settleSection(author, sectionId)
    expect(await inReport()).toBe(0)
  })

  it('are also where a paragraph rests on one confidential source', async () => {
    const { author, sectionId, inReport } = await setUp()
    await save(author, sectionId, 0, textOf(bare, await aSourceItem(db.sql, 'confidential')))
    expect(await inReport()).toBe(1)
    await save(author, sectionId, 1, textOf(bare, await aSourceItem(db.sql)))
    expect(await inReport()).toBe(0)
  })

  it('are those of a text that was written in while they were counted', async () => {
    const { author, sectionId, inReport } = await setUp()
    await save(author, sectionId, 0, textOf(bare))
    const counts = await Promise.all([inReport(), save(author, sectionId, 1, textOf(`${bare} ${bare}`)), inReport()])
    expect([0, 1, 2]).toContain(counts[2])
    expect(await inReport(), 'one for a block').toBe(1)
  })

  it('count a text as an earlier version of the editor stored it', async () => {
    const { sectionId, inReport } = await setUp()
    const old = {
      type: 'doc',
      content: [{ type: 'paragraph', attrs: { id: 'b0123456789', kind: 'fact' }, content: [{ type: 'text', text: bare }] }],
    }
    await db.sql`
      update section_document set document = ${db.sql.json(old as JSONValue)}, version = 7, editor_version = 1 where section_id = ${sectionId}`
    expect(await inReport()).toBe(1)
  })
})
