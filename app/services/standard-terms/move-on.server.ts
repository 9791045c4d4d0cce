import { recordEvent } from '#app/platform/audit/record-event.server.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import type { Actor } from '#app/policies/actor.ts'
import type { StandardStatus } from '#schemas/vocabulary.ts'
import { keepChange } from './keep-change.server.ts'
import type { LockedStandard } from './lock-standard.server.ts'

type Step = {
  to: StandardStatus
  reason: string | null
  /** When it is consulted, in force or withdrawn, `YYYY-MM-DD`. */
  on?: string
  successor?: { id: string; version: string }
}

/** Brings a locked version to another status, with what that means for its dates; pass the transaction's `sql`. The database holds the order of steps. */
export async function moveOn(useCase: UseCase<Actor | null>, standard: LockedStandard, step: Step): Promise<void> {
  const { to, reason, on = null, successor } = step
  const { sql } = useCase
  await sql`
    update standard_terms set status = ${to},
      consulted_on = case when ${to} = 'consulted' then ${on}::date when ${to} = 'draft' then null else consulted_on end,
      in_force_from = case when ${to} = 'in-force' then ${on}::date else in_force_from end,
      withdrawn_on = case when ${to} = 'withdrawn' then ${on}::date end,
      successor_id = ${successor?.id ?? null}
    where id = ${standard.id}`
  await keepChange(useCase, {
    standardId: standard.id,
    kind: to === 'draft' ? 'returned' : to,
    reason,
    before: { status: standard.status },
    after: { status: to, ...(on && { on }), ...(successor && { successor: successor.version }) },
  })
  await recordEvent(useCase, {
    action: 'standard.moved-on',
    objectType: 'standard-terms',
    objectId: standard.id,
    details: { from: standard.status, to, successorId: successor?.id ?? null },
  })
}
