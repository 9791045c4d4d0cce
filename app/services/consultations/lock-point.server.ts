import { z } from 'zod'
import type { Queryable } from '#app/platform/database/sql.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { Id } from '#schemas/values.ts'
import { PointAction } from '#schemas/vocabulary.ts'
import { lockConsultation } from './lock-consultation.server.ts'

const LockedPoint = z.object({ id: Id, action: PointAction.nullable(), decided: z.boolean(), revision: z.number().int() })

/**
 * Locks a point until the end of the transaction.
 * @param seen the revision the person saw.
 * @throws {DomainError} `not-found`; `conflict` (`changed-meanwhile`) when someone else changed it first.
 */
export async function lockPoint(
  tx: Queryable,
  { standardId, number, revision }: { standardId: string; number: number; revision: number },
): Promise<z.infer<typeof LockedPoint>> {
  await lockConsultation(tx, standardId, { draftOnly: false })
  const [row] = await tx`
    select id, action, exists (select from consultation_outcome where point_id = consultation_point.id) as decided, revision
    from consultation_point where standard_id = ${standardId} and number = ${number} for update`
  if (!row) throw new DomainError('not-found')
  const point = LockedPoint.parse(row)
  if (point.revision !== revision) throw new DomainError('conflict', 'changed-meanwhile')
  return point
}

/** Which point, as the person saw it. */
export const SeenPoint = z.object({
  standardId: Id,
  number: z.coerce.number().int().min(1).max(1_000_000),
  revision: z.coerce.number().int(),
})
