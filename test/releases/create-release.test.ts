import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { canonicalJson, hashOf } from '#app/platform/canonical-json.server.ts'
import { createRelease } from '#app/services/releases/create-release.server.ts'
import { presentRelease } from '#app/services/releases/present-release.server.ts'
import { readRelease, readReleaseFile } from '#app/services/releases/read-release.server.ts'
import { returnSection } from '#app/services/review/decide-section.server.ts'
import { saveDocument } from '#app/services/sections/save-document.server.ts'
import { ReleaseContent } from '#schemas/release.ts'
import { exportFormats } from '#schemas/vocabulary.ts'
import { testDatabase } from '../support/database.ts'
import { approvedReport, aSourceItem, documentOf, paragraph } from '../support/released.ts'

describe('a release', () => {
  const db = testDatabase()

  it('freezes the approved text, its questions and sources, and its hash can be worked out again from the JSON download', async () => {
    const { reportId, sectionIds, itemId, publisher } = await approvedReport(db.sql, ['Over de politiek.'])
    const { number, hash } = await createRelease(publisher, { reportId, sectionIds })
    const { content } = await readRelease(publisher, number)
    expect(content.sections.map((section) => section.id)).toEqual(sectionIds)
    expect(content.sections[0]?.questions.length).toBeGreaterThan(0)
    expect(Object.keys(content.items)).toEqual([itemId])
    expect(hashOf(content)).toBe(hash)
    const json = await readReleaseFile(publisher, number, 'json')
    expect(createHash('sha256').update(json.content).digest('hex')).toBe(hash)
    expect(canonicalJson(JSON.parse(json.content.toString()))).toBe(json.content.toString())
  })

  it('can be downloaded in every form, each with the hash that was kept', async () => {
    const { reportId, sectionIds, publisher } = await approvedReport(db.sql, ['Over de politiek.'])
    const { number } = await createRelease(publisher, { reportId, sectionIds })
    const begins = { html: '<!doctype html', pdf: '%PDF-', docx: 'PK', json: '{' }
    for (const format of exportFormats) {
      const file = await readReleaseFile(publisher, number, format)
      expect(file.content.toString('latin1').slice(0, 14).toLowerCase()).toMatch(new RegExp(`^${begins[format]}`, 'i'))
      expect(createHash('sha256').update(file.content).digest('hex')).toBe(file.hash)
    }
  })

  it('cannot be changed or deleted, not even by whoever has the database', async () => {
    const { reportId, sectionIds, publisher } = await approvedReport(db.sql, ['Staat vast.'])
    const { number } = await createRelease(publisher, { reportId, sectionIds })
    await expect(db.sql`update release set title = 'anders' where number = ${number}`).rejects.toThrow('append-only')
    await expect(db.sql`delete from release where number = ${number}`).rejects.toThrow('append-only')
    await expect(db.sql`update release_file set hash = ''`).rejects.toThrow('append-only')
    await expect(db.sql`delete from release_section`).rejects.toThrow('append-only')
  })

  it('gets the next number of its country and year, without gaps, also when two are made at once and one fails', async () => {
    const { reportId, sectionIds, publisher } = await approvedReport(db.sql, ['Een.', 'Twee.', 'Drie.'])
    const unknown = crypto.randomUUID()
    const results = await Promise.allSettled([
      createRelease(publisher, { reportId, sectionIds: [sectionIds[0] as string] }),
      createRelease(publisher, { reportId, sectionIds: [unknown] }),
      createRelease(publisher, { reportId, sectionIds: [sectionIds[1] as string] }),
      createRelease(publisher, { reportId, sectionIds }),
    ])
    expect(results.map((result) => result.status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled'])
    const rows = await db.sql`select number from release order by number`
    const sequence = rows.map((row) => Number(row.number.split('-')[2])).sort((a, b) => a - b)
    expect(sequence).toEqual(sequence.map((_, index) => index + 1))
  })

  it('refuses a section that is not approved, names it, and leaves nothing behind', async () => {
    const { reportId, sectionIds, reviewer, publisher } = await approvedReport(db.sql, ['Een.', 'Twee.'])
    await returnSection(reviewer, { sectionId: sectionIds[1] as string, reason: 'Nog niet volledig genoeg.' })
    const before = await db.sql`select count(*) as n from release`
    await expect(createRelease(publisher, { reportId, sectionIds })).rejects.toMatchObject({
      detail: 'not-approved',
      data: { sections: [expect.stringMatching(/^\d/)] },
    })
    expect(await db.sql`select count(*) as n from release`).toEqual(before)
  })

  it('refuses a text that differs from what was approved', async () => {
    const { reportId, sectionIds, publisher } = await approvedReport(db.sql, ['Vastgesteld.'])
    const changed = documentOf(paragraph('Stiekem anders.'))
    await db.sql`update section_document set document = ${db.sql.json(changed as never)} where section_id = ${sectionIds[0] as string}`
    await expect(createRelease(publisher, { reportId, sectionIds })).rejects.toMatchObject({
      code: 'conflict',
      detail: 'changed-after-approval',
    })
  })

  it('refuses sections of another report and an unknown report', async () => {
    const one = await approvedReport(db.sql, ['Een.'])
    await expect(
      createRelease(one.publisher, { reportId: one.reportId, sectionIds: [crypto.randomUUID()] }),
    ).rejects.toMatchObject({
      code: 'not-found',
    })
    await expect(
      createRelease(one.publisher, { reportId: crypto.randomUUID(), sectionIds: one.sectionIds }),
    ).rejects.toMatchObject({
      code: 'not-found',
    })
  })

  it('goes to the search index through the outbox, and into the audit', async () => {
    const { reportId, sectionIds, publisher } = await approvedReport(db.sql, ['Vindbaar.'])
    const { number, hash } = await createRelease(publisher, { reportId, sectionIds })
    const [queued] = await db.sql`
      select count(*) as n from search_outbox join release on release.id = object_id where object_type = 'release' and number = ${number}`
    expect(queued?.n).toBe(1)
    const [event] =
      await db.sql`select details, actor_id from audit_event where action = 'release.created' and details->>'number' = ${number}`
    expect(event).toMatchObject({ details: { number, hash, sections: 1 }, actor_id: publisher.actor.id })
  })

  it('holds of a confidential source only that it is one, in every file', async () => {
    const { reportId, sectionIds, author, reviewer, publisher } = await approvedReport(db.sql, ['Openbaar.'])
    const secret = 'Geheime Getuige BV'
    const itemId = await aSourceItem(db.sql, 'confidential')
    await db.sql`update source set name = ${secret} where id = (select source_id from source_item where id = ${itemId})`
    await db.sql`update source_item set title = ${`Gesprek met ${secret}`} where id = ${itemId}`
    const sectionId = sectionIds[0] as string
    await returnSection(reviewer, { sectionId, reason: 'Graag een bron toevoegen.' })
    await saveDocument(author, { sectionId, baseVersion: 1, document: documentOf(paragraph('Volgens een bron.', itemId)) })
    const { submitSection } = await import('#app/services/review/submit-section.server.ts')
    const { approveSection } = await import('#app/services/review/decide-section.server.ts')
    await submitSection(author, sectionId)
    await approveSection(reviewer, sectionId)
    const { number } = await createRelease(publisher, { reportId, sectionIds })
    for (const format of ['html', 'json'] as const) {
      const { content } = await readReleaseFile(publisher, number, format)
      expect(content.toString()).not.toContain(secret)
    }
    expect(JSON.stringify(await presentRelease(publisher, number))).not.toContain(secret)
    expect((await readReleaseFile(publisher, number, 'html')).content.toString()).toContain('Vertrouwelijke bron')
    const json = (await readReleaseFile(publisher, number, 'json')).content.toString()
    expect(json, 'the place in a confidential source stays with the draft').not.toContain('p. 3')
  })

  it('keeps its hash and its footnotes when it is from before there were citation styles', async () => {
    const { reportId, sectionIds, publisher } = await approvedReport(db.sql, ['Oud.'])
    const { number } = await createRelease(publisher, { reportId, sectionIds, citationStyle: 'euaa' })
    const { content, hash } = await readRelease(publisher, number)
    expect(content.citationStyle).toBe('euaa')
    const { citationStyle: _style, ...old } = content
    expect(hashOf(ReleaseContent.parse(old))).toBe(hashOf(old))
    expect(hashOf(content)).toBe(hash)
  })

  it('is shown with chapters opened once, in the order of their numbers', async () => {
    const { reportId, sectionIds, publisher } = await approvedReport(db.sql, ['Een.', 'Twee.', 'Drie.'])
    const { number } = await createRelease(publisher, { reportId, sectionIds: [...sectionIds].reverse() })
    const shown = await presentRelease(publisher, number)
    const numbers = shown.contents.map((line) => line.number)
    expect(new Set(numbers).size).toBe(numbers.length)
    expect(numbers).toEqual([...numbers].sort(new Intl.Collator('nl', { numeric: true }).compare))
    await expect(presentRelease(publisher, 'SYR-1999-1')).rejects.toMatchObject({ code: 'not-found' })
  })
})
