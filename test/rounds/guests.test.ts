import { describe, expect, it } from 'vitest'
import type { UseCase } from '#app/platform/context.server.ts'
import { asGuest, usable } from '#app/services/invitations/guest.server.ts'
import { handIn } from '#app/services/invitations/hand-in.server.ts'
import { invite } from '#app/services/invitations/invite.server.ts'
import { openInvitation } from '#app/services/invitations/open-invitation.server.ts'
import { withdrawInvitation } from '#app/services/invitations/withdraw-invitation.server.ts'
import { changeProposal } from '#app/services/rounds/change-proposal.server.ts'
import { decideProposals } from '#app/services/rounds/decide-proposals.server.ts'
import { giveProposal } from '#app/services/rounds/give-proposal.server.ts'
import { readGuestRound } from '#app/services/rounds/guest-round.server.ts'
import { receiveProposal } from '#app/services/rounds/receive-proposal.server.ts'
import { withdrawProposal } from '#app/services/rounds/withdraw-proposal.server.ts'
import { readQuestion } from '#app/services/terms-of-reference/read-terms.server.ts'
import { testDatabase } from '../support/database.ts'
import { aRound, justLate, lastDay, newQuestion, otherWording, parties, propose, proposalOf } from './round.ts'

describe('an invited organisation', () => {
  const db = testDatabase()

  /** VluchtelingenWerk opens its link. */
  async function aGuest(policy: UseCase, roundId: string, expiresOn = lastDay) {
    const { token, invitationId } = await invite(policy, {
      purpose: 'round',
      objectId: roundId,
      organisationCode: 'VWN',
      addressee: 'beleidsadviseur',
      expiresOn,
    })
    const anyone = { sql: db.sql, clock: policy.clock, origin: '192.0.2.1' }
    const invitation = await openInvitation(anyone, token)
    const guest = asGuest({ ...anyone, actor: null }, invitationId)
    const { giver } = await readGuestRound(guest, invitation)
    return { guest, giver, invitation, invitationId }
  }

  it('proposes, changes and withdraws by its link, without an account and without anybody being named', async () => {
    const { policy, dtv } = await parties(db.sql)
    const { roundId } = await aRound(policy, { asked: ['DT&V'] })
    await propose(dtv, roundId, newQuestion)
    const { guest, giver, invitation, invitationId } = await aGuest(policy, roundId)
    const first = await giveProposal(guest, roundId, giver, newQuestion)
    const second = await giveProposal(guest, roundId, giver, otherWording)
    await changeProposal(guest, roundId, giver, { number: first, revision: 1 }, otherWording)
    await withdrawProposal(guest, roundId, giver, second)
    const seen = await readGuestRound(guest, invitation)
    expect(seen.proposals.map((it) => [it.number, it.organisation, it.kind, it.withdrawnAt !== null])).toEqual([
      [first, 'VWN', 'wording', false],
      [second, 'VWN', 'wording', true],
    ])
    expect(seen.proposals.every((it) => it.giverId === null && it.invitationId === invitationId)).toBe(true)
    const events =
      await db.sql`select actor_id, origin from audit_event where action like 'proposal.%' and origin like 'invitation%'`
    expect(events.every((it) => it.actor_id === null && it.origin.startsWith(`invitation ${invitationId}`))).toBe(true)
    expect(events).toHaveLength(4)
  })

  it('sees what became of its own proposals, also after it said that its input is complete', async () => {
    const { policy } = await parties(db.sql)
    const { roundId, termsId } = await aRound(policy)
    const { guest, giver, invitation, invitationId } = await aGuest(policy, roundId)
    const number = await giveProposal(guest, roundId, giver, newQuestion)
    await handIn(guest, invitationId)
    await expect(giveProposal(guest, roundId, giver, newQuestion)).rejects.toMatchObject({ detail: 'invitation-handed-in' })
    await expect(withdrawProposal(guest, roundId, giver, number)).rejects.toMatchObject({ detail: 'invitation-handed-in' })
    const key = await decideProposals(policy, {
      roundId,
      outcomes: [{ number, revision: 1, outcome: 'adopted', reason: 'Dit ontbrak ook in het vorige rapport.' }],
      change: {
        kind: 'add',
        nodeKey: 'movement',
        wordingNl: newQuestion.wordingNl!,
        wordingEn: '',
        questionKind: 'practice',
        themes: [],
      },
    })
    expect((await readQuestion(policy, termsId, key!)).question.askedBy).toEqual(['VWN'])
    const handedIn = usable({ ...invitation, handedInAt: policy.clock() }, policy.clock)
    const seen = await readGuestRound(guest, handedIn)
    expect(seen).toMatchObject({ mayGive: false, proposals: [{ decisions: [{ outcome: 'adopted', questionKey: key }] }] })
  })

  it('is refused by a link that expired, was withdrawn, or is to something else, and keeps what it typed', async () => {
    const { policy } = await parties(db.sql)
    const { roundId } = await aRound(policy)
    const other = await aRound(policy)
    const { guest, giver, invitation, invitationId } = await aGuest(policy, roundId, '2026-11-10')
    await expect(giveProposal(guest, other.roundId, giver, newQuestion)).rejects.toMatchObject({ code: 'not-found' })
    const late = { ...guest, clock: () => new Date('2026-11-11T12:00:00Z') }
    const form = new FormData()
    for (const [name, value] of Object.entries(newQuestion)) form.append(name, String(value))
    const refused = (useCase: typeof guest) =>
      receiveProposal(
        form,
        () => {},
        (input) => giveProposal(useCase, roundId, giver, input),
        { phase: 'open' },
      )
    expect(await refused(late)).toMatchObject({ refusal: 'invitation-expired', values: { rationale: newQuestion.rationale } })
    await withdrawInvitation(policy, { invitationId, purpose: 'round', objectId: roundId, reason: 'Verkeerde organisatie.' })
    expect(await refused(guest)).toMatchObject({ status: 409, refusal: 'invitation-withdrawn' })
    await expect(readGuestRound(guest, { ...invitation, purpose: 'consultation' })).rejects.toMatchObject({ code: 'not-found' })
  })

  it('is refused after the last day of the round although its link goes on longer', async () => {
    const { policy } = await parties(db.sql)
    const { roundId } = await aRound(policy)
    const { guest, giver, invitation } = await aGuest(policy, roundId, '2026-12-31')
    const late = { ...guest, clock: () => justLate }
    await expect(giveProposal(late, roundId, giver, newQuestion)).rejects.toMatchObject({ detail: 'round-late' })
    expect((await readGuestRound(late, invitation)).mayGive).toBe(false)
    // Nothing was given, so the link was not used.
    const [row] = await db.sql`select given_at from invitation where id = ${invitation.id}`
    expect(row?.given_at).toBeNull()
  })

  it('cannot touch what another one gave', async () => {
    const { policy, dtv } = await parties(db.sql)
    const { roundId } = await aRound(policy)
    const number = await propose(dtv, roundId, newQuestion)
    const one = await aGuest(policy, roundId)
    const two = await aGuest(policy, roundId)
    const own = await giveProposal(one.guest, roundId, one.giver, newQuestion)
    for (const theirs of [number, own]) {
      await expect(withdrawProposal(two.guest, roundId, two.giver, theirs)).rejects.toMatchObject({ code: 'not-found' })
    }
    expect((await readGuestRound(two.guest, two.invitation)).proposals).toEqual([])
    expect((await proposalOf(db.sql, roundId, own)).withdrawnAt).toBeNull()
    await expect(
      db.sql`update proposal set invitation_id = ${roundId} where number = ${own} and round_id = ${roundId}`,
    ).rejects.toThrow(/foreign key/)
  })
})
