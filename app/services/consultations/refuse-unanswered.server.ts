import type { Queryable } from '#app/platform/database/sql.server.ts'
import { DomainError } from '#app/platform/errors.ts'

/**
 * A version becomes consulted only when the consultation question is answered: who was consulted, when and how, or why nobody (SR-49). The
 * database holds the same rule.
 * @throws {DomainError} `invalid-input` (`consultation-unanswered`).
 */
export async function refuseUnanswered(tx: Queryable, standardId: string): Promise<void> {
  const [answered] = await tx`select 1 from consultation where standard_id = ${standardId} and answer is not null`
  if (!answered) throw new DomainError('invalid-input', 'consultation-unanswered')
}
