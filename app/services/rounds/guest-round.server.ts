import type { UseCase } from '#app/platform/context.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { asGuest, type GuestInvitation } from '../invitations/guest.server.ts'
import { giverByInvitation, isOwn, type Giver } from './giver.ts'
import { readProposals, type Proposal } from './read-proposals.server.ts'
import { readRound, type Round } from './read-round.server.ts'

export type GuestRound = {
  round: Round
  /** Those this organisation gave by this invitation, withdrawn ones included, with what became of each. */
  proposals: Proposal[]
  giver: Giver
  /** Whether this guest can propose now: the round and the link both take input. */
  mayGive: boolean
}

/** The round a guest was invited to, as the guest may see it. @throws {DomainError} `not-found` when the invitation is to something else. */
export async function readGuestRound(
  useCase: Pick<UseCase<null>, 'sql' | 'clock' | 'origin'>,
  invitation: GuestInvitation,
): Promise<GuestRound> {
  if (invitation.purpose !== 'round') throw new DomainError('not-found')
  const round = await readRound(asGuest(useCase, invitation.id), invitation.objectId)
  const giver = giverByInvitation(invitation)
  const proposals = (await readProposals(useCase.sql, round.id)).filter((proposal) => isOwn(giver, proposal))
  return { round, proposals, giver, mayGive: round.phase === 'open' && invitation.state === 'open' }
}

/** One of the guest's proposals that was not withdrawn. @throws {DomainError} `not-found`. */
export function ownProposal({ proposals }: GuestRound, number: string | undefined): Proposal {
  const found = proposals.find((it) => String(it.number) === number && it.withdrawnAt === null)
  if (!found) throw new DomainError('not-found')
  return found
}
