import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addNode } from '#app/services/standard-terms/add-node.server.ts'
import { arrangeNodes } from '#app/services/standard-terms/arrange-nodes.server.ts'
import { arrangeQuestions } from '#app/services/standard-terms/arrange-questions.server.ts'
import { movedItems, moveGroup, moveItem, placeItem, type Arrangement } from '#app/services/standard-terms/arrangement.ts'
import { loadStandard } from '#app/services/standard-terms/load-standard.server.ts'
import { readStandard } from '#app/services/standard-terms/read-standard.server.ts'
import { removeNode } from '#app/services/standard-terms/remove-node.server.ts'
import { renameNode } from '#app/services/standard-terms/rename-node.server.ts'
import { startDraft } from '#app/services/standard-terms/start-draft.server.ts'
import { testDatabase } from '../support/database.ts'
import { addPerson, as } from '../support/people.ts'
import { standardFile } from '../support/terms.ts'

const reason = 'Zo staan de vragen bij elkaar.'
const order: Arrangement = [
  { group: 'one', items: ['a', 'b', 'c'] },
  { group: 'two', items: ['d'] },
  { group: 'three', items: [] },
]
const asText = (arrangement: Arrangement) => arrangement.map((it) => `${it.group}:${it.items.join('')}`).join(' ')

describe('an arrangement', () => {
  it('moves an item one place, over the edge of its group into the next, and not out of the last', () => {
    expect(asText(moveItem(order, 'b', 'up'))).toBe('one:bac two:d three:')
    expect(asText(moveItem(order, 'c', 'down'))).toBe('one:ab two:cd three:')
    expect(asText(moveItem(order, 'd', 'up'))).toBe('one:abcd two: three:')
    expect(asText(moveItem(order, 'd', 'down'))).toBe('one:abc two: three:d')
    for (const stays of [moveItem(order, 'a', 'up'), moveItem(order, 'unknown', 'up')]) expect(stays).toBe(order)
    expect(asText(moveGroup(order, 'two', 'up'))).toBe('two:d one:abc three:')
    expect(moveGroup(order, 'one', 'up')).toBe(order)
  })

  it('tells the fewest items that explain the new order', () => {
    expect(movedItems(order, placeItem(order, 'c', 0, 0))).toEqual(['c'])
    expect(movedItems(order, placeItem(order, 'a', 1, 1))).toEqual(['a'])
    expect(movedItems(order, order)).toEqual([])
  })

  it('loses and doubles nothing, whatever is moved where', () => {
    const step = fc.record({
      key: fc.constantFrom('a', 'b', 'c', 'd'),
      group: fc.nat(2),
      place: fc.nat(4),
      kind: fc.constantFrom('up', 'down', 'place'),
    })
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const end = steps.reduce<Arrangement>(
          (now, { key, group, place, kind }) =>
            kind === 'place' ? placeItem(now, key, group, place) : moveItem(now, key, kind as 'up' | 'down'),
          order,
        )
        expect(end.flatMap((it) => it.items).sort()).toEqual(['a', 'b', 'c', 'd'])
        expect(end.map((it) => it.group)).toEqual(['one', 'two', 'three'])
      }),
    )
  })
})

