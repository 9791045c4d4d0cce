import { describe, expect, it, onTestFinished } from 'vitest'
import { connect } from '#app/platform/database/sql.server.ts'
import { approveSection } from '#app/services/review/decide-section.server.ts'
import { submitSection } from '#app/services/review/submit-section.server.ts'
import { SectionHub, type Told } from '#app/services/sections/section-hub.server.ts'
import { aWrittenSection } from '../review/section-in-review.ts'
import { testDatabase } from '../support/database.ts'
import { until } from '../support/processes.ts'

const db = testDatabase()
const reportId = '00000000-0000-4000-8000-000000000001'
const person = {
  client: 'someone/page-one',
  name: 'Auteur',
  sectionId: 's',
  number: '3.1',
  clientId: 'page-one',
  version: 0,
  anchor: 0,
  head: 0,
}

describe('who is in a report', () => {
  it('is heard by a process that shows no section of it, and nobody who left is named', async () => {
    const sql = connect(db.url, { max: 2 })
    onTestFinished(() => sql.end())
    const [one, other] = [new SectionHub(db.sql), new SectionHub(sql)]
    other.listen()
    await until('the other process heard it', async () => {
      await one.announcePerson({ ...person, gone: false }, reportId)
      return other.peopleIn(reportId).length > 0
    })
    expect(other.peopleIn(reportId)).toMatchObject([{ name: 'Auteur', sectionId: 's' }])
    expect(other.peopleIn('another report')).toEqual([])
    await one.announcePerson({ ...person, gone: true }, reportId)
    await until('it heard that they left', async () => other.peopleIn(reportId).length === 0)
  })
})

describe('an open page', () => {
  it('hears that its text stands still, by whom and since when', async () => {
    const { author, reviewer, sectionId } = await aWrittenSection(db.sql)
    const heard: Told[] = []
    const states = () => heard.flatMap((told) => (told.event === 'state' ? [told.data] : []))
    const leave = new SectionHub(db.sql).open({
      client: 'a/b',
      sectionId,
      reportId,
      status: 'draft',
      since: 1,
      tell: (told) => heard.push(told),
    })
    onTestFinished(leave)
    await submitSection(author, sectionId)
    await until('the page heard of the submission', async () => states().length === 1)
    await approveSection(reviewer, sectionId)
    await until('the page heard of the approval', async () => states().length === 2)
    const at = author.clock().toISOString()
    expect(states()).toEqual([
      { status: 'in-review', lock: { why: 'in-review', by: author.actor.name, at } },
      { status: 'approved', lock: { why: 'approved', by: reviewer.actor.name, at } },
    ])
  })
})
