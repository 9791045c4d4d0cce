import { describe, expect, it } from 'vitest'
import type { UseCase } from '#app/platform/context.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { listColleagues } from '#app/services/comments/list-colleagues.server.ts'
import { listMentions } from '#app/services/comments/list-mentions.server.ts'
import { markThread } from '#app/services/comments/mark-thread.server.ts'
import { readThreadState } from '#app/services/comments/read-thread-state.server.ts'
import { readThreads } from '#app/services/comments/read-threads.server.ts'
import { replyToThread } from '#app/services/comments/reply-to-thread.server.ts'
import { reopenThread, resolveThread } from '#app/services/comments/settle-thread.server.ts'
import { startThread } from '#app/services/comments/start-thread.server.ts'
import { readReviewPage } from '#app/services/review/read-review-page.server.ts'
import { saveDocument } from '#app/services/sections/save-document.server.ts'
import { readSection } from '#app/services/sections/read-section.server.ts'
import { newBlockId } from '#editor/document/schema.ts'
import { textOf } from '../sections/section.ts'
import { addPerson, as } from '../support/people.ts'
import { testDatabase } from '../support/database.ts'
import { aSectionInReview, aWrittenSection } from '../review/section-in-review.ts'

const nobody = '00000000-0000-4000-8000-000000000000'
const fact = { nature: 'fact' } as const
/** The same person a day later: threads are listed in the order they were started. */
const later = (who: UseCase): UseCase => ({ ...who, clock: () => new Date('2026-11-02T12:00:00Z') })
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof DomainError ? `${error.code}: ${error.detail}` : String(error)),
  )