describe('the order and the tree of a draft', () => {
  const db = testDatabase()
  let count = 0
  async function draft() {
    const policy = as(db.sql, await addPerson(db.sql, 'policy'))
    const fromId = await loadStandard(policy, standardFile)
    const standardId = await startDraft(policy, { fromId, version: `test ${++count}`, reason })
    const read = () => readStandard(policy, standardId)
    const seen = async () => (await read()).standard.arrangement
    return { policy, standardId, read, seen }
  }
  const sectionOrder = ({ nodes, questions }: Awaited<ReturnType<typeof readStandard>>, keys: readonly string[]) =>
    keys
      .map((group) => ({ group, items: questions.filter((it) => it.nodeKey === group).map((it) => it.key) }))
      .filter(() => nodes.length > 0)
  const treeOrder = ({ chapters }: Awaited<ReturnType<typeof readStandard>>) =>
    chapters.map((it) => ({ group: it.key, items: it.sections.map((section) => section.key) }))

  it('takes a new order of questions, also between sections, and keeps for each that moved where it stood and why', async () => {
    const { policy, standardId, read, seen } = await draft()
    const present = sectionOrder(await read(), ['documents', 'civil-status'])
    const key = present[0]!.items[3]!
    const wanted = placeItem(present, key, 1, 0)
    const input = { standardId, arrangement: await seen(), order: wanted.map((it) => ({ ...it, items: [...it.items] })), reason }
    expect(await arrangeQuestions(policy, input)).toEqual({ moved: [key] })
    expect(sectionOrder(await read(), ['documents', 'civil-status'])).toEqual(wanted)
    expect(
      await db.sql`select kind, question_key, reason, before, after from standard_change where standard_id = ${standardId} offset 1`,
    ).toEqual([
      {
        kind: 'question-moved',
        question_key: key,
        reason,
        before: { nodeKey: 'documents', place: 4 },
        after: { nodeKey: 'civil-status', place: 1 },
      },
    ])
    await expect(arrangeQuestions(policy, input), 'seen before the last move').rejects.toMatchObject({
      code: 'conflict',
      detail: 'arranged',
    })
  })

  it('lets the first of two people arrange, and refuses an order that misses a question, doubles one or brings one from elsewhere', async () => {
    const { policy, standardId, read, seen } = await draft()
    const [section] = sectionOrder(await read(), ['documents'])
    const arrangement = await seen()
    const reversed = { group: 'documents', items: section!.items.toReversed() }
    const outcomes = await Promise.allSettled(
      [1, 2].map(() => arrangeQuestions(policy, { standardId, arrangement, order: [reversed], reason })),
    )
    expect(outcomes.map((it) => it.status).sort()).toEqual(['fulfilled', 'rejected'])
    const attempt = async (items: string[]) =>
      arrangeQuestions(policy, { standardId, arrangement: await seen(), order: [{ group: 'documents', items }], reason })
    for (const items of [
      section!.items.slice(1),
      [...section!.items, section!.items[0]!],
      [...section!.items.slice(1), 'sgbv.forced-child-marriage'],
    ])
      await expect(attempt(items)).rejects.toMatchObject({ code: 'invalid-input', detail: 'order-incomplete' })
    await expect(
      arrangeQuestions(policy, { standardId, arrangement: await seen(), order: [{ group: 'return', items: [] }], reason }),
    ).rejects.toMatchObject({ detail: 'order-incomplete' })
  })

  it('moves sections between chapters and chapters among each other, and numbers follow', async () => {
    const { policy, standardId, read, seen } = await draft()
    const present = treeOrder(await read())
    const chapter = present.findIndex((it) => it.group === 'return')
    const wanted = moveGroup(placeItem(present, 'documents', chapter, 0), 'return', 'up').map((it) => ({
      ...it,
      items: [...it.items],
    }))
    const { moved } = await arrangeNodes(policy, { standardId, arrangement: await seen(), order: wanted, reason })
    expect(moved, 'of two that changed places one moved').toEqual(['displacement', 'documents'])
    const after = await read()
    expect(treeOrder(after)).toEqual(wanted)
    expect(
      after.nodes.filter((it) => ['documents', 'return', 'civil-status'].includes(it.key)).map((it) => `${it.number} ${it.key}`),
    ).toEqual(['4 return', '2.1 civil-status', '4.1 documents'])
  })

  it('refuses a cycle, in the service and in the database itself', async () => {
    const { policy, standardId, read, seen } = await draft()
    const present = treeOrder(await read()).map((it) => ({ ...it, items: [...it.items] }))
    for (const chapter of ['overview', 'return']) {
      const cyclic = present.map((it) => (it.group === 'overview' ? { ...it, items: [...it.items, chapter] } : it))
      await expect(arrangeNodes(policy, { standardId, arrangement: await seen(), order: cyclic, reason })).rejects.toMatchObject({
        code: 'invalid-input',
        detail: 'cycle',
      })
    }
    const parent = (of: string, to: string) => db.sql`
      update standard_node set parent_id = (select id from standard_node where standard_id = ${standardId} and key = ${to})
      where standard_id = ${standardId} and key = ${of}`
    for (const [of, to] of [
      ['overview', 'overview.picture'],
      ['overview', 'overview'],
      ['overview.picture', 'sgbv'],
    ])
      await expect(parent(of!, to!)).rejects.toMatchObject({ code: '23514' })
    expect(treeOrder(await read())).toEqual(present)
  })

  it('adds, renames and removes chapters and sections; a key that is taken and a section with questions are refused', async () => {
    const { policy, standardId, read } = await draft()
    const titles = { titleNl: 'Digitale ruimte', titleEn: 'Digital space' }
    await addNode(policy, { standardId, parentKey: null, key: 'digital', ...titles, reason })
    await addNode(policy, { standardId, parentKey: 'digital', key: 'digital.surveillance', ...titles, reason })
    expect((await read()).nodes.filter((it) => it.key.startsWith('digital')).map((it) => it.number)).toEqual(['6', '6.1'])
    for (const key of ['digital', 'sgbv', 'sgbv.forced-child-marriage'])
      await expect(addNode(policy, { standardId, parentKey: null, key, ...titles, reason })).rejects.toMatchObject({
        detail: 'duplicate-key',
      })
    await expect(addNode(policy, { standardId, parentKey: 'sgbv', key: 'x', ...titles, reason })).rejects.toMatchObject({
      detail: 'not-a-chapter',
    })
    const renamed = { standardId, nodeKey: 'digital', revision: 1, titleNl: 'Internet', titleEn: 'Internet', reason }
    await renameNode(policy, renamed)
    await expect(renameNode(policy, renamed)).rejects.toMatchObject({
      detail: 'node-changed',
      data: { current: { titleNl: 'Internet', revision: 2 } },
    })
    for (const nodeKey of ['digital', 'sgbv'])
      await expect(
        removeNode(policy, { standardId, nodeKey, revision: nodeKey === 'digital' ? 2 : 1, reason }),
      ).rejects.toMatchObject({ detail: 'node-not-empty' })
    await removeNode(policy, { standardId, nodeKey: 'digital.surveillance', revision: 1, reason })
    await removeNode(policy, { standardId, nodeKey: 'digital', revision: 2, reason })
    expect((await read()).nodes.some((it) => it.key.startsWith('digital'))).toBe(false)
    const kinds = await db.sql`select kind from standard_change where standard_id = ${standardId} order by id`
    expect(kinds.map((it) => it.kind)).toEqual([
      'started',
      'node-added',
      'node-added',
      'node-renamed',
      'node-removed',
      'node-removed',
    ])
  })
})
