import type { Node } from '@tiptap/pm/model'
import { EditorState, type Transaction } from '@tiptap/pm/state'
import { describe, expect, it } from 'vitest'
import type { UseCase } from '#app/platform/context.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { approveSection, returnSection } from '#app/services/review/decide-section.server.ts'
import { submitSection } from '#app/services/review/submit-section.server.ts'
import { appendSteps } from '#app/services/sections/append-steps.server.ts'
import { readText } from '#app/services/sections/read-text.server.ts'
import { blockIdsPlugin } from '#editor/document/block-ids.ts'
import { EDITOR_VERSION, sectionSchema } from '#editor/document/schema.ts'
import { decide } from '#editor/suggestions/decide.ts'
import { suggest } from '#editor/suggestions/suggest.ts'
import { suggestionsIn } from '#editor/suggestions/overview.ts'
import { textOf } from '../sections/section.ts'
import { aSectionInReview, aWrittenSection } from '../review/section-in-review.ts'
import { testDatabase } from '../support/database.ts'
import { addPerson, as } from '../support/people.ts'

const db = testDatabase()
const words = 'De wet kent dienstplicht.'

/** A page that changes the text as somebody may, or tries to; says what came of it. */
async function change(
  who: UseCase,
  sectionId: string,
  make: (tr: Transaction) => Transaction,
  { as: mode = 'direct', own = [] }: { as?: 'direct' | 'suggestion'; own?: string[] } = {},
): Promise<string> {
  const { version, document } = await readText(who, sectionId)
  const state = EditorState.create({ doc: sectionSchema.nodeFromJSON(document), plugins: [blockIdsPlugin()] })
  const direct = make(state.tr)
  const suggester = { isOwn: (id: string) => own.includes(id), newId: () => crypto.randomUUID() }
  const made = mode === 'direct' ? direct : suggest(state, direct, suggester)
  if (!made) return 'cannot be suggested'
  const { transactions } = state.applyTransaction(made)
  const steps = transactions.flatMap((tr) => tr.steps.map((step) => step.toJSON() as { stepType: string }))
  try {
    await appendSteps(who, sectionId, { editorVersion: EDITOR_VERSION, version, clientId: 'page-of-test', steps })
    return 'taken'
  } catch (error) {
    if (error instanceof DomainError) return error.detail ?? error.code
    throw error
  }
}
const suggests = (who: UseCase, sectionId: string, make: (tr: Transaction) => Transaction, own: string[] = []) =>
  change(who, sectionId, make, { as: 'suggestion', own })
const textNow = async (who: UseCase, sectionId: string): Promise<Node> =>
  sectionSchema.nodeFromJSON((await readText(who, sectionId)).document)
const rowsOf = (sectionId: string) =>
  db.sql<{ id: string; author: string; outcome: string | null; decidedBy: string | null; inserted: string; removed: string }[]>`
    select id, author_id as author, outcome, decided_by as "decidedBy", content->>'inserted' as inserted, content->>'removed' as removed
    from suggestion where section_id = ${sectionId} order by made_at, id`
const idIn = async (who: UseCase, sectionId: string) => suggestionsIn(await textNow(who, sectionId)).map(({ id }) => id)
const all = () => true

