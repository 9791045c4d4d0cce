import { z } from 'zod'
import { today } from '#app/platform/today.ts'
import { Day, Id } from '#schemas/values.ts'
import { InvitationPurpose, OrganisationCode, type InvitationState } from '#schemas/vocabulary.ts'

/** Days after handing in, or after the last day, in which a link still shows what became of what was given. */
export const followDays = 365

export const Invitation = z.object({
  id: Id,
  purpose: InvitationPurpose,
  /** The round, or the version of the standard that is consulted on. */
  objectId: Id,
  organisation: OrganisationCode,
  organisationNl: z.string(),
  organisationEn: z.string(),
  /** A function, never a person's name. */
  addressee: z.string(),
  /** The last day, Dutch time, on which something can be given. */
  expiresOn: Day,
  createdAt: z.date(),
  openedAt: z.date().nullable(),
  givenAt: z.date().nullable(),
  handedInAt: z.date().nullable(),
  withdrawnAt: z.date().nullable(),
  withdrawnReason: z.string().nullable(),
})
export type Invitation = z.infer<typeof Invitation>

type Facts = Pick<Invitation, 'expiresOn' | 'givenAt' | 'handedInAt' | 'withdrawnAt'>

/**
 * What a link can do on a day (`YYYY-MM-DD`, Dutch time): `open` takes input; `handed-in` and `closed` only show what was given and what became of
 * it; `expired` and `withdrawn` show nothing any more.
 */
export function invitationState({ expiresOn, givenAt, handedInAt, withdrawnAt }: Facts, day: string): InvitationState {
  if (withdrawnAt) return 'withdrawn'
  const until = handedInAt ? today(() => handedInAt) : expiresOn
  const following = day <= later(until, followDays)
  if (handedInAt) return following ? 'handed-in' : 'expired'
  if (day <= expiresOn) return 'open'
  return givenAt && following ? 'closed' : 'expired'
}

function later(day: string, days: number): string {
  const moved = new Date(`${day}T00:00:00Z`)
  moved.setUTCDate(moved.getUTCDate() + days)
  return moved.toISOString().slice(0, 10)
}
