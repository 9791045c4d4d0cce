import type { Queryable } from '#app/platform/database/sql.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { Id } from '#schemas/values.ts'
import { TermsStatus } from '#schemas/vocabulary.ts'

export type LockedTerms = {
  status: TermsStatus
  /** How many times they were handed over. */
  turn: number
}

/**
 * Locks terms of reference until the end of the transaction, so that of two people who change or hand over at once one comes first.
 * @param expected one state, or several that will do.
 * @throws {DomainError} `not-found`; `wrong-state` (detail: the state they are in) when they are no longer in an expected one.
 */
export async function lockTerms(
  tx: Queryable,
  termsId: string,
  expected: TermsStatus | readonly TermsStatus[],
): Promise<LockedTerms> {
  if (!Id.safeParse(termsId).success) throw new DomainError('not-found')
  const [row] = await tx`select status, turn from terms_of_reference where id = ${termsId} for update`
  if (!row) throw new DomainError('not-found')
  const status = TermsStatus.parse(row.status)
  if (![expected].flat().includes(status)) throw new DomainError('wrong-state', status)
  return { status, turn: row.turn as number }
}
