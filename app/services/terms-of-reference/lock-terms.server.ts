import type { Queryable } from '#app/platform/database/sql.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { Id } from '#schemas/values.ts'
import { TermsStatus } from '#schemas/vocabulary.ts'

/**
 * Locks terms of reference until the end of the transaction, so that of two people who change or hand over at once one comes first.
 * @throws {DomainError} `not-found`; `wrong-state` (detail: the state they are in) when they are no longer in the expected one.
 */
export async function lockTerms(tx: Queryable, termsId: string, expected: TermsStatus): Promise<void> {
  if (!Id.safeParse(termsId).success) throw new DomainError('not-found')
  const [row] = await tx`select status from terms_of_reference where id = ${termsId} for update`
  if (!row) throw new DomainError('not-found')
  const status = TermsStatus.parse(row.status)
  if (status !== expected) throw new DomainError('wrong-state', status)
}
