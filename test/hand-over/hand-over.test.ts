import { describe, expect, it } from 'vitest'
import type { UseCase } from '#app/platform/context.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { handOverSection } from '#app/services/hand-over/hand-over-section.server.ts'
import { listHandOvers } from '#app/services/hand-over/list-hand-overs.server.ts'
import { readHandOver } from '#app/services/hand-over/read-hand-over.server.ts'
import { readStanding } from '#app/services/hand-over/read-standing.server.ts'
import { seeHandOver } from '#app/services/hand-over/see-hand-over.server.ts'
import { assignAuthor } from '#app/services/reports/assign-author.server.ts'
import { readSectionStates } from '#app/services/reports/section-state.server.ts'
import { approveSection, returnSection } from '#app/services/review/decide-section.server.ts'
import { submitSection } from '#app/services/review/submit-section.server.ts'
import { aSectionInReview, aWrittenSection } from '../review/section-in-review.ts'
import { testDatabase } from '../support/database.ts'
import { addPerson, as } from '../support/people.ts'

const db = testDatabase()
const nobody = '00000000-0000-4000-8000-000000000000'
const what = (problem: unknown) => (problem instanceof DomainError ? (problem.detail ?? problem.code) : String(problem))
const tried = (work: Promise<unknown>) => work.then(() => 'done', what)
const authorOf = async (id: string) => (await readSectionStates(db.sql, [id]))[0]!.authorId
const waitingFor = async (who: UseCase) => (await listHandOvers(who, 10)).map(({ sectionId }) => sectionId)
const eventsOf = (id: string) =>
  db.sql`select action, actor_id as actor, details from audit_event where object_id = ${id} and action like 'section.hand%' order by id`