describe('who may only suggest', () => {
  it('puts a change before the authors, and the record says whose it is', async () => {
    const { author, reviewer, sectionId } = await aWrittenSection(db.sql, textOf(words))
    expect(await suggests(reviewer, sectionId, (tr) => tr.insertText('kent geen', 8, 12))).toBe('taken')
    const [row, ...more] = await rowsOf(sectionId)
    expect(more).toEqual([])
    expect(row).toMatchObject({ author: reviewer.actor.id, outcome: null, inserted: 'kent geen', removed: 'kent' })
    expect((await textNow(author, sectionId)).textContent).toBe('De wet kentkent geen dienstplicht.')
  })

  it('changes nothing directly, and takes nothing over, also not what they suggested themselves', async () => {
    const { author, reviewer, sectionId } = await aWrittenSection(db.sql, textOf(words))
    expect(await change(reviewer, sectionId, (tr) => tr.insertText('Nee. ', 1))).toBe('suggest-only')
    expect(await change(reviewer, sectionId, (tr) => tr.delete(1, 4))).toBe('suggest-only')
    expect(await change(reviewer, sectionId, (tr) => tr.setNodeAttribute(0, 'kind', 'gap'))).toBe('suggest-only')
    expect(await suggests(reviewer, sectionId, (tr) => tr.insertText('Nee. ', 1))).toBe('taken')
    expect(await change(reviewer, sectionId, (tr) => decide(tr, 'accept'))).toBe('suggest-only')
    expect((await textNow(author, sectionId)).textContent).toBe(`Nee. ${words}`)
  })

  it('can go on with and take back what they suggested themselves', async () => {
    const { author, reviewer, sectionId } = await aWrittenSection(db.sql, textOf(words))
    await suggests(reviewer, sectionId, (tr) => tr.insertText('Nee. ', 1))
    const own = await idIn(author, sectionId)
    expect(await suggests(reviewer, sectionId, (tr) => tr.insertText('hoor', 4), own)).toBe('taken')
    expect(await rowsOf(sectionId)).toMatchObject([{ inserted: 'Neehoor. ' }])
    expect(await change(reviewer, sectionId, (tr) => decide(tr, 'reject', (id) => own.includes(id)))).toBe('taken')
    expect(await rowsOf(sectionId)).toMatchObject([{ outcome: 'withdrawn', decidedBy: reviewer.actor.id }])
    expect((await textNow(author, sectionId)).textContent).toBe(words)
  })

  it('does not touch what another suggested', async () => {
    const { author, reviewer, coordinator, sectionId } = await aWrittenSection(db.sql, textOf(words))
    await suggests(reviewer, sectionId, (tr) => tr.insertText('Nee. ', 1))
    const [id] = await idIn(author, sectionId)
    expect(await change(coordinator, sectionId, (tr) => decide(tr, 'reject'))).toBe('suggest-only')
    expect(await change(coordinator, sectionId, (tr) => tr.delete(1, 4))).toBe('suggest-only')
    const { insertion, deletion } = sectionSchema.marks
    expect(
      await change(coordinator, sectionId, (tr) => tr.insert(3, sectionSchema.text('xx', [insertion!.create({ id })]))),
      'words in the name of another',
    ).toBe('suggest-only')
    expect(await change(coordinator, sectionId, (tr) => tr.addMark(7, 9, deletion!.create({ id })))).toBe('suggest-only')
    expect(await suggests(coordinator, sectionId, (tr) => tr.delete(1, 4))).toBe('taken')
    const removed = Object.fromEntries((await rowsOf(sectionId)).map((row) => [row.author, row.removed]))
    expect(removed).toEqual({ [reviewer.actor.id]: '', [coordinator.actor.id]: 'Nee' })
  })

  it('is the reviewer also while the section is in review, and nobody once it is approved', async () => {
    const { author, reviewer, coordinator, publisher, sectionId } = await aSectionInReview(db.sql, textOf(words))
    expect(await suggests(coordinator, sectionId, (tr) => tr.insertText('x', 1))).toBe('section-closed')
    expect(await suggests(author, sectionId, (tr) => tr.insertText('x', 1))).toBe('section-closed')
    expect(await suggests(reviewer, sectionId, (tr) => tr.insertText('x', 1))).toBe('taken')
    const refused = await approveSection(publisher, sectionId).catch((error: unknown) => error)
    expect(refused, 'what nobody decided is not approved').toMatchObject({ code: 'invalid-input', detail: 'unsettled' })
    await returnSection(publisher, { sectionId, reason: 'Zie de voorstellen.' })
    expect(await change(author, sectionId, (tr) => decide(tr, 'reject'))).toBe('taken')
    await submitSection(author, sectionId)
    await approveSection(reviewer, sectionId)
    expect(await suggests(reviewer, sectionId, (tr) => tr.insertText('x', 1))).toBe('section-closed')
  })

  it('is no writer of the text for it: who suggested can still judge it', async () => {
    const { author, reviewer, sectionId } = await aWrittenSection(db.sql, textOf(words))
    await suggests(reviewer, sectionId, (tr) => tr.insertText('Nee. ', 1))
    await change(author, sectionId, (tr) => decide(tr, 'accept'))
    const writers = await db.sql<{ id: string }[]>`select user_id as id from section_contribution where section_id = ${sectionId}`
    expect(writers.map(({ id }) => id)).toEqual([author.actor.id])
  })

  it('is not an officer, a researcher or an expert', async () => {
    const { sectionId } = await aWrittenSection(db.sql, textOf(words))
    for (const role of ['decision-officer', 'researcher', 'external-expert'] as const) {
      const who = as(db.sql, await addPerson(db.sql, role))
      expect(await suggests(who, sectionId, (tr) => tr.insertText('x', 1))).toBe('section-closed')
    }
  })
})

