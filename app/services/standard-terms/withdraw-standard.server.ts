import type { z } from 'zod'
import type { UseCase } from '#app/platform/context.server.ts'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { today } from '#app/platform/today.ts'
import { Id } from '#schemas/values.ts'
import { lockStandard } from './lock-standard.server.ts'
import { StandardStep } from './mark-consulted.server.ts'
import { moveOn } from './move-on.server.ts'

export const WithdrawnStandard = StandardStep.extend({
  /** The version that takes its place, when there is one. */
  successorId: Id.nullable().optional(),
})
export type WithdrawnStandard = z.infer<typeof WithdrawnStandard>

/**
 * Withdraws a version today: no new terms of reference start from it; those that did stay as they are. A draft or consulted version is given up
 * this way.
 * @throws {DomainError} `not-found`; `wrong-state` when it was withdrawn already; `invalid-input` (`no-successor`) when the successor is unknown, of
 * another kind, or the version itself.
 */
export async function withdrawStandard(useCase: UseCase, input: WithdrawnStandard): Promise<void> {
  const { standardId, reason, successorId } = WithdrawnStandard.parse(input)
  await withTransaction(useCase.sql, async (tx) => {
    const standard = await lockStandard(tx, standardId, ['draft', 'consulted', 'in-force'])
    const [successor] = await tx<{ id: string; version: string }[]>`
      select id, version from standard_terms where id = ${successorId ?? null} and kind = ${standard.kind} and id <> ${standard.id}`
    if (successorId && !successor) throw new DomainError('invalid-input', 'no-successor')
    await moveOn({ ...useCase, sql: tx }, standard, {
      to: 'withdrawn',
      reason,
      on: today(useCase.clock),
      ...(successor && { successor }),
    })
  })
}
