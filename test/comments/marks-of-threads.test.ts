import type { Node } from '@tiptap/pm/model'
import { EditorState, type Transaction } from '@tiptap/pm/state'
import { describe, expect, it } from 'vitest'
import { hashOf } from '#app/platform/canonical-json.server.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { readThreads } from '#app/services/comments/read-threads.server.ts'
import { resolveThread } from '#app/services/comments/settle-thread.server.ts'
import { startThread } from '#app/services/comments/start-thread.server.ts'
import { approveSection } from '#app/services/review/decide-section.server.ts'
import { readReviewPage } from '#app/services/review/read-review-page.server.ts'
import { submitSection } from '#app/services/review/submit-section.server.ts'
import { appendSteps } from '#app/services/sections/append-steps.server.ts'
import { settleSection } from '#app/services/sections/settle-text.server.ts'
import { readText } from '#app/services/sections/read-text.server.ts'
import { blockIdsPlugin } from '#editor/document/block-ids.ts'
import { withoutEditing } from '#editor/document/without-editing.ts'
import type { SectionDocument } from '#schemas/document.ts'
import { EDITOR_VERSION, sectionSchema } from '#editor/document/schema.ts'
import { suggest } from '#editor/suggestions/suggest.ts'
import { testDatabase } from '../support/database.ts'
import { aWrittenSection } from '../review/section-in-review.ts'
import { textOf } from '../sections/section.ts'

const db = testDatabase()
const words = 'De wet kent dienstplicht.'
const nobody = '00000000-0000-4000-8000-000000000000'

const comment = (threadId: string) => sectionSchema.marks.comment!.create({ threadId })
const onWords = (who: UseCase, sectionId: string, quote = 'De wet') =>
  startThread(who, { sectionId, quote, onWords: true, nature: 'fact', body: 'Welke wet?' })
const textNow = async (who: UseCase, sectionId: string): Promise<Node> =>
  sectionSchema.nodeFromJSON((await readText(who, sectionId)).document)
const marked = async (who: UseCase, sectionId: string): Promise<string[]> => {
  const found: string[] = []
  const doc = await textNow(who, sectionId)
  doc.descendants((node) => {
    if (node.marks.some((mark) => mark.type.name === 'comment')) found.push(node.text ?? '?')
  })
  return found
}
type Page = { version: number; state: EditorState }
const pageOf = async (who: UseCase, sectionId: string): Promise<Page> => {
  const { version, document } = await readText(who, sectionId)
  return {
    version,
    state: EditorState.create({ doc: sectionSchema.nodeFromJSON(document), plugins: [blockIdsPlugin()] }),
  }
}
/** Sends a change made on a page; says what came of it. */
async function send(who: UseCase, sectionId: string, { version, state }: Page, made: Transaction): Promise<string> {
  const { transactions } = state.applyTransaction(made)
  const steps = transactions.flatMap((tr) => tr.steps.map((step) => step.toJSON() as { stepType: string }))
  try {
    const answer = await appendSteps(who, sectionId, { editorVersion: EDITOR_VERSION, version, clientId: 'page-of-test', steps })
    return 'missed' in answer ? 'behind' : 'taken'
  } catch (error) {
    if (error instanceof DomainError) return error.detail ?? error.code
    throw error
  }
}
async function change(who: UseCase, sectionId: string, make: (tr: Transaction) => Transaction): Promise<string> {
  const page = await pageOf(who, sectionId)
  return send(who, sectionId, page, make(page.state.tr))
}