describe('who may change a text', () => {
  it('takes suggestions over or turns them down, and the record says who did what', async () => {
    const { author, reviewer, coordinator, sectionId } = await aWrittenSection(db.sql, textOf(words))
    await suggests(reviewer, sectionId, (tr) => tr.insertText('kent geen', 8, 12))
    await suggests(coordinator, sectionId, (tr) => tr.insertText('Kort: ', 1))
    const rows = await rowsOf(sectionId)
    const idOf = (who: UseCase) => rows.find(({ author: whose }) => whose === who.actor.id)!.id
    const [first, second] = [idOf(reviewer), idOf(coordinator)]
    expect(await change(author, sectionId, (tr) => decide(tr, 'accept', (id) => id === first))).toBe('taken')
    expect(await change(author, sectionId, (tr) => decide(tr, 'reject', (id) => id === second))).toBe('taken')
    expect((await textNow(author, sectionId)).textContent).toBe('De wet kent geen dienstplicht.')
    const after = Object.fromEntries((await rowsOf(sectionId)).map(({ id, outcome, decidedBy }) => [id, [outcome, decidedBy]]))
    expect(after).toEqual({ [first]: ['accepted', author.actor.id], [second]: ['rejected', author.actor.id] })
  })

  it('opens a suggestion again by undoing what was decided about it', async () => {
    const { author, reviewer, sectionId } = await aWrittenSection(db.sql, textOf(words))
    await suggests(reviewer, sectionId, (tr) => tr.insertText('Nee. ', 1))
    const before = await textNow(author, sectionId)
    await change(author, sectionId, (tr) => decide(tr, 'reject', all))
    expect(await change(author, sectionId, (tr) => tr.replaceWith(0, tr.doc.content.size, before.content))).toBe('taken')
    expect(await rowsOf(sectionId)).toMatchObject([{ author: reviewer.actor.id, outcome: null, decidedBy: null }])
  })

  it('cannot put words or deletions in the name of another', async () => {
    const { author, reviewer, sectionId } = await aWrittenSection(db.sql, textOf(words))
    await suggests(reviewer, sectionId, (tr) => tr.insertText('Nee. ', 1))
    const [id] = await idIn(author, sectionId)
    const { insertion, deletion, modification } = sectionSchema.marks
    const forged = [
      (tr: Transaction) => tr.insert(3, sectionSchema.text('xx', [insertion!.create({ id })])),
      (tr: Transaction) => tr.addMark(8, 10, deletion!.create({ id })),
      (tr: Transaction) =>
        tr
          .setNodeAttribute(0, 'kind', 'gap')
          .addNodeMark(0, modification!.create({ id, type: 'attr', attrName: 'kind', previousValue: 'fact', newValue: 'gap' })),
    ]
    for (const make of forged) expect(await change(author, sectionId, make)).toBe('forged-suggestion')
    expect(await change(author, sectionId, (tr) => tr.delete(2, 4)), 'leaving less of it is another matter').toBe('taken')
  })

  it('cannot take a suggestion of another section for one of this', async () => {
    const one = await aWrittenSection(db.sql, textOf(words))
    const two = await aWrittenSection(db.sql, textOf(words))
    await suggests(one.reviewer, one.sectionId, (tr) => tr.insertText('Nee. ', 1))
    const [id] = await idIn(one.author, one.sectionId)
    const { insertion } = sectionSchema.marks
    const make = (tr: Transaction) => tr.insert(1, sectionSchema.text('Nee. ', [insertion!.create({ id })]))
    expect(await change(two.author, two.sectionId, make)).toBe('forged-suggestion')
    expect(await change(two.reviewer, two.sectionId, make)).toBe('forged-suggestion')
  })

  it('cannot submit while suggestions are open', async () => {
    const { author, reviewer, sectionId } = await aWrittenSection(db.sql, textOf(words))
    await suggests(reviewer, sectionId, (tr) => tr.insertText('Nee. ', 1))
    await expect(submitSection(author, sectionId)).rejects.toMatchObject({ detail: 'unsettled' })
    await change(author, sectionId, (tr) => decide(tr, 'accept'))
    await submitSection(author, sectionId)
  })
})
