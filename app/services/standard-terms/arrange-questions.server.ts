import { z } from 'zod'
import type { UseCase } from '#app/platform/context.server.ts'
import type { Queryable } from '#app/platform/database/sql.server.ts'
import { recordEvent } from '#app/platform/audit/record-event.server.ts'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { Id } from '#schemas/values.ts'
import { movedItems, type Arrangement } from './arrangement.ts'
import { keepChange } from './keep-change.server.ts'
import { lockStandard } from './lock-standard.server.ts'
import { putInOrder } from './put-in-order.server.ts'
import { ChangeReason } from './question-fields.ts'

const keys = z.array(z.string().max(200)).max(1000)

export const NewArrangement = z.object({
  standardId: Id,
  /** The arrangement the person saw. */
  arrangement: z.number().int(),
  order: z.array(z.object({ group: z.string().max(200), items: keys })).max(200),
  reason: ChangeReason,
})
export type NewArrangement = z.input<typeof NewArrangement>

/**
 * Puts the questions of some sections in another order, or in another of these sections.
 * @param input.order the sections (`group`) with the keys of all questions that stand in them now (`items`).
 * @returns the keys of the questions that moved.
 * @throws {DomainError} `not-found`; `wrong-state` when the version is no draft; `conflict` (`arranged`) when someone moved, added or removed something
 * meanwhile; `invalid-input` (`order-incomplete`) when a question is missing, double or of elsewhere.
 */
export async function arrangeQuestions(useCase: UseCase, input: NewArrangement): Promise<{ moved: string[] }> {
  const { standardId, arrangement, order, reason } = NewArrangement.parse(input)
  return withTransaction(useCase.sql, async (tx) => {
    const within = { ...useCase, sql: tx }
    const standard = await lockStandard(tx, standardId)
    if (standard.arrangement !== arrangement) throw new DomainError('conflict', 'arranged')
    const present = await presentOrder(tx, standardId, order)
    const moved = movedItems(present, order)
    if (moved.length === 0) return { moved }
    const places = order.flatMap(({ group, items }) => items.map((key, place) => ({ group, key, place })))
    await tx`
      update standard_question question set node_id = node.id, position = placed.place
      from unnest(${places.map((it) => it.key)}::text[], ${places.map((it) => it.group)}::text[], ${places.map((it) => it.place)}::int[])
        placed (key, section, place)
      join standard_node node on node.standard_id = ${standardId} and node.key = placed.section
      where question.standard_id = ${standardId} and question.key = placed.key`
    await putInOrder(tx, standardId)
    for (const key of moved) {
      const place = (of: Arrangement) =>
        of.flatMap(({ group, items }) => (items.includes(key) ? { nodeKey: group, place: items.indexOf(key) + 1 } : []))[0]!
      await keepChange(within, {
        standardId,
        kind: 'question-moved',
        questionKey: key,
        reason,
        before: place(present),
        after: place(order),
      })
    }
    await recordEvent(within, {
      action: 'standard.arranged',
      objectType: 'standard-terms',
      objectId: standardId,
      details: { moved },
    })
    return { moved }
  })
}

/** How the named sections stand now, when the new order has exactly their questions. */
async function presentOrder(tx: Queryable, standardId: string, order: Arrangement): Promise<Arrangement> {
  const rows = await tx<{ group: string; items: string[] }[]>`
    select node.key as group,
      coalesce(array_agg(question.key order by question.position) filter (where question.key is not null), '{}') as items
    from standard_node node left join standard_question question on question.node_id = node.id
    where node.standard_id = ${standardId} and node.parent_id is not null and node.key = any(${order.map((it) => it.group)})
    group by node.key`
  refuseIncomplete(rows, order)
  return rows
}

/** @throws {DomainError} `invalid-input` (`order-incomplete`) unless both have the same groups and, all together, the same items, each once. */
export function refuseIncomplete(present: Arrangement, order: Arrangement): void {
  const same = (one: readonly string[], other: readonly string[]) => [...one].sort().join('\n') === [...other].sort().join('\n')
  const groups = (of: Arrangement) => of.map((it) => it.group)
  const items = (of: Arrangement) => of.flatMap((it) => it.items)
  if (!same(groups(present), groups(order)) || !same(items(present), items(order)))
    throw new DomainError('invalid-input', 'order-incomplete')
}
