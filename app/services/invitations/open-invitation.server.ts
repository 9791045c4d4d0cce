import { recordEvent } from '#app/platform/audit/record-event.server.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { today } from '#app/platform/today.ts'
import { invitationState, type Invitation } from './invitation.ts'
import { countAttempt, isTooMany, madeAttempts } from './link-attempts.server.ts'
import { invitationOfToken } from './read-invitation.server.ts'
import { asGuest, usable, type GuestInvitation } from './guest.server.ts'

type Opening = Pick<UseCase, 'sql' | 'clock' | 'origin'>

/**
 * What a link opens. Links that do not exist are counted by where they come from, before they are looked up: nobody can try them all at once.
 * @throws {DomainError} `not-found` (`invitation-unknown`); `gone` (`invitation-expired`, `invitation-withdrawn`); `too-many-attempts` for
 * every link from a place where too many unknown ones were tried lately.
 */
export async function openInvitation(useCase: Opening, token: string): Promise<GuestInvitation> {
  const found = await withTransaction(useCase.sql, (tx) => lookUp({ ...useCase, sql: tx }, token))
  if (found instanceof DomainError) throw found
  return usable(found, useCase.clock)
}

/** What is refused here was written down as well, and so is not thrown inside the transaction. */
async function lookUp(useCase: Opening, token: string): Promise<Invitation | DomainError> {
  const { sql, clock, origin } = useCase
  const now = clock()
  const made = await madeAttempts(sql, origin, now)
  if (isTooMany(made)) return new DomainError('too-many-attempts', 'invitation.open')
  const found = await invitationOfToken(sql, token)
  if (!found) {
    const last = await countAttempt(sql, origin, now, made)
    await refused(useCase, null, last ? 'too-many-attempts' : 'unknown')
    return new DomainError('not-found', 'invitation-unknown')
  }
  const state = invitationState(found, today(clock))
  if (state === 'expired' || state === 'withdrawn') await refused(useCase, found.id, state)
  else if (found.openedAt === null) {
    // Two who open it first at once: one comes first.
    const [first] = await sql`update invitation set opened_at = ${now} where id = ${found.id} and opened_at is null returning id`
    if (first) await recordEvent(asGuest(useCase, found.id), { action: 'invitation.opened', ...about(found.id), details: {} })
  }
  return found
}

const about = (objectId: string | null) => ({ objectType: 'invitation', objectId }) as const

const refused = (
  useCase: Opening,
  id: string | null,
  reason: 'unknown' | 'expired' | 'withdrawn' | 'too-many-attempts',
): Promise<void> =>
  recordEvent(id ? asGuest(useCase, id) : { ...useCase, actor: null }, {
    action: 'invitation.refused',
    ...about(id),
    result: 'refused',
    details: { reason },
  })