describe('a section that is handed over', () => {
  it('is its new author’s, who sees who handed it over, when and with which word, until they say they saw it', async () => {
    const { author, second, sectionId } = await aWrittenSection(db.sql)
    const [from, to] = [author.actor.id, second.actor.id]
    await handOverSection(author, sectionId, { from, to, note: '  De cijfers van oktober ontbreken nog. ' })
    expect(await authorOf(sectionId)).toBe(to)
    expect(await listHandOvers(second, 10)).toMatchObject([
      { sectionId, by: author.actor.name, givenAt: author.clock(), note: 'De cijfers van oktober ontbreken nog.' },
    ])
    expect(await waitingFor(author)).toEqual([])

    await seeHandOver(second, sectionId)
    await seeHandOver(second, sectionId)
    expect(await waitingFor(second)).toEqual([])
    const { handedOver } = await readStanding(db, sectionId)
    expect(handedOver).toMatchObject({ fromId: from, to: second.actor.name, seenAt: second.clock().toISOString() })
    expect(await eventsOf(sectionId)).toMatchObject([
      { action: 'section.handed-over', actor: from, details: { from, to } },
      { action: 'section.hand-over-seen', actor: to, details: { from } },
    ])
    expect(JSON.stringify(await eventsOf(sectionId))).not.toContain('oktober')
  })

  it('can be handed on, and assigned to another: then only the last who has it is told', async () => {
    const { author, second, publisher, sectionId } = await aWrittenSection(db.sql)
    const [one, two] = [author.actor.id, second.actor.id]
    await handOverSection(author, sectionId, { from: one, to: two, note: '' })
    await handOverSection(second, sectionId, { from: two, to: one, note: 'Toch niet.' })
    expect(await waitingFor(second)).not.toContain(sectionId)
    expect(await waitingFor(author)).toContain(sectionId)
    expect(await tried(seeHandOver(second, sectionId))).toBe('not-found')
    await assignAuthor(publisher, sectionId, two)
    expect(await waitingFor(author)).not.toContain(sectionId)
    expect((await readStanding(db, sectionId)).handedOver).toBeNull()
  })

  it('is handed over by its author or by who divides the work, and by nobody else', async () => {
    const { author, second, publisher, reviewer, coordinator, sectionId } = await aWrittenSection(db.sql)
    const [one, two] = [author.actor.id, second.actor.id]
    for (const who of [second, reviewer, coordinator])
      expect(await tried(handOverSection(who, sectionId, { from: one, to: two, note: '' }))).toBe('section.hand-over')
    expect(await authorOf(sectionId)).toBe(one)
    await handOverSection(publisher, sectionId, { from: one, to: two, note: '' })
    await assignAuthor(publisher, sectionId, null)
    expect(await tried(handOverSection(author, sectionId, { from: null, to: one, note: '' }))).toBe('section.hand-over')
    await handOverSection(publisher, sectionId, { from: null, to: one, note: '' })
    expect(await authorOf(sectionId)).toBe(one)
  })

  it('goes to an active author only, not to who has it, and not with a word longer than a page', async () => {
    const { author, reviewer, sectionId } = await aWrittenSection(db.sql)
    const from = author.actor.id
    const to = (id: string, note = '') => tried(handOverSection(author, sectionId, { from, to: id, note }))
    expect(await to(reviewer.actor.id)).toBe('not-an-author')
    expect(await to(nobody)).toBe('not-an-author')
    expect(await to(from)).toBe('already-theirs')
    expect(await to('auteur')).toContain('invalid')
    expect(await to(nobody, 'x'.repeat(2001))).toContain('too-long')
    const gone = await addPerson(db.sql, 'auteur2@demo.example')
    await db.sql`update app_user set active = false where id = ${gone.id}`
    expect(await to(gone.id)).toBe('not-an-author')
    expect((await readHandOver(db, sectionId)).authors.map(({ id }) => id)).not.toContain(gone.id)
    await db.sql`update app_user set active = true where id = ${gone.id}`
    expect((await readHandOver(db, sectionId)).authors.map(({ id }) => id)).toEqual([gone.id])
    expect(await eventsOf(sectionId)).toEqual([])
  })

  it('stays where it is while it is in review or approved, and moves again once it is returned', async () => {
    const { author, second, reviewer, sectionId } = await aSectionInReview(db.sql)
    const hand = () => tried(handOverSection(author, sectionId, { from: author.actor.id, to: second.actor.id, note: '' }))
    expect(await hand()).toBe('section-closed')
    await approveSection(reviewer, sectionId)
    expect(await hand()).toBe('section-closed')
    await returnSection(reviewer, { sectionId, reason: 'De tweede bron ontbreekt nog.' })
    expect(await hand()).toBe('done')
  })

  it('is not there under an unknown address, nor for a chapter', async () => {
    const { author, second, sectionId } = await aWrittenSection(db.sql)
    const [chapter] = await db.sql<{ id: string }[]>`select parent_id as id from section where id = ${sectionId}`
    for (const id of [nobody, 'onzin', chapter!.id]) {
      expect(await tried(handOverSection(author, id, { from: author.actor.id, to: second.actor.id, note: '' }))).toBe('not-found')
      expect(await tried(readHandOver(db, id))).toBe('not-found')
      expect(await tried(seeHandOver(second, id))).toBe('not-found')
    }
  })

  it('goes to one of two when two hand it over at once: the other hears that it is no longer where it was', async () => {
    for (let round = 0; round < 5; round++) {
      const { author, second, publisher, sectionId } = await aWrittenSection(db.sql)
      const third = as(db.sql, await addPerson(db.sql, 'auteur2@demo.example'))
      await assignAuthor(publisher, sectionId, null)
      const outcomes = await Promise.all([
        tried(handOverSection(publisher, sectionId, { from: null, to: author.actor.id, note: 'Van de een.' })),
        tried(handOverSection(publisher, sectionId, { from: null, to: third.actor.id, note: 'Van de ander.' })),
      ])
      expect(outcomes.sort()).toEqual(['author-changed', 'done'])
      const { handedOver } = await readStanding(db, sectionId)
      expect(handedOver!.toId).toBe(await authorOf(sectionId))
      expect(await eventsOf(sectionId)).toHaveLength(1)
      expect(second.actor.id).toBe(third.actor.id)
    }
  })

  it('is either submitted by one or handed over by another first: never half of both', async () => {
    const { author, second, publisher, sectionId } = await aWrittenSection(db.sql)
    const [submitted, handed] = await Promise.all([
      tried(submitSection(author, sectionId)),
      tried(handOverSection(publisher, sectionId, { from: author.actor.id, to: second.actor.id, note: '' })),
    ])
    expect(submitted).toBe('done')
    expect(await authorOf(sectionId)).toBe(handed === 'done' ? second.actor.id : author.actor.id)
    expect(['done', 'section-closed']).toContain(handed)
  })
})

describe('a text that stands still', () => {
  it('says who submitted it and since when, who approved it and since when, and nothing once it is returned', async () => {
    const { author, reviewer, sectionId } = await aSectionInReview(db.sql)
    const lock = async () => (await readStanding(db, sectionId)).lock
    expect(await lock()).toEqual({ why: 'in-review', by: author.actor.name, at: author.clock().toISOString() })
    const later = new Date('2026-11-03T09:00:00Z')
    await approveSection({ ...reviewer, clock: () => later }, sectionId)
    expect(await lock()).toEqual({ why: 'approved', by: reviewer.actor.name, at: later.toISOString() })
    await returnSection(reviewer, { sectionId, reason: 'De tweede bron ontbreekt nog.' })
    expect(await lock()).toBeNull()
  })
})

describe('who is on a section', () => {
  it('tells who wrote in it and nobody who only decided about it', async () => {
    const { author, sectionId } = await aSectionInReview(db.sql)
    expect((await readStanding(db, sectionId)).writers).toEqual([
      { id: author.actor.id, name: author.actor.name, lastAt: author.clock().toISOString() },
    ])
  })
})
