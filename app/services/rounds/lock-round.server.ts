import { z } from 'zod'
import type { UseCase } from '#app/platform/context.server.ts'
import type { Queryable } from '#app/platform/database/sql.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { today } from '#app/platform/today.ts'
import { Day, Id } from '#schemas/values.ts'
import { holdInvitation } from '../invitations/hold-invitation.server.ts'
import type { Giver } from './giver.ts'

const LockedRound = z.object({
  id: Id,
  termsId: Id.nullable(),
  standardId: Id.nullable(),
  closesOn: Day,
  asked: z.array(z.string()),
  closed: z.boolean(),
})
export type LockedRound = z.infer<typeof LockedRound>

/**
 * Locks a round until the end of the transaction: proposals, merging, decisions and closing come one after the other.
 * @throws {DomainError} `not-found`; `wrong-state` (`round-closed`) when it is closed.
 */
export async function lockRound(tx: Queryable, roundId: string): Promise<LockedRound> {
  if (!Id.safeParse(roundId).success) throw new DomainError('not-found')
  const [row] = await tx`
    select id, terms_id as "termsId", standard_id as "standardId", closes_on as "closesOn", closed_at is not null as closed,
      array(select organisation from round_asked where round_id = round.id order by organisation) as asked
    from round where id = ${roundId} for update`
  if (!row) throw new DomainError('not-found')
  const round = LockedRound.parse(row)
  if (round.closed) throw new DomainError('wrong-state', 'round-closed')
  return round
}

/** @throws {DomainError} `wrong-state` (`round-late`) after the last day on which proposals can be made, Dutch time. */
export function refuseLate(round: Pick<LockedRound, 'closesOn'>, clock: () => Date): void {
  if (today(clock) > round.closesOn) throw new DomainError('wrong-state', 'round-late')
}

/**
 * Locks a round for who gives, changes or withdraws a proposal in it; of a guest the invitation is held as well.
 * @throws {DomainError} as `lockRound` and `holdInvitation`; `not-found` for an invitation to something else.
 */
export async function lockRoundFor(
  giver: Giver,
  { sql, clock }: Pick<UseCase, 'sql' | 'clock'>,
  roundId: string,
): Promise<LockedRound> {
  const round = await lockRound(sql, roundId)
  if (giver.invitationId === null) return round
  const { purpose, objectId } = await holdInvitation({ sql, clock }, giver.invitationId)
  if (purpose !== 'round' || objectId !== roundId) throw new DomainError('not-found')
  return round
}
