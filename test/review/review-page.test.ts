import { describe, expect, it } from 'vitest'
import { DomainError } from '#app/platform/errors.ts'
import { createContextCard } from '#app/services/incidents/create-context-card.server.ts'
import { startThread } from '#app/services/comments/start-thread.server.ts'
import { approveSection, returnSection } from '#app/services/review/decide-section.server.ts'
import { listReviewSections, ReviewPageNumber, reviewPageSize } from '#app/services/review/list-review-sections.server.ts'
import { readReviewPage } from '#app/services/review/read-review-page.server.ts'
import { readReviewState, readSectionForReview } from '#app/services/review/read-section-for-review.server.ts'
import { createSourceItem } from '#app/services/sources/create-source-item.server.ts'
import { createSource } from '#app/services/sources/create-source.server.ts'
import { newBlockId } from '#editor/document/schema.ts'
import type { SectionDocument } from '#schemas/document.ts'
import { aSection, textOf } from '../sections/section.ts'
import { testDatabase } from '../support/database.ts'
import { addPerson, as } from '../support/people.ts'
import { anIncident } from './incident.ts'
import { aSectionInReview } from './section-in-review.ts'

const nobody = '00000000-0000-4000-8000-000000000000'
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof DomainError ? `${error.code}: ${error.detail}` : String(error)),
  )

describe('a section as its reviewers read it', () => {
  const db = testDatabase()

  it('stands beside the questions it answers, with who asked them and why', async () => {
    const { reviewer, author, sectionId } = await aSectionInReview(db.sql)
    const { section, questions, state } = await readSectionForReview(reviewer, sectionId)
    expect(section).toMatchObject({ countryNl: 'Syrië', author: 'Auteur Demo', asOfDate: '2026-10-15', version: 1 })
    expect(section.contributors).toEqual([{ id: author.actor.id, name: 'Auteur Demo' }])
    expect(state).toEqual({ status: 'in-review', authorId: author.actor.id, contributorIds: [author.actor.id] })
    expect(questions.length).toBeGreaterThan(0)
    for (const question of questions) {
      expect(question.wordingNl).not.toBe('')
      expect(question.rationaleNl).not.toBe('')
      expect(question.askedBy.length).toBeGreaterThan(0)
    }
  })

  it('is HTML block by block, with one numbering of notes, and every word of it escaped', async () => {
    const author = as(db.sql, await addPerson(db.sql, 'author'))
    const sourceId = await createSource(author, { name: 'Voorbeeldraad', kind: 'ngo' })
    const [one, two] = await Promise.all(
      ['Eerste bericht', 'Tweede bericht'].map((title) => createSourceItem(author, { sourceId, title })),
    )
    const document: SectionDocument = {
      type: 'doc',
      content: [...textOf('Een <script>alert(1)</script> & meer.', one!).content, ...textOf('Twee.', two!, one!).content],
    }
    const { reviewer, sectionId } = await aSectionInReview(db.sql, document)
    const { blocks, notes, items } = await readReviewPage(reviewer, { sectionId })
    expect(blocks.map((it) => it.id)).toEqual(document.content.map((it) => it.attrs!.id))
    expect(blocks[0]!.html).toContain('&lt;script&gt;')
    expect(blocks.map((it) => [...it.html.matchAll(/href="#fn-(\d)"/g)].map((match) => match[1]))).toEqual([['1'], ['2', '1']])
    expect(notes).toContain('Eerste bericht')
    expect(items.map((it) => it.title)).toEqual(['Eerste bericht', 'Tweede bericht'])
  })

  it('never tells who a confidential source is, anywhere in what the page gets', async () => {
    const author = as(db.sql, await addPerson(db.sql, 'author'))
    const sourceId = await createSource(author, { name: 'Geheime Naam', kind: 'oral' })
    const item = await createSourceItem(author, { sourceId, confidentiality: 'confidential', title: 'Geheim gesprek' })
    await db.sql`update source_item set title = 'Geheim gesprek' where id = ${item}`
    const { reviewer, sectionId } = await aSectionInReview(db.sql, textOf('Een bron meldt dit.', item))
    const page = await readReviewPage(reviewer, { sectionId })
    expect(page.items).toMatchObject([
      { title: 'Vertrouwelijke bron', publisher: 'Vertrouwelijke bron', url: null, confidential: true },
    ])
    expect(JSON.stringify([page, await readSectionForReview(reviewer, sectionId)])).not.toMatch(/geheim/i)
    expect(page.blocks, 'and says that nothing else supports it').toMatchObject([{ onlyConfidential: true }])
  })

  it('marks no paragraph that an open source supports too', async () => {
    const author = as(db.sql, await addPerson(db.sql, 'author'))
    const sourceId = await createSource(author, { name: 'Open Naam', kind: 'oral' })
    const secret = await createSourceItem(author, { sourceId, confidentiality: 'confidential' })
    const open = await createSourceItem(author, { sourceId, title: 'Openbaar verslag' })
    const { reviewer, sectionId } = await aSectionInReview(db.sql, textOf('Twee bronnen melden dit.', secret, open))
    expect((await readReviewPage(reviewer, { sectionId })).blocks).toMatchObject([{ onlyConfidential: false }])
  })

  it('shows an incident only with what it is against the whole', async () => {
    const author = as(db.sql, await addPerson(db.sql, 'author'))
    const incidentId = await anIncident(db.sql)
    const contextCardId = await createContextCard(author, { incidentId, noContextReason: 'Het enige bericht over deze plaats.' })
    const document: SectionDocument = {
      type: 'doc',
      content: [
        ...textOf('Ter illustratie:').content,
        { type: 'incident', attrs: { id: newBlockId(), incidentId, contextCardId } },
      ],
    }
    const { reviewer, sectionId } = await aSectionInReview(db.sql, document)
    const { blocks } = await readReviewPage(reviewer, { sectionId })
    expect(blocks.map((it) => it.kind)).toEqual(['text', 'incident'])
    expect(blocks[1]!.html).toContain('Het enige bericht over deze plaats.')
    expect(blocks[1]!.quote).toBe('2019-03-12 Voorbeeldstad')
  })

  it('starts a comment with the words of the block it will be about, shortened; a block that is not there starts none', async () => {
    const long = textOf(`Begin ${'woord '.repeat(200)}einde.`)
    const { reviewer, sectionId } = await aSectionInReview(db.sql, long)
    const about = long.content[0]!.attrs!.id as string
    const page = await readReviewPage(reviewer, { sectionId, about })
    expect(page.about).toMatchObject({ blockId: about, quote: expect.stringMatching(/^Begin woord .* …$/) })
    expect(page.about!.quote.length).toBeLessThanOrEqual(282)
    for (const unknown of [newBlockId(), '', '<b>', null])
      expect((await readReviewPage(reviewer, { sectionId, about: unknown })).about).toBe(null)
  })

  it('says what the one who reads may do, and in a word why not', async () => {
    const { author, reviewer, coordinator, sectionId } = await aSectionInReview(db.sql)
    const may = async (who: typeof author) => {
      const page = await readReviewPage(who, { sectionId })
      return { ...page.may, why: page.why }
    }
    expect(await may(reviewer)).toEqual({ comment: true, approve: true, return: true, list: true, why: null })
    expect(await may(coordinator)).toEqual({ comment: true, approve: false, return: false, list: true, why: 'role' })
    expect(await may(author)).toMatchObject({ approve: false, return: false, list: false })
    await approveSection(reviewer, sectionId)
    expect(await may(reviewer)).toMatchObject({ approve: false, return: true, why: 'approved' })
  })

  it('is not found for an unknown or malformed id, nor for a chapter', async () => {
    const { author } = await aSection(db.sql)
    const [chapter] = await db.sql`
      select id from section where not exists (select from section_document where section_id = section.id) limit 1`
    for (const sectionId of [nobody, 'x', undefined, chapter!.id as string]) {
      expect(await refusal(readReviewPage(author, { sectionId }))).toBe('not-found: undefined')
      expect(await refusal(readReviewState(author, sectionId))).toBe('not-found: undefined')
    }
  })
})

