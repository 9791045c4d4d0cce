import type { z } from 'zod'
import { recordEvent } from '#app/platform/audit/record-event.server.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { linkInputs, PointFields } from './distil-point.server.ts'
import { lockPoint, SeenPoint } from './lock-point.server.ts'

export const ChangedPoint = SeenPoint.extend(PointFields.shape)
export type ChangedPoint = z.input<typeof ChangedPoint>

/**
 * Changes the words of a point, its themes, or the input it comes from, as long as it is undecided: what givers were told stands.
 * @throws {DomainError} `not-found`; `conflict`: `changed-meanwhile`, `point-decided`; `invalid-input` (`unknown-input`).
 */
export async function changePoint(useCase: UseCase, input: ChangedPoint): Promise<void> {
  const { body, themes, inputs, ...seen } = ChangedPoint.parse(input)
  await withTransaction(useCase.sql, async (tx) => {
    const point = await lockPoint(tx, seen)
    if (point.decided) throw new DomainError('conflict', 'point-decided')
    await tx`
      update consultation_point set body = ${body}, themes = ${[...new Set(themes)]}, revision = revision + 1 where id = ${point.id}`
    await linkInputs(tx, seen.standardId, point.id, inputs)
    await recordEvent(
      { ...useCase, sql: tx },
      {
        action: 'consultation.point-changed',
        objectType: 'consultation',
        objectId: seen.standardId,
        details: { number: seen.number, revision: seen.revision + 1 },
      },
    )
  })
}