describe('the mark of a comment', () => {
  it('is marked by authors and by those who may only suggest, and changes no word', async () => {
    const { author, reviewer, sectionId } = await aWrittenSection(db.sql, textOf(words))
    const one = await onWords(author, sectionId)
    const two = await onWords(reviewer, sectionId, 'wet kent')
    expect(await change(author, sectionId, (tr) => tr.addMark(1, 7, comment(one)))).toBe('taken')
    expect(await change(reviewer, sectionId, (tr) => tr.addMark(4, 12, comment(two)))).toBe('taken')
    expect(await marked(author, sectionId)).toEqual(['De ', 'wet', ' kent'])
    expect((await textNow(author, sectionId)).textContent).toBe(words)
    expect(new Set((await readThreads(author, sectionId)).map((it) => it.place === 'words' && it.quote))).toEqual(
      new Set(['De wet', 'wet kent']),
    )
    expect(await change(reviewer, sectionId, (tr) => tr.removeMark(1, 12, comment(two))), 'their own').toBe('taken')
    expect(await marked(author, sectionId)).toEqual(['De wet'])
  })

  it('names a thread of this section, whoever marks it', async () => {
    const { author, reviewer, sectionId } = await aWrittenSection(db.sql, textOf(words))
    const other = await aWrittenSection(db.sql, textOf('Elders.'))
    const elsewhere = await onWords(reviewer, other.sectionId, 'Elders')
    for (const who of [author, reviewer])
      for (const id of [elsewhere, nobody])
        expect(await change(who, sectionId, (tr) => tr.addMark(1, 7, comment(id)))).toMatch(/unknown-thread|suggest-only/)
    expect(await change(author, sectionId, (tr) => tr.addMark(1, 7, comment(elsewhere)))).toBe('unknown-thread')
    expect(
      await change(reviewer, sectionId, (tr) => tr.addMark(1, 7, comment(elsewhere))),
      'their own thread, of another section',
    ).toBe('unknown-thread')
    expect(
      await change(author, sectionId, (tr) => tr.insert(1, sectionSchema.text('Nieuw. ', [comment(elsewhere)]))),
      'with words of another section',
    ).toBe('unknown-thread')
    expect(await change(author, sectionId, (tr) => tr.addMark(1, 7, comment('geen-id')))).toBe('steps-refused')
    expect(await marked(author, sectionId)).toEqual([])
  })

  it('brings no other change along of who may only suggest', async () => {
    const { author, reviewer, sectionId } = await aWrittenSection(db.sql, textOf(words))
    const id = await onWords(reviewer, sectionId)
    const { bold } = sectionSchema.marks
    for (const hidden of [
      (tr: Transaction) => tr.insertText('x', 12),
      (tr: Transaction) => tr.delete(20, 21),
      (tr: Transaction) => tr.addMark(4, 7, bold!.create()),
      (tr: Transaction) => tr.setNodeAttribute(0, 'kind', 'gap'),
      (tr: Transaction) => tr.split(12),
    ])
      expect(await change(reviewer, sectionId, (tr) => hidden(tr.addMark(1, 7, comment(id))))).toBe('suggest-only')
    expect(
      await change(reviewer, sectionId, (tr) => tr.replaceWith(1, 7, sectionSchema.text('De wét', [comment(id)]))),
      'other words under the mark',
    ).toBe('suggest-only')
    expect(await marked(author, sectionId)).toEqual([])
    expect((await textNow(author, sectionId)).textContent).toBe(words)
  })

  it('is not taken from another’s words, or put on other words, by who may only suggest', async () => {
    const { author, reviewer, coordinator, sectionId } = await aWrittenSection(db.sql, textOf(words))
    const id = await onWords(coordinator, sectionId)
    expect(await change(coordinator, sectionId, (tr) => tr.addMark(1, 7, comment(id)))).toBe('taken')
    expect(await change(reviewer, sectionId, (tr) => tr.removeMark(1, 7, comment(id)))).toBe('unknown-thread')
    expect(await change(reviewer, sectionId, (tr) => tr.addMark(8, 12, comment(id)))).toBe('suggest-only')
    expect(await change(author, sectionId, (tr) => tr.removeMark(1, 4, comment(id))), 'of who writes the text').toBe('taken')
    expect(await marked(author, sectionId)).toEqual(['wet'])
  })

  it('goes together with a suggestion about the same words, also of somebody else', async () => {
    const { author, reviewer, coordinator, sectionId } = await aWrittenSection(db.sql, textOf(words))
    const id = await onWords(coordinator, sectionId)
    await change(coordinator, sectionId, (tr) => tr.addMark(1, 7, comment(id)))
    const page = await pageOf(reviewer, sectionId)
    const made = suggest(page.state, page.state.tr.insertText('regel', 4, 7), {
      isOwn: () => false,
      newId: () => crypto.randomUUID(),
    })
    expect(await send(reviewer, sectionId, page, made!)).toBe('taken')
    expect((await marked(author, sectionId)).join('')).toContain('De wet')
  })

  it('loses its words when they are deleted at the same moment, and stays with its quotation; put back, they are marked again', async () => {
    const { author, reviewer, sectionId } = await aWrittenSection(db.sql, textOf(words))
    const before = await pageOf(author, sectionId)
    const late = await pageOf(reviewer, sectionId)
    const id = await onWords(reviewer, sectionId)
    const outcomes = await Promise.all([
      send(author, sectionId, before, before.state.tr.delete(1, before.state.doc.content.size - 1)),
      send(reviewer, sectionId, late, late.state.tr.addMark(1, 7, comment(id))),
    ])
    expect([...outcomes].sort(), 'one goes first, and the other is told what it missed').toEqual(['behind', 'taken'])
    if (outcomes[0] === 'behind') await change(author, sectionId, (tr) => tr.delete(1, tr.doc.content.size - 1))
    expect(await marked(author, sectionId)).toEqual([])
    expect(await readThreads(author, sectionId)).toMatchObject([{ id, place: 'words', quote: 'De wet', resolvedAt: null }])
    expect(await change(author, sectionId, (tr) => tr.insert(1, sectionSchema.text('De wet', [comment(id)])))).toBe('taken')
    expect(await marked(author, sectionId)).toEqual(['De wet'])
  })

  it('leads reviewers to its thread, leaves no trace in what is approved and released, and does not undo an approval', async () => {
    const { author, reviewer, publisher, sectionId } = await aWrittenSection(db.sql, textOf(words))
    const id = await onWords(author, sectionId)
    await change(author, sectionId, (tr) => tr.addMark(1, 7, comment(id)))
    await submitSection(author, sectionId)
    const { blocks } = await readReviewPage(reviewer, { sectionId })
    expect(blocks[0]).toMatchObject({ quote: words, comments: 1 })
    expect(blocks[0]!.html).toContain(
      `<a class="commented" href="#comment-${id}" aria-label="De wet – opmerking van ${author.actor.name}">De wet</a> kent`,
    )
    const other = await onWords(reviewer, sectionId, 'kent')
    expect(await change(reviewer, sectionId, (tr) => tr.addMark(8, 12, comment(other)))).toBe('taken')
    await approveSection(publisher, sectionId)
    expect(await change(reviewer, sectionId, (tr) => tr.removeMark(8, 12, comment(other)))).toBe('section-closed')
    const [approved] = await db.sql`select document_hash as hash from review_decision where section_id = ${sectionId}`
    const plain = await textNow(author, sectionId)
    expect(approved!.hash).toBe(hashOf(withoutEditing(plain.toJSON() as SectionDocument)))
    await resolveThread(reviewer, other)
    const read = await readReviewPage(reviewer, { sectionId })
    expect(read.blocks[0]).toMatchObject({ comments: 1 })
    expect(read.blocks[0]!.html).toContain('class="commented comment-resolved"')
  })

  it('follows its words to another paragraph on the page of review, and says there when they are gone', async () => {
    const { author, reviewer, sectionId } = await aWrittenSection(db.sql, textOf(words))
    const id = await onWords(author, sectionId)
    await change(author, sectionId, (tr) => tr.addMark(1, 7, comment(id)))
    await change(author, sectionId, (tr) => tr.split(1))
    const anchorOf = async () => (await readReviewPage(reviewer, { sectionId })).threads.find((it) => it.id === id)!.anchor
    await settleSection(author, sectionId)
    const { blocks } = await readReviewPage(reviewer, { sectionId })
    expect(await anchorOf()).toBe(blocks[1]!.id)
    await change(author, sectionId, (tr) => tr.delete(2, tr.doc.content.size))
    await settleSection(author, sectionId)
    expect(await anchorOf()).toBeNull()
  })
})
