import type { z } from 'zod'
import type { UseCase } from '#app/platform/context.server.ts'
import type { Queryable } from '#app/platform/database/sql.server.ts'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { today } from '#app/platform/today.ts'
import type { Actor } from '#app/policies/actor.ts'
import type { StandardKind } from '#schemas/standard-terms.ts'
import { Id } from '#schemas/values.ts'
import { lockStandard, type LockedStandard } from './lock-standard.server.ts'
import { StandardStep } from './mark-consulted.server.ts'
import { moveOn } from './move-on.server.ts'

export const PutInForce = StandardStep.extend({
  /** The version in force that the person saw, which this one succeeds; null when they saw none. Not checked when absent. */
  succeedsId: Id.nullable().optional(),
})
export type PutInForce = z.infer<typeof PutInForce>

/**
 * A consulted version comes in force today, for all terms of reference that are drawn up from now on; the one of its kind that was in force is
 * withdrawn in its favour. From here it never changes.
 * @throws {DomainError} `not-found`; `wrong-state` when it is not consulted; `conflict` (`other-in-force`) when meanwhile another version came in force
 * than the person saw: only one of a kind is (SR-02).
 */
export async function putInForce(useCase: UseCase, input: PutInForce): Promise<void> {
  const { standardId, reason, succeedsId } = PutInForce.parse(input)
  await withTransaction(useCase.sql, async (tx) => {
    const [kind] = await tx<{ kind: StandardKind }[]>`select kind from standard_terms where id = ${standardId}`
    const former = kind ? await lockInForce(tx, kind.kind) : null
    const standard = await lockStandard(tx, standardId, ['consulted'])
    if (succeedsId !== undefined && succeedsId !== (former?.id ?? null)) throw new DomainError('conflict', 'other-in-force')
    await succeed({ ...useCase, sql: tx }, standard, former, reason)
  })
}

/**
 * The version of a kind that is in force, locked. All who put one of this kind in force wait here for each other, also when none is yet.
 */
export async function lockInForce(tx: Queryable, kind: StandardKind): Promise<LockedStandard | null> {
  await tx`select pg_advisory_xact_lock(hashtext('standard in force: ' || ${kind}))`
  const [row] = await tx<{ id: string }[]>`select id from standard_terms where kind = ${kind} and status = 'in-force'`
  return row ? lockStandard(tx, row.id, ['in-force']) : null
}

/** Withdraws the former version in favour of the new one, and puts that in force. */
export async function succeed(
  useCase: UseCase<Actor | null>,
  standard: LockedStandard,
  former: LockedStandard | null,
  reason: string | null,
): Promise<void> {
  const on = today(useCase.clock)
  if (former) await moveOn(useCase, former, { to: 'withdrawn', reason, on, successor: standard })
  await moveOn(useCase, standard, { to: 'in-force', reason, on })
}
