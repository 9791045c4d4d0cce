import { describe, expect, it, onTestFinished } from 'vitest'
import type { Person } from '#editor/collaboration/protocol.ts'
import { SectionHub, type Told } from '#app/services/sections/section-hub.server.ts'
import { testDatabase } from '../support/database.ts'
import { until } from '../support/processes.ts'
import { openPage } from './pages.ts'
import { aSection } from './section.ts'

const db = testDatabase()
let pages = 0

/** An open page of a section as far as the hub knows it, with all it was told. */
async function aPage(hub: SectionHub, { sectionId, since = 0 }: { sectionId: string; since?: number }) {
  const [row] = await db.sql<{ reportId: string }[]>`select report_id as "reportId" from section where id = ${sectionId}`
  const told: Told[] = []
  const { reportId } = row!
  onTestFinished(
    hub.open({
      client: `somebody/page-${++pages}`,
      sectionId,
      reportId,
      since,
      status: 'draft',
      tell: (news) => void told.push(news),
    }),
  )
  const people = () => told.flatMap((news) => (news.event === 'person' ? [news.data] : []))
  const steps = () => told.flatMap((news) => (news.event === 'steps' ? news.data.steps : []))
  return { reportId, people, steps }
}

const person = (sectionId: string, instead: Partial<Person> = {}): Person => ({
  client: 'author/another-page',
  clientId: 'another-page',
  name: 'Auteur',
  sectionId,
  number: '1.1',
  version: 0,
  anchor: 1,
  head: 1,
  gone: false,
  ...instead,
})

describe('what open pages are told', () => {
  it('tells a page every step once, also what others write while it is being told', async () => {
    const { author, sectionId } = await aSection(db.sql)
    const hub = new SectionHub(db.sql)
    const page = await aPage(hub, { sectionId })
    const writer = await openPage(author, sectionId)
    for (let key = 0; key < 30; key++) {
      writer.type('a')
      if (key % 5 === 0) await writer.settled()
      hub.appended(author, sectionId)
    }
    await writer.settled()
    hub.appended(author, sectionId)
    await until('the page has every step', () => page.steps().length >= 30)
    expect(page.steps()).toHaveLength(30)
  })

  it('tells where a caret is to the pages of its section, and to the others in the report only who is where', async () => {
    const { sectionId } = await aSection(db.sql)
    const [other] = await db.sql<{ id: string }[]>`
      select other.id from section join section other on other.report_id = section.report_id and other.id <> section.id
      where section.id = ${sectionId} limit 1`
    const hub = new SectionHub(db.sql)
    const here = await aPage(hub, { sectionId })
    const elsewhere = await aPage(hub, { sectionId: other!.id })
    for (let anchor = 1; anchor <= 5; anchor++) await hub.announcePerson(person(sectionId, { anchor }), here.reportId)
    await until('the page of the section heard of every place', () => here.people().length >= 5)
    expect(here.people().map(({ anchor }) => anchor)).toEqual([1, 2, 3, 4, 5])
    expect(elsewhere.people().map(({ anchor }) => anchor)).toEqual([1])
    await hub.announcePerson(person(other!.id, { anchor: 9 }), here.reportId)
    await hub.announcePerson(person(other!.id, { gone: true }), here.reportId)
    await until('both heard that they moved and left', () => [here, elsewhere].every((page) => page.people().at(-1)?.gone))
    expect(
      here
        .people()
        .slice(5)
        .map((it) => it.sectionId),
    ).toEqual([other!.id, other!.id])
    expect(elsewhere.people()).toHaveLength(3)
  })
})
