import { z } from 'zod'
import { recordEvent } from '#app/platform/audit/record-event.server.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { Id } from '#schemas/values.ts'
import { keepChange } from './keep-change.server.ts'
import { lockNode } from './lock-node.server.ts'
import { lockStandard } from './lock-standard.server.ts'
import { putInOrder } from './put-in-order.server.ts'
import { ChangeReason } from './question-fields.ts'

export const RemovedNode = z.object({
  standardId: Id,
  nodeKey: z.string().max(200),
  /** The revision the person saw. */
  revision: z.number().int(),
  reason: ChangeReason,
})
export type RemovedNode = z.infer<typeof RemovedNode>

/**
 * Takes an empty chapter or section out of a draft; the numbers of those after it follow.
 * @throws {DomainError} `not-found`; `wrong-state` when the version is no draft; `conflict` (`node-changed`); `invalid-input` (`node-not-empty`) while it
 * holds sections or questions: no question disappears unnoticed.
 */
export async function removeNode(useCase: UseCase, input: RemovedNode): Promise<void> {
  const { standardId, nodeKey, revision, reason } = RemovedNode.parse(input)
  await withTransaction(useCase.sql, async (tx) => {
    const within = { ...useCase, sql: tx }
    await lockStandard(tx, standardId)
    const { id, titleNl, titleEn, parentKey } = await lockNode(tx, standardId, nodeKey, revision)
    const [inside] = await tx`
      select 1 from standard_node where parent_id = ${id} union all select 1 from standard_question where node_id = ${id} limit 1`
    if (inside) throw new DomainError('invalid-input', 'node-not-empty')
    await tx`delete from standard_node where id = ${id}`
    await putInOrder(tx, standardId)
    await keepChange(within, { standardId, kind: 'node-removed', nodeKey, reason, before: { titleNl, titleEn, parentKey } })
    await recordEvent(within, {
      action: 'standard.node-removed',
      objectType: 'standard-terms',
      objectId: standardId,
      details: { nodeKey },
    })
  })
}
