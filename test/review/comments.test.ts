import { describe, expect, it } from 'vitest'
import type { UseCase } from '#app/platform/context.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { addComment, resolveComment } from '#app/services/review/comment-on-section.server.ts'
import { readCommentState } from '#app/services/review/read-comment-state.server.ts'
import { readReviewPage } from '#app/services/review/read-review-page.server.ts'
import { readSectionForReview } from '#app/services/review/read-section-for-review.server.ts'
import { saveDocument } from '#app/services/sections/save-document.server.ts'
import { newBlockId } from '#editor/document/schema.ts'
import { textOf } from '../sections/section.ts'
import { testDatabase } from '../support/database.ts'
import { aSectionInReview, aWrittenSection } from './section-in-review.ts'

const nobody = '00000000-0000-4000-8000-000000000000'
/** The same person a day later: comments are listed in the order they were made. */
const later = (who: UseCase): UseCase => ({ ...who, clock: () => new Date('2026-11-02T12:00:00Z') })
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof DomainError ? `${error.code}: ${error.detail}` : String(error)),
  )

describe('comments on a section', () => {
  const db = testDatabase()

  it('carry their author, the block and the words they are about, and show as open beside that block', async () => {
    const { reviewer, coordinator, sectionId } = await aSectionInReview(db.sql, textOf('De wet stelt eisen.'))
    const { blocks } = await readReviewPage(reviewer, { sectionId })
    const blockId = blocks[0]!.id!
    await addComment(reviewer, { sectionId, blockId, quote: 'De wet', body: '  Welke wet?\nEn sinds wanneer?  ' })
    await addComment(later(coordinator), { sectionId, body: 'Over het geheel.' })
    const page = await readReviewPage(reviewer, { sectionId })
    expect(page.comments).toMatchObject([
      {
        author: 'Beoordelaar Demo',
        blockId,
        anchor: blockId,
        quote: 'De wet',
        body: 'Welke wet?\nEn sinds wanneer?',
        resolvedAt: null,
      },
      { author: 'Coördinator Demo', blockId: null, anchor: null, quote: null, body: 'Over het geheel.' },
    ])
    expect(page.blocks.map((it) => it.comments)).toEqual([1])
  })

  it('stay, with their quotation, when the block they are about is gone', async () => {
    const { author, reviewer, sectionId } = await aWrittenSection(db.sql, textOf('Eerst dit.'))
    const { blocks } = await readReviewPage(reviewer, { sectionId })
    await addComment(reviewer, { sectionId, blockId: blocks[0]!.id, quote: blocks[0]!.quote, body: 'Klopt dit?' })
    await saveDocument(author, { sectionId, baseVersion: 1, document: textOf('Nu iets anders.') })
    const page = await readReviewPage(reviewer, { sectionId })
    expect(page.comments).toMatchObject([{ quote: 'Eerst dit.', anchor: null }])
    expect(page.blocks.map((it) => it.comments)).toEqual([0])
  })

  it('are dealt with once, and come after the open ones then', async () => {
    const { author, reviewer, publisher, sectionId } = await aSectionInReview(db.sql)
    const first = await addComment(reviewer, { sectionId, body: 'Eerste.' })
    await addComment(reviewer, { sectionId, body: 'Tweede.' })
    await Promise.all([resolveComment(author, first), resolveComment(publisher, first)])
    const { comments } = await readSectionForReview(reviewer, sectionId)
    expect(comments.map((it) => it.body)).toEqual(['Tweede.', 'Eerste.'])
    expect(comments[1]).toMatchObject({ resolvedBy: expect.stringMatching(/Auteur Demo|Uitgever Demo/) })
    const events = await db.sql`select 1 from audit_event where action = 'comment.resolved' and object_id = ${sectionId}`
    expect(events).toHaveLength(1)
  })

  it('may be dealt with by their maker and by Foreign Affairs', async () => {
    const { author, reviewer, coordinator, sectionId } = await aSectionInReview(db.sql)
    await addComment(coordinator, { sectionId, body: 'Van de coördinator.' })
    await addComment(later(reviewer), { sectionId, body: 'Van de beoordelaar.' })
    const may = async (who: typeof author) => (await readReviewPage(who, { sectionId })).comments.map((it) => it.mayResolve)
    expect(await may(author)).toEqual([true, true])
    expect(await may(coordinator)).toEqual([true, false])
  })

  it('are refused when empty, too long, or on nothing that exists', async () => {
    const { reviewer, sectionId } = await aSectionInReview(db.sql)
    for (const body of ['', ' \n ', 'x'.repeat(4001)]) await expect(addComment(reviewer, { sectionId, body })).rejects.toThrow()
    await expect(addComment(reviewer, { sectionId, blockId: '<b>', body: 'Iets.' })).rejects.toThrow()
    expect(await refusal(addComment(reviewer, { sectionId: nobody, body: 'Iets.' }))).toBe('not-found: undefined')
    for (const id of [nobody, 'x']) expect(await refusal(resolveComment(reviewer, id))).toBe('not-found: undefined')
    const commentId = await addComment(reviewer, { sectionId, blockId: newBlockId(), body: 'Iets.' })
    const other = await aSectionInReview(db.sql)
    expect(await readCommentState(reviewer, { sectionId, commentId })).toEqual({ id: commentId, authorId: reviewer.actor.id })
    for (const ids of [
      { sectionId: other.sectionId, commentId },
      { sectionId, commentId: nobody },
      { sectionId: 'x', commentId },
    ])
      expect(await refusal(readCommentState(reviewer, ids))).toBe('not-found: undefined')
  })
})
