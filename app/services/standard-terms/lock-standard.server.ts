import { z } from 'zod'
import type { Queryable } from '#app/platform/database/sql.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { StandardKind } from '#schemas/standard-terms.ts'
import { Day, Id } from '#schemas/values.ts'
import { StandardStatus } from '#schemas/vocabulary.ts'

const LockedStandard = z.object({
  id: Id,
  kind: StandardKind,
  version: z.string(),
  titleNl: z.string(),
  titleEn: z.string(),
  status: StandardStatus,
  inForceFrom: Day.nullable(),
  basedOnId: Id.nullable(),
  arrangement: z.number().int(),
})
export type LockedStandard = z.infer<typeof LockedStandard>

/**
 * Locks a version until the end of the transaction, so that of two people who change it at once one comes first.
 * @throws {DomainError} `not-found`; `wrong-state` (detail: the status it has) when it is not, or no longer, in one of the expected ones:
 * only a draft changes.
 */
export async function lockStandard(
  tx: Queryable,
  standardId: string,
  expected: readonly StandardStatus[] = ['draft'],
): Promise<LockedStandard> {
  if (!Id.safeParse(standardId).success) throw new DomainError('not-found')
  const [row] = await tx`
    select id, kind, version, title_nl as "titleNl", title_en as "titleEn", status, in_force_from as "inForceFrom",
      based_on_id as "basedOnId", arrangement
    from standard_terms where id = ${standardId} for update`
  if (!row) throw new DomainError('not-found')
  const standard = LockedStandard.parse(row)
  if (!expected.includes(standard.status)) throw new DomainError('wrong-state', standard.status)
  return standard
}
