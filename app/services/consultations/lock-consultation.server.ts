import { z } from 'zod'
import type { Queryable } from '#app/platform/database/sql.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { Day, Id } from '#schemas/values.ts'
import { StandardStatus } from '#schemas/vocabulary.ts'

const Locked = z.object({ status: StandardStatus, closesOn: Day.nullable(), revision: z.number().int() })

/**
 * Locks the consultation about a version until the end of the transaction; there is one from the first thing that is done. The version's status
 * cannot change meanwhile.
 * @param draftOnly whether the version must still be a draft.
 * @throws {DomainError} `not-found`; `wrong-state` (detail: the status it has) when it is no draft any more and must be.
 */
export async function lockConsultation(
  tx: Queryable,
  standardId: string,
  { draftOnly = true }: { draftOnly?: boolean } = {},
): Promise<z.infer<typeof Locked>> {
  if (!Id.safeParse(standardId).success) throw new DomainError('not-found')
  const [standard] = await tx`select status from standard_terms where id = ${standardId} for share`
  if (!standard) throw new DomainError('not-found')
  if (draftOnly && standard.status !== 'draft') throw new DomainError('wrong-state', standard.status as string)
  if (draftOnly) await tx`insert into consultation (standard_id) values (${standardId}) on conflict do nothing`
  const [row] = await tx`
    select closes_on as "closesOn", revision from consultation where standard_id = ${standardId} for update`
  if (!row) throw new DomainError('not-found')
  return Locked.parse({ ...row, status: standard.status as string })
}
