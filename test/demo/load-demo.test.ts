import { describe, expect, it } from 'vitest'
import { ensureStandard } from '#app/services/standard-terms/ensure-standard.server.ts'
import { databaseIsEmpty, loadDemo } from '#app/services/demo/load-demo.server.ts'
import reportFile from '#app/services/demo/content/syria-report.json' with { type: 'json' }
import { readRelease } from '#app/services/releases/read-release.server.ts'
import { DemoReport } from '#schemas/demo-report.ts'
import { nodesOf } from '#editor/document/schema.ts'
import { testDatabase } from '../support/database.ts'
import { noon } from '../support/people.ts'

describe('the demonstration', () => {
  const db = testDatabase()
  const file = DemoReport.parse(reportFile)
  const operator = () => ({ sql: db.sql, actor: null, clock: () => noon, origin: 'test' })

  it('releases the whole demonstration report: every paragraph, citation and incident in it', async () => {
    await ensureStandard(operator())
    expect(await databaseIsEmpty(db.sql)).toBe(true)
    const summary = await loadDemo(operator())
    const { content } = await readRelease(operator(), summary.release)
    const nodes = content.sections.flatMap((section) => [...nodesOf(section.document)])
    const paragraphs = file.sections.flatMap((section) => section.paragraphs)
    const markers = paragraphs.flatMap((paragraph) => paragraph.text.match(/\[\^\d+\]/g) ?? [])
    expect(content.sections).toHaveLength(file.sections.length)
    expect(nodes.filter((node) => node.type === 'paragraph')).toHaveLength(paragraphs.length)
    expect(nodes.filter((node) => node.type === 'citation')).toHaveLength(markers.length)
    expect(nodes.filter((node) => node.type === 'incident')).toHaveLength(
      paragraphs.filter((paragraph) => paragraph.incident).length,
    )
    expect(content.notice).toBe('Demonstratietekst – geen ambtsbericht')
    expect(nodes.some((node) => node.text?.includes('[^'))).toBe(false)
  })

  it('gives every role something to do', async () => {
    const statuses =
      await db.sql`select distinct status from section where exists (select from section_document where section_id = section.id)`
    expect(statuses.map((row) => row.status).sort()).toEqual(['approved', 'draft', 'in-review', 'returned'])
    const terms = await db.sql`select distinct status from terms_of_reference`
    expect(terms.map((row) => row.status).sort()).toEqual(['accepted', 'handed-over', 'in-preparation'])
  })

  it('shows suggestions of two people that wait for an author, and a note, in a draft', async () => {
    const made = await db.sql`
      select app_user.name, content->>'inserted' as inserted, content->>'removed' as removed from suggestion
      join app_user on app_user.id = author_id join section on section.id = section_id
      where outcome is null and section.status = 'draft' order by made_at, name`
    expect(made).toEqual([
      { name: 'Beoordelaar Demo', inserted: 'wie deze schattingen maakte', removed: 'van wie deze schattingen afkomstig zijn' },
      { name: 'Coördinator Demo', inserted: ', zonder uitsplitsing naar geslacht', removed: '' },
    ])
    const [notes] = await db.sql`select count(*) as count from section_note where body is not null`
    expect(notes!.count).toBe(1)
  })

  it('is refused by a database that is in use, which it leaves as it was', async () => {
    expect(await databaseIsEmpty(db.sql)).toBe(false)
    const [before] = await db.sql`select (select count(*) from app_user) as users, (select count(*) from release) as releases`
    await expect(loadDemo(operator())).rejects.toMatchObject({ detail: 'database-in-use' })
    expect(await db.sql`select (select count(*) from app_user) as users, (select count(*) from release) as releases`).toEqual([
      before,
    ])
  })

  it('answers every question the file names, and those questions are in the terms of reference', async () => {
    const asked = await db.sql`select key from terms_question where state <> 'dropped'`
    const keys = new Set(asked.map((row) => row.key))
    for (const key of file.sections.flatMap((section) => section.questionKeys)) expect(keys).toContain(key)
  })
})
