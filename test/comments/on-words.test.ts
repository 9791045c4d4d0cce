import { describe, expect, it } from 'vitest'
import { Fragment, Slice } from '@tiptap/pm/model'
import type { UseCase } from '#app/platform/context.server.ts'
import { readThreads } from '#app/services/comments/read-threads.server.ts'
import { startThread } from '#app/services/comments/start-thread.server.ts'
import { readReviewPage } from '#app/services/review/read-review-page.server.ts'
import { submitSection } from '#app/services/review/submit-section.server.ts'
import { readText } from '#app/services/sections/read-text.server.ts'
import { commentedBlocks, commentedIn } from '#editor/comments/commented.ts'
import { withoutEditing } from '#editor/document/without-editing.ts'
import { aWrittenSection } from '../review/section-in-review.ts'
import { openPage } from '../sections/pages.ts'
import { textOf } from '../sections/section.ts'
import { addPerson, as } from '../support/people.ts'
import { testDatabase } from '../support/database.ts'

type Page = Awaited<ReturnType<typeof openPage>>
const mark = (page: Page, threadId: string, from = 4, to = 7) =>
  page.edit((tr) => tr.addMark(from, to, tr.doc.type.schema.mark('comment', { threadId })))
const onWords = (who: UseCase, sectionId: string, quote = 'wet') =>
  startThread(who, { sectionId, quote, onWords: true, nature: 'fact', body: 'Welke wet?' })

describe('comments on words of a text', () => {
  const db = testDatabase()
  const written = async () => {
    const section = await aWrittenSection(db.sql, textOf('De wet stelt eisen.'))
    return { ...section, reviewer: as(db.sql, await addPerson(db.sql, 'reviewer')) }
  }

  it('are found in the text by their mark, whatever is written around them', async () => {
    const { author, reviewer, sectionId } = await written()
    const threadId = await onWords(reviewer, sectionId)
    const [theirs, own] = [await openPage(author, sectionId), await openPage(reviewer, sectionId)]
    mark(own, threadId)
    expect((await own.settled())?.kind).toBe('saved')
    theirs.edit((tr) => tr.insertText('Volgens bronnen: ', 1))
    expect((await theirs.settled())?.kind).toBe('saved')
    const { document } = await readText(author, sectionId)
    expect([...commentedBlocks(document).keys()]).toEqual([threadId])
    expect(commentedIn(theirs.state().doc).map(({ from, to }) => theirs.state().doc.textBetween(from, to))).toEqual(['wet'])
    expect(await readThreads(author, sectionId)).toMatchObject([{ id: threadId, place: 'words', quote: 'wet' }])
  })

  it('stay with their quotation when the words go, and belong to them again when these come back', async () => {
    const { author, sectionId } = await written()
    const threadId = await onWords(author, sectionId)
    const page = await openPage(author, sectionId)
    mark(page, threadId)
    await page.settled()
    const before = page.state().doc
    page.edit((tr) => tr.delete(1, 8))
    await page.settled()
    expect(commentedIn(page.state().doc)).toEqual([])
    expect(await readThreads(author, sectionId)).toMatchObject([{ id: threadId, quote: 'wet' }])
    page.edit((tr) => tr.replace(1, 1, new Slice(Fragment.from(before.firstChild!.cut(0, 7).content), 0, 0)))
    expect((await page.settled())?.kind).toBe('saved')
    expect([...commentedBlocks((await readText(author, sectionId)).document).keys()]).toEqual([threadId])
  })

  it('outlive that an author takes the paragraph out while a reviewer marks it', async () => {
    const { author, reviewer, sectionId } = await written()
    const threadId = await onWords(reviewer, sectionId)
    const [theirs, own] = [await openPage(author, sectionId), await openPage(reviewer, sectionId)]
    theirs.edit((tr) => tr.delete(1, tr.doc.firstChild!.nodeSize - 1))
    mark(own, threadId)
    expect((await Promise.all([theirs.settled(), own.settled()])).map((state) => state?.kind)).toEqual(['saved', 'saved'])
    expect((await readThreads(reviewer, sectionId)).map(({ id }) => id)).toEqual([threadId])
  })

  it('are refused when they name a thread that is none, one of another section, or one about something else', async () => {
    const { author, sectionId } = await written()
    const other = await written()
    const elsewhere = await onWords(other.author, other.sectionId)
    const whole = await startThread(author, { sectionId, nature: 'fact', body: 'Over het geheel.' })
    for (const threadId of ['00000000-0000-4000-8000-000000000000', elsewhere, whole]) {
      const page = await openPage(author, sectionId)
      mark(page, threadId)
      expect(await page.settled()).toEqual({ kind: 'refused', detail: 'unknown-thread' })
    }
    expect(commentedBlocks((await readText(author, sectionId)).document).size).toBe(0)
  })

  it('are put in and taken away by who may only suggest for threads of their own alone, and bring no change of the text along', async () => {
    const { author, reviewer, sectionId } = await written()
    const [own, theirs] = [await onWords(reviewer, sectionId), await onWords(author, sectionId)]
    const refused = async (change: Parameters<Page['edit']>[0]) => {
      const page = await openPage(reviewer, sectionId)
      page.edit(change)
      return page.settled()
    }
    const comment = (threadId: string) => ({ type: 'comment', attrs: { threadId } })
    expect(await refused((tr) => tr.addMark(4, 7, tr.doc.type.schema.mark('comment', comment(theirs).attrs)))).toEqual({
      kind: 'refused',
      detail: 'unknown-thread',
    })
    expect(
      await refused((tr) => tr.addMark(4, 7, tr.doc.type.schema.mark('comment', comment(own).attrs)).insertText('X', 10)),
    ).toEqual({ kind: 'refused', detail: 'suggest-only' })

    const page = await openPage(author, sectionId)
    mark(page, theirs)
    await page.settled()
    const type = page.state().schema.marks.comment!
    expect(await refused((tr) => tr.removeMark(1, 10, type))).toEqual({ kind: 'refused', detail: 'unknown-thread' })
    expect((await refused((tr) => tr.addMark(4, 7, type.create({ threadId: own }))))?.kind).toBe('saved')
    expect((await refused((tr) => tr.removeMark(1, 10, type.create({ threadId: own }))))?.kind).toBe('saved')
    expect([...commentedBlocks((await readText(author, sectionId)).document).keys()]).toEqual([theirs])
  })

  it('leave no trace in what is read outside: the text without them is the text as it was', async () => {
    const { author, reviewer, sectionId } = await written()
    const { document: before } = await readText(author, sectionId)
    const threadId = await onWords(author, sectionId)
    const page = await openPage(author, sectionId)
    mark(page, threadId)
    await page.settled()
    const { document } = await readText(author, sectionId)
    expect(JSON.stringify(document)).toContain(threadId)
    expect(withoutEditing(document)).toEqual(before)
    await db.sql`update section set as_of_date = '2026-10-01' where id = ${sectionId}`
    await submitSection(author, sectionId)
    expect((await readReviewPage(reviewer, { sectionId })).threads).toMatchObject([{ place: 'words', quote: 'wet' }])
  })

  it('need the words they are about', async () => {
    const { author, sectionId } = await written()
    await expect(startThread(author, { sectionId, onWords: true, nature: 'fact', body: 'Waarover?' })).rejects.toThrow(
      'words-needed',
    )
  })
})
