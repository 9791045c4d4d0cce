import type { UseCase } from '#app/platform/context.server.ts'
import type { Queryable } from '#app/platform/database/sql.server.ts'
import { recordEvent } from '#app/platform/audit/record-event.server.ts'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { movedItems, type Arrangement } from './arrangement.ts'
import { NewArrangement, refuseIncomplete } from './arrange-questions.server.ts'
import { keepChange } from './keep-change.server.ts'
import { lockStandard } from './lock-standard.server.ts'
import { putInOrder } from './put-in-order.server.ts'

/**
 * Puts the chapters of a draft, and the sections in them, in another order; their numbers follow from it.
 * @param input.order every chapter (`group`) with the keys of the sections in it (`items`).
 * @returns the keys of the chapters and sections that moved.
 * @throws {DomainError} as `arrangeQuestions`; `invalid-input` (`cycle`) when a chapter would stand in a chapter: in itself, or below its own section.
 */
export async function arrangeNodes(useCase: UseCase, input: NewArrangement): Promise<{ moved: string[] }> {
  const { standardId, arrangement, order, reason } = NewArrangement.parse(input)
  return withTransaction(useCase.sql, async (tx) => {
    const within = { ...useCase, sql: tx }
    const standard = await lockStandard(tx, standardId)
    if (standard.arrangement !== arrangement) throw new DomainError('conflict', 'arranged')
    const present = await presentTree(tx, standardId)
    refuseCycle(present, order)
    refuseIncomplete(present, order)
    const chapters = (of: Arrangement): Arrangement => [{ group: '', items: of.map((it) => it.group) }]
    const moved = [...movedItems(chapters(present), chapters(order)), ...movedItems(present, order)]
    if (moved.length === 0) return { moved }
    const places = [
      ...order.map(({ group }, place) => ({ key: group, parent: null, place })),
      ...order.flatMap(({ group, items }) => items.map((key, place) => ({ key, parent: group, place }))),
    ]
    await tx`
      update standard_node node set parent_id = parent.id, position = placed.place
      from unnest(${places.map((it) => it.key)}::text[], ${places.map((it) => it.parent)}::text[], ${places.map((it) => it.place)}::int[])
        placed (key, parent, place)
      left join standard_node parent on parent.standard_id = ${standardId} and parent.key = placed.parent
      where node.standard_id = ${standardId} and node.key = placed.key`
    await putInOrder(tx, standardId)
    const place = (of: Arrangement, key: string) => {
      const chapter = of.findIndex((it) => it.group === key)
      if (chapter >= 0) return { nodeKey: null, place: chapter + 1 }
      const home = of.find((it) => it.items.includes(key))!
      return { nodeKey: home.group, place: home.items.indexOf(key) + 1 }
    }
    for (const key of moved)
      await keepChange(within, {
        standardId,
        kind: 'node-moved',
        nodeKey: key,
        reason,
        before: place(present, key),
        after: place(order, key),
      })
    await recordEvent(within, {
      action: 'standard.arranged',
      objectType: 'standard-terms',
      objectId: standardId,
      details: { moved },
    })
    return { moved }
  })
}

async function presentTree(tx: Queryable, standardId: string): Promise<Arrangement> {
  return tx<{ group: string; items: string[] }[]>`
    select chapter.key as group,
      coalesce(array_agg(section.key order by section.position) filter (where section.key is not null), '{}') as items
    from standard_node chapter left join standard_node section on section.parent_id = chapter.id
    where chapter.standard_id = ${standardId} and chapter.parent_id is null
    group by chapter.id order by chapter.position`
}

function refuseCycle(present: Arrangement, order: Arrangement): void {
  const chapters = present.map((it) => it.group)
  if (order.some(({ items }) => items.some((item) => chapters.includes(item)))) throw new DomainError('invalid-input', 'cycle')
}
