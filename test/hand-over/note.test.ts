import { describe, expect, it } from 'vitest'
import { DomainError } from '#app/platform/errors.ts'
import { changeNote } from '#app/services/hand-over/change-note.server.ts'
import { handOverSection } from '#app/services/hand-over/hand-over-section.server.ts'
import { readNote } from '#app/services/hand-over/read-note.server.ts'
import { createRelease } from '#app/services/releases/create-release.server.ts'
import { readRelease, readReleaseFile } from '#app/services/releases/read-release.server.ts'
import { approveSection, returnSection } from '#app/services/review/decide-section.server.ts'
import { submitSection } from '#app/services/review/submit-section.server.ts'
import { aWrittenSection } from '../review/section-in-review.ts'
import { testDatabase } from '../support/database.ts'
import { addPerson } from '../support/people.ts'
import { approvedReport } from '../support/released.ts'

const db = testDatabase()
const tried = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (problem) => (problem instanceof DomainError ? (problem.detail ?? problem.code) : String(problem)),
  )
const eventsOf = (id: string) =>
  db.sql`select action, details from audit_event where object_id = ${id} and action like 'section.note%' order by id`

describe('the note at a section', () => {
  it('is left, replaced by somebody else and taken away; the record says so without its words', async () => {
    const { author, reviewer, sectionId } = await aWrittenSection(db.sql)
    expect(await readNote(db.sql, sectionId)).toBeNull()
    await changeNote(author, sectionId, { body: ' Wacht op antwoord uit Sanaa. ', revision: 0 })
    expect(await readNote(db.sql, sectionId)).toEqual({
      revision: 1,
      body: 'Wacht op antwoord uit Sanaa.',
      by: author.actor.name,
      at: author.clock().toISOString(),
    })
    await changeNote(reviewer, sectionId, { body: 'Het antwoord is er.', revision: 1 })
    expect(await readNote(db.sql, sectionId)).toMatchObject({ body: 'Het antwoord is er.', by: reviewer.actor.name })
    await changeNote(author, sectionId, { body: null, revision: 2 })
    await changeNote(author, sectionId, { body: null, revision: 3 })
    expect(await readNote(db.sql, sectionId)).toMatchObject({ revision: 3, body: null })
    await changeNote(author, sectionId, { body: 'Toch weer een.', revision: 3 })
    expect(await eventsOf(sectionId)).toEqual([
      { action: 'section.note-left', details: { revision: 1 } },
      { action: 'section.note-left', details: { revision: 2 } },
      { action: 'section.note-taken-away', details: { revision: 3 } },
      { action: 'section.note-left', details: { revision: 4 } },
    ])
  })

  it('is never lost unseen: of two who leave one at once, the second hears that another stands there', async () => {
    const { author, second, sectionId } = await aWrittenSection(db.sql)
    const outcomes = await Promise.all([
      tried(changeNote(author, sectionId, { body: 'Van de een.', revision: 0 })),
      tried(changeNote(second, sectionId, { body: 'Van de ander.', revision: 0 })),
    ])
    expect(outcomes.sort()).toEqual(['done', 'note-changed'])
    const stands = await readNote(db.sql, sectionId)
    expect(await tried(changeNote(author, sectionId, { body: null, revision: 0 }))).toBe('note-changed')
    expect(await readNote(db.sql, sectionId)).toEqual(stands)
  })

  it('has words, not more than a page of them, and is at a section', async () => {
    const { author, sectionId } = await aWrittenSection(db.sql)
    expect(await tried(changeNote(author, sectionId, { body: ' \n ', revision: 0 }))).toContain('needed')
    expect(await tried(changeNote(author, sectionId, { body: 'x'.repeat(2001), revision: 0 }))).toContain('too-long')
    expect(await tried(changeNote(author, sectionId, { body: 'Iets.', revision: -1 }))).toContain('too_small')
    expect(await tried(changeNote(author, 'onzin', { body: 'Iets.', revision: 0 }))).toBe('not-found')
    expect(await tried(changeNote(author, '00000000-0000-4000-8000-000000000000', { body: 'Iets.', revision: 0 }))).toBe(
      'not-found',
    )
    expect(await readNote(db.sql, sectionId)).toBeNull()
  })

  it('is in no release, nor is the word of a hand-over, in whatever form it is read', async () => {
    const { reportId, sectionIds, author, reviewer, publisher } = await approvedReport(db.sql, ['Over de politiek.'])
    const sectionId = sectionIds[0]!
    await returnSection(reviewer, { sectionId, reason: 'De tweede bron ontbreekt nog.' })
    const to = (await addPerson(db.sql, 'auteur2@demo.example')).id
    await handOverSection(author, sectionId, { from: author.actor.id, to, note: 'Geheimwoord een.' })
    await changeNote(author, sectionId, { body: 'Geheimwoord twee.', revision: 0 })
    await submitSection(author, sectionId)
    await approveSection(reviewer, sectionId)
    const { number } = await createRelease(publisher, { reportId, sectionIds })
    const { content } = await readRelease(publisher, number)
    const files = await Promise.all((['json', 'html'] as const).map((format) => readReleaseFile(publisher, number, format)))
    const everything = [JSON.stringify(content), ...files.map((file) => file.content.toString())].join()
    expect(everything).toContain('Over de politiek.')
    expect(everything).not.toContain('Geheimwoord')
  })
})