describe('the list of reviews', () => {
  const db = testDatabase()

  it('has every state apart: the longest waiting first, the last decided first, one’s own marked', async () => {
    const sections = []
    for (let index = 0; index < 5; index++) sections.push(await aSectionInReview(db.sql))
    const [a, b, c, d, e] = sections as [
      (typeof sections)[0],
      (typeof sections)[0],
      (typeof sections)[0],
      (typeof sections)[0],
      (typeof sections)[0],
    ]
    const at = (hour: number, who: typeof a.reviewer) => ({ ...who, clock: () => new Date(`2026-11-02T${hour}:00:00Z`) })
    await db.sql`update section set submitted_at = '2026-10-01' where id = ${b.sectionId}`
    await approveSection(at(10, a.reviewer), c.sectionId)
    await approveSection(at(11, a.publisher), d.sectionId)
    await returnSection(a.reviewer, { sectionId: e.sectionId, reason: 'De bronnen ontbreken.' })
    await startThread(a.reviewer, { sectionId: a.sectionId, nature: 'fact', body: 'Open.' })
    const list = (tab: 'in-review' | 'returned' | 'approved', who = a.reviewer, page = 1) =>
      listReviewSections(who, { tab, page })
    const inReview = await list('in-review')
    expect(inReview.counts).toEqual({ 'in-review': 2, returned: 1, approved: 2 })
    expect(inReview.lines.map((it) => [it.id, it.comments, it.own])).toEqual([
      [b.sectionId, 0, false],
      [a.sectionId, 1, false],
    ])
    expect(inReview.lines[0]).toMatchObject({
      countryNl: 'Syrië',
      author: 'Auteur Demo',
      asOfDate: '2026-10-15',
      decidedAt: null,
    })
    const approved = await list('approved', a.author)
    expect(approved.lines.map((it) => [it.id, it.decidedBy, it.own])).toEqual([
      [d.sectionId, 'Uitgever Demo', true],
      [c.sectionId, 'Beoordelaar Demo', true],
    ])
    expect((await list('returned')).lines).toMatchObject([{ id: e.sectionId, decidedBy: 'Beoordelaar Demo' }])
    expect(await list('returned', a.reviewer, 2)).toMatchObject({ lines: [], more: false })
  })

  it('goes page by page, and takes any nonsense for the first', () => {
    expect(reviewPageSize).toBe(50)
    expect(['3', '0', '-1', 'x', '1.5', undefined, '1e9'].map((it) => ReviewPageNumber.parse(it))).toEqual([3, 1, 1, 1, 1, 1, 1])
  })
})