describe('comments on a section', () => {
  const db = testDatabase()
  const eventsOf = async (sectionId: string) =>
    (await db.sql`select action from audit_event where object_id = ${sectionId} and action like 'comment.%' order by id`).map(
      (it) => it.action as string,
    )

  it('carry their author, the block and the words they are about, and show as open beside that block', async () => {
    const { reviewer, coordinator, sectionId } = await aSectionInReview(db.sql, textOf('De wet stelt eisen.'))
    const { blocks } = await readReviewPage(reviewer, { sectionId })
    const blockId = blocks[0]!.id!
    await startThread(reviewer, { sectionId, blockId, quote: 'De wet', ...fact, body: '  Welke wet?\nEn sinds wanneer?  ' })
    await startThread(later(coordinator), { sectionId, nature: 'opinion', body: 'Over het geheel.' })
    const page = await readReviewPage(reviewer, { sectionId })
    expect(page.threads).toMatchObject([
      {
        place: 'text',
        nature: 'fact',
        blockId,
        anchor: blockId,
        quote: 'De wet',
        messages: [{ author: 'Beoordelaar Demo', body: 'Welke wet?\nEn sinds wanneer?' }],
        resolvedAt: null,
      },
      {
        place: 'section',
        nature: 'opinion',
        blockId: null,
        anchor: null,
        quote: null,
        messages: [{ author: 'Coördinator Demo', body: 'Over het geheel.' }],
      },
    ])
    expect(page.blocks.map((it) => it.comments)).toEqual([1])
  })

  it('stay, with their quotation, when the block they are about is gone', async () => {
    const { author, reviewer, sectionId } = await aWrittenSection(db.sql, textOf('Eerst dit.'))
    const { blocks } = await readReviewPage(reviewer, { sectionId })
    await startThread(reviewer, { sectionId, blockId: blocks[0]!.id, quote: blocks[0]!.quote, ...fact, body: 'Klopt dit?' })
    await saveDocument(author, { sectionId, baseVersion: 1, document: textOf('Nu iets anders.') })
    const page = await readReviewPage(reviewer, { sectionId })
    expect(page.threads).toMatchObject([{ quote: 'Eerst dit.', anchor: null }])
    expect(page.blocks.map((it) => it.comments)).toEqual([0])
  })

  it('can be about a question of the section, and keep its wording', async () => {
    const { reviewer, sectionId } = await aSectionInReview(db.sql)
    const { questions } = await readSection(reviewer, sectionId)
    const { key, wordingNl } = questions[0]!
    await startThread(reviewer, { sectionId, questionKey: key, ...fact, body: 'Is dit beantwoord?' })
    expect(await readThreads(reviewer, sectionId)).toMatchObject([{ place: 'question', questionKey: key, quote: wordingNl }])
    const unknown = { sectionId, questionKey: 'bestaat-niet', ...fact, body: 'Iets.' }
    expect(await refusal(startThread(reviewer, unknown))).toBe('invalid-input: unknown-question')
    await expect(startThread(reviewer, { ...unknown, questionKey: key, blockId: newBlockId() })).rejects.toThrow()
  })

  it('are answered in order; an answer opens again what was dealt with, and says so in the log', async () => {
    const { author, reviewer, sectionId } = await aSectionInReview(db.sql)
    const threadId = await startThread(reviewer, { sectionId, ...fact, body: 'Welke wet?' })
    await replyToThread(author, { threadId, body: 'De Vreemdelingenwet.' })
    await resolveThread(reviewer, threadId)
    await replyToThread(author, { threadId, body: 'Toch niet.' })
    const [thread] = await readThreads(reviewer, sectionId)
    expect(thread).toMatchObject({ resolvedAt: null, resolvedBy: null })
    expect(thread!.messages.map((it) => it.body)).toEqual(['Welke wet?', 'De Vreemdelingenwet.', 'Toch niet.'])
    expect(await eventsOf(sectionId)).toEqual([
      'comment.added',
      'comment.replied',
      'comment.resolved',
      'comment.replied',
      'comment.reopened',
    ])
    for (const body of ['', ' \n ', 'x'.repeat(4001)]) await expect(replyToThread(author, { threadId, body })).rejects.toThrow()
    expect(await refusal(replyToThread(author, { threadId: nobody, body: 'Iets.' }))).toBe('not-found: undefined')
  })

  it('are dealt with once, and come after the open ones then; and are opened again', async () => {
    const { author, reviewer, publisher, sectionId } = await aSectionInReview(db.sql)
    const first = await startThread(reviewer, { sectionId, ...fact, body: 'Eerste.' })
    await startThread(later(reviewer), { sectionId, ...fact, body: 'Tweede.' })
    const bodies = async () => (await readThreads(reviewer, sectionId)).map((it) => it.messages[0]!.body)
    await Promise.all([resolveThread(author, first), resolveThread(publisher, first)])
    expect(await bodies()).toEqual(['Tweede.', 'Eerste.'])
    expect((await readThreads(reviewer, sectionId))[1]).toMatchObject({
      resolvedBy: expect.stringMatching(/Auteur Demo|Uitgever Demo/),
    })
    expect((await eventsOf(sectionId)).filter((it) => it === 'comment.resolved')).toHaveLength(1)
    await Promise.all([reopenThread(author, first), reopenThread(publisher, first)])
    expect(await bodies()).toEqual(['Eerste.', 'Tweede.'])
    expect((await eventsOf(sectionId)).filter((it) => it === 'comment.reopened')).toHaveLength(1)
  })

  it('are about a fact or an opinion, which can be said later and is logged once', async () => {
    const { reviewer, author, sectionId } = await aSectionInReview(db.sql)
    const threadId = await startThread(reviewer, { sectionId, ...fact, body: 'Te stellig.' })
    await markThread(author, { threadId, nature: 'opinion' })
    await markThread(author, { threadId, nature: 'opinion' })
    expect(await readThreads(reviewer, sectionId)).toMatchObject([{ nature: 'opinion' }])
    expect(await eventsOf(sectionId)).toEqual(['comment.added', 'comment.marked'])
    await expect(startThread(reviewer, { sectionId, nature: 'feit' as 'fact', body: 'Iets.' })).rejects.toThrow()
  })

  it('name a colleague, who has it waiting until they answered or it was dealt with', async () => {
    const { author, reviewer, sectionId } = await aSectionInReview(db.sql)
    const waiting = async () => (await listMentions(author, 10)).filter((it) => it.sectionId === sectionId)
    const ask = { sectionId, ...fact, mentions: [author.actor.id, author.actor.id] }
    const first = await startThread(reviewer, { ...ask, body: 'Kunt u kijken?' })
    const second = await startThread(later(reviewer), { ...ask, body: 'En hiernaar?' })
    expect(await waiting()).toMatchObject([
      { threadId: first, body: 'Kunt u kijken?', by: 'Beoordelaar Demo' },
      { threadId: second, body: 'En hiernaar?' },
    ])
    expect((await readThreads(author, sectionId)).map((it) => it.namesMe)).toEqual([true, true])
    await replyToThread(author, { threadId: first, body: 'Gedaan.' })
    expect(await waiting()).toMatchObject([{ threadId: second }])
    await replyToThread(reviewer, { threadId: first, body: 'Nog eens?', mentions: [author.actor.id] })
    expect(await waiting()).toMatchObject([{ threadId: first, body: 'Nog eens?' }, { threadId: second }])
    for (const id of [first, second]) await resolveThread(reviewer, id)
    expect(await waiting()).toEqual([])
  })

  it('name nobody who cannot read the section, and then nothing is kept', async () => {
    const { reviewer, sectionId } = await aSectionInReview(db.sql)
    const officer = await addPerson(db.sql, 'decision-officer')
    expect((await listColleagues(reviewer, sectionId)).map((it) => it.id)).not.toContain(officer.id)
    for (const id of [officer.id, nobody]) {
      const asked = startThread(reviewer, { sectionId, ...fact, body: 'Iets.', mentions: [id] })
      expect(await refusal(asked)).toBe('invalid-input: unknown-colleague')
    }
    expect(await readThreads(reviewer, sectionId)).toEqual([])
    expect(await eventsOf(sectionId)).toEqual([])
  })

  it('offer as colleagues who write, review and release, and whoever commented on the report', async () => {
    const { reviewer, sectionId } = await aSectionInReview(db.sql)
    const researcher = as(db.sql, await addPerson(db.sql, 'researcher'))
    const ids = async () => (await listColleagues(reviewer, sectionId)).map((it) => it.id)
    expect(await ids()).toContain(reviewer.actor.id)
    expect(await ids()).not.toContain(researcher.actor.id)
    await startThread(researcher, { sectionId, ...fact, body: 'Van een onderzoeker.' })
    expect(await ids()).toContain(researcher.actor.id)
    await db.sql`update app_user set active = false where id = ${researcher.actor.id}`
    expect(await ids()).not.toContain(researcher.actor.id)
  })

  it('may be dealt with and marked by their maker and by Foreign Affairs', async () => {
    const { author, reviewer, coordinator, sectionId } = await aSectionInReview(db.sql)
    await startThread(coordinator, { sectionId, ...fact, body: 'Van de coördinator.' })
    await startThread(later(reviewer), { sectionId, ...fact, body: 'Van de beoordelaar.' })
    const may = async (who: typeof author) => (await readThreads(who, sectionId)).map((it) => it.may)
    const all = { reply: true, settle: true, mark: true }
    expect(await may(author)).toEqual([all, all])
    expect(await may(coordinator)).toEqual([all, { reply: true, settle: false, mark: false }])
  })

  it('are counted as open per section in the outline', async () => {
    const { reviewer, sectionId } = await aSectionInReview(db.sql)
    await startThread(reviewer, { sectionId, ...fact, body: 'Eerste.' })
    await resolveThread(reviewer, await startThread(reviewer, { sectionId, ...fact, body: 'Tweede.' }))
    const { outline } = await readSection(reviewer, sectionId)
    expect(outline.find((it) => it.id === sectionId)?.comments).toBe(1)
  })

  it('are refused when empty, too long, or on nothing that exists', async () => {
    const { reviewer, sectionId } = await aSectionInReview(db.sql)
    for (const body of ['', ' \n ', 'x'.repeat(4001)]) {
      await expect(startThread(reviewer, { sectionId, ...fact, body })).rejects.toThrow()
    }
    await expect(startThread(reviewer, { sectionId, blockId: '<b>', ...fact, body: 'Iets.' })).rejects.toThrow()
    expect(await refusal(startThread(reviewer, { sectionId: nobody, ...fact, body: 'Iets.' }))).toBe('not-found: undefined')
    for (const id of [nobody, 'x']) expect(await refusal(resolveThread(reviewer, id))).toBe('not-found: undefined')
    const threadId = await startThread(reviewer, { sectionId, blockId: newBlockId(), ...fact, body: 'Iets.' })
    const other = await aSectionInReview(db.sql)
    expect(await readThreadState(reviewer, { sectionId, threadId })).toEqual({
      id: threadId,
      sectionId,
      authorId: reviewer.actor.id,
    })
    for (const ids of [
      { sectionId: other.sectionId, threadId },
      { sectionId, threadId: nobody },
      { sectionId: 'x', threadId },
    ])
      expect(await refusal(readThreadState(reviewer, ids))).toBe('not-found: undefined')
  })
})
