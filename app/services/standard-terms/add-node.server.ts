import { z } from 'zod'
import { recordEvent } from '#app/platform/audit/record-event.server.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import type { Queryable } from '#app/platform/database/sql.server.ts'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { Id } from '#schemas/values.ts'
import { refuseDuplicateKey } from './add-standard-question.server.ts'
import { keepChange } from './keep-change.server.ts'
import { lockStandard } from './lock-standard.server.ts'
import { putInOrder } from './put-in-order.server.ts'
import { ChangeReason, Key } from './question-fields.ts'
import { StandardTitle } from './start-draft.server.ts'

export const NewNode = z.object({
  standardId: Id,
  /** The chapter a section goes in, after the others; null for a chapter. */
  parentKey: z.string().max(200).nullable(),
  key: Key,
  titleNl: StandardTitle,
  titleEn: StandardTitle,
  reason: ChangeReason,
})
export type NewNode = z.infer<typeof NewNode>

/**
 * Adds a chapter, or a section to a chapter, after the others; its number follows from its place.
 * @throws {DomainError} `not-found`; `wrong-state` when the version is no draft; `invalid-input`: `duplicate-key`, `not-a-chapter`.
 */
export async function addNode(useCase: UseCase, input: NewNode): Promise<void> {
  const { standardId, parentKey, key, titleNl, titleEn, reason } = NewNode.parse(input)
  await withTransaction(useCase.sql, async (tx) => {
    const within = { ...useCase, sql: tx }
    await lockStandard(tx, standardId)
    await refuseDuplicateKey(tx, standardId, key)
    await tx`
      insert into standard_node (standard_id, parent_id, key, number, title_nl, title_en, position)
      values (${standardId}, ${parentKey === null ? null : await chapterId(tx, standardId, parentKey)}, ${key}, 'new', ${titleNl}, ${titleEn},
        (select count(*) from standard_node where standard_id = ${standardId}))`
    await putInOrder(tx, standardId)
    await keepChange(within, { standardId, kind: 'node-added', nodeKey: key, reason, after: { titleNl, titleEn, parentKey } })
    await recordEvent(within, {
      action: 'standard.node-added',
      objectType: 'standard-terms',
      objectId: standardId,
      details: { nodeKey: key },
    })
  })
}

async function chapterId(tx: Queryable, standardId: string, key: string): Promise<string> {
  const [node] = await tx`select id, parent_id from standard_node where standard_id = ${standardId} and key = ${key}`
  if (!node) throw new DomainError('not-found')
  if (node.parent_id !== null) throw new DomainError('invalid-input', 'not-a-chapter')
  return node.id as string
}
