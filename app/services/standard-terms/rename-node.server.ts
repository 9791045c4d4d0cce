import { z } from 'zod'
import { recordEvent } from '#app/platform/audit/record-event.server.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import { Id } from '#schemas/values.ts'
import { keepChange } from './keep-change.server.ts'
import { lockNode } from './lock-node.server.ts'
import { lockStandard } from './lock-standard.server.ts'
import { ChangeReason } from './question-fields.ts'
import { StandardTitle } from './start-draft.server.ts'

export const RenamedNode = z.object({
  standardId: Id,
  nodeKey: z.string().max(200),
  /** The revision the person saw. */
  revision: z.number().int(),
  titleNl: StandardTitle,
  titleEn: StandardTitle,
  reason: ChangeReason,
})
export type RenamedNode = z.infer<typeof RenamedNode>

/**
 * Gives a chapter or section of a draft another title.
 * @throws {DomainError} `not-found`; `wrong-state` when the version is no draft; `conflict` (`node-changed`) with it as it is now in `data.current`.
 */
export async function renameNode(useCase: UseCase, input: RenamedNode): Promise<void> {
  const { standardId, nodeKey, revision, titleNl, titleEn, reason } = RenamedNode.parse(input)
  await withTransaction(useCase.sql, async (tx) => {
    const within = { ...useCase, sql: tx }
    await lockStandard(tx, standardId)
    const node = await lockNode(tx, standardId, nodeKey, revision)
    if (node.titleNl === titleNl && node.titleEn === titleEn) return
    await tx`
      update standard_node set title_nl = ${titleNl}, title_en = ${titleEn}, revision = revision + 1 where id = ${node.id}`
    await keepChange(within, {
      standardId,
      kind: 'node-renamed',
      nodeKey,
      reason,
      before: { titleNl: node.titleNl, titleEn: node.titleEn },
      after: { titleNl, titleEn },
    })
    await recordEvent(within, {
      action: 'standard.node-renamed',
      objectType: 'standard-terms',
      objectId: standardId,
      details: { nodeKey },
    })
  })
}
