import type { Config } from '#app/platform/config.server.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { readCookie, sign, unsign, writeCookie } from '#app/platform/http/cookies.server.ts'
import { today } from '#app/platform/today.ts'
import { invitationState, type Invitation } from './invitation.ts'
import { invitationOfToken } from './read-invitation.server.ts'

const cookieName = 'invitation'
/** Seconds a guest can go on without opening the link again: a working day. */
const cookieSeconds = 12 * 60 * 60

/** An invitation that its link still opens; only an `open` one takes input, the others show what became of what was given. */
export type GuestInvitation = Invitation & { state: 'open' | 'handed-in' | 'closed' }

/** Remembers on the guest's device, out of reach of scripts, which link was opened: the token stays out of addresses, logs and referers. */
export const invitationCookie = (config: Config, token: string): string =>
  writeCookie(cookieName, sign(token, config.sessionSecret), {
    maxAgeSeconds: cookieSeconds,
    secure: config.baseUrl.startsWith('https:'),
  })

/** What a guest does is written down without a person: the origin names the invitation, never its token. */
export const asGuest = <T extends { origin: string }>(useCase: T, invitationId: string): T & { actor: null } => ({
  ...useCase,
  actor: null,
  origin: `invitation ${invitationId}, ${useCase.origin}`,
})

/**
 * The invitation that this device opened a link of, as it stands now.
 * @throws {DomainError} `not-found` (`invitation-unknown`) without such a cookie; `gone` (`invitation-expired`, `invitation-withdrawn`).
 */
export async function guestInvitation(
  { sql, clock }: Pick<UseCase<null>, 'sql' | 'clock'>,
  cookieHeader: string | null,
  secret: string,
): Promise<GuestInvitation> {
  const token = unsign(readCookie(cookieHeader, cookieName), secret)
  const found = token === undefined ? null : await invitationOfToken(sql, token)
  if (!found) throw new DomainError('not-found', 'invitation-unknown')
  return usable(found, clock)
}

/** Why a device opens no invitation: what its page says. */
export type GuestProblem = { detail: string; status: number }

/** The same for pages that keep what a guest typed when meanwhile the link shows nothing any more: the problem instead of an error. */
export async function guestOrProblem(
  ...given: Parameters<typeof guestInvitation>
): Promise<{ guest: GuestInvitation; problem: null } | { guest: null; problem: GuestProblem }> {
  try {
    return { guest: await guestInvitation(...given), problem: null }
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    return { guest: null, problem: { detail: error.detail ?? error.code, status: error.status } }
  }
}

/** @throws {DomainError} `gone` when its link shows nothing any more. */
export function usable(invitation: Invitation, clock: () => Date): GuestInvitation {
  const state = invitationState(invitation, today(clock))
  if (state === 'expired' || state === 'withdrawn') throw new DomainError('gone', `invitation-${state}`)
  return { ...invitation, state }
}
