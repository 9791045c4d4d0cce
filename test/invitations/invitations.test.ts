import { beforeAll, describe, expect, it } from 'vitest'
import type { UseCase } from '#app/platform/context.server.ts'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import { asGuest, guestInvitation, invitationCookie } from '#app/services/invitations/guest.server.ts'
import { handIn } from '#app/services/invitations/hand-in.server.ts'
import { holdInvitation } from '#app/services/invitations/hold-invitation.server.ts'
import { invitationState } from '#app/services/invitations/invitation.ts'
import { invite, type NewInvitation } from '#app/services/invitations/invite.server.ts'
import { listInvitations } from '#app/services/invitations/list-invitations.server.ts'
import { openInvitation } from '#app/services/invitations/open-invitation.server.ts'
import { receiveInvitation } from '#app/services/invitations/receive-invitation.server.ts'
import { withdrawInvitation } from '#app/services/invitations/withdraw-invitation.server.ts'
import { testDatabase } from '../support/database.ts'
import { addPerson, as, noon } from '../support/people.ts'

const db = testDatabase()
const objectId = 'c0000000-0000-4000-8000-000000000001'
const secret = 'a secret of at least thirty-two characters'
let policy: UseCase
beforeAll(async () => {
  policy = as(db.sql, await addPerson(db.sql, 'policy'))
})

const inviting = (instead: Partial<NewInvitation> = {}) =>
  invite(policy, {
    purpose: 'consultation',
    objectId,
    organisationCode: 'VWN',
    addressee: 'beleidsadviseur',
    expiresOn: '2026-11-30',
    ...instead,
  })
const later = (day: string) => () => new Date(`${day}T12:00:00Z`)
let places = 0
/** Each test tries from a place of its own. */
const from = (clock = () => noon) => ({ sql: db.sql, actor: null, clock, origin: `place ${(places += 1)}` })
const give = (id: string, clock = () => noon) =>
  withTransaction(db.sql, (tx) => holdInvitation({ sql: tx, clock }, id)).then(() => undefined)
const guestOf = (token: string, clock = () => noon) => {
  const cookie = invitationCookie({ sessionSecret: secret, baseUrl: 'https://herkomst.example' } as never, token)
  return guestInvitation({ sql: db.sql, clock }, cookie.split(';')[0]!, secret)
}
const events = (id: string | null) =>
  db.sql`select action, actor_id, origin, result, details from audit_event where object_type = 'invitation'
    and object_id is not distinct from ${id} order by id`

describe('inviting', () => {
  it('gives a token once and keeps only its hash', async () => {
    const { invitationId, token } = await inviting()
    expect(token).toMatch(/^[\w-]{43}$/)
    const [row] = await db.sql`select to_jsonb(invitation)::text as text from invitation where id = ${invitationId}`
    expect(row?.text).not.toContain(token)
    const heard = await db.sql`select string_agg(to_jsonb(audit_event)::text, '') as text from audit_event`
    expect(heard[0]?.text).not.toContain(token)
  })

  it.each([
    ['an organisation nobody knows', { organisationCode: 'NOBODY' }, 'unknown-organisation'],
    ['a day that has passed', { expiresOn: '2026-10-31' }, 'expires-in-past'],
    ['a day too far away', { expiresOn: '2028-01-01' }, 'expires-too-late'],
  ])('refuses %s', async (_what, instead, detail) => {
    await expect(inviting(instead)).rejects.toMatchObject({ code: 'invalid-input', detail })
  })

  it.each(['iemand@voorbeeld.example', 'mevr. De Vries', '06 12345678'])('keeps no person: %s', async (addressee) => {
    await expect(inviting({ addressee })).rejects.toThrow('addressee-is-person')
  })

  it('takes a form with its mistakes beside their fields, and nothing lost', async () => {
    const form = new FormData()
    form.set('addressee', 'beleidsadviseur')
    form.set('expiresOn', '2020-01-01')
    form.set('organisationCode', 'VWN')
    expect(await receiveInvitation(policy, form, { purpose: 'round', objectId })).toEqual({
      token: null,
      values: { addressee: 'beleidsadviseur', expiresOn: '2020-01-01', organisationCode: 'VWN' },
      errors: { expiresOn: 'expires-in-past' },
    })
    form.set('expiresOn', 'morgen')
    expect(await receiveInvitation(policy, form, { purpose: 'round', objectId })).toMatchObject({
      errors: { expiresOn: expect.any(String) as unknown },
    })
    form.set('expiresOn', '2026-11-02')
    expect(await receiveInvitation(policy, form, { purpose: 'round', objectId })).toMatchObject({
      token: expect.any(String) as unknown,
    })
  })
})

describe('opening a link', () => {
  it('shows what the organisation is invited to, as often as it likes; the first time is written down without a person', async () => {
    const { invitationId, token } = await inviting()
    const place = from()
    for (const _time of [1, 2]) {
      expect(await openInvitation(place, token)).toMatchObject({ id: invitationId, objectId, organisation: 'VWN', state: 'open' })
    }
    expect((await events(invitationId)).map((event) => event.action)).toEqual(['invitation.made', 'invitation.opened'])
    expect((await events(invitationId))[1]).toMatchObject({
      actor_id: null,
      origin: `invitation ${invitationId}, ${place.origin}`,
    })
  })

  it('works on its last day, Dutch time, and not the day after', async () => {
    const { invitationId, token } = await inviting({ expiresOn: '2026-11-10' })
    const last = from(() => new Date('2026-11-10T22:30:00Z'))
    expect(await openInvitation(last, token)).toMatchObject({ state: 'open' })
    const after = from(() => new Date('2026-11-10T23:30:00Z'))
    await expect(openInvitation(after, token)).rejects.toMatchObject({ code: 'gone', detail: 'invitation-expired' })
    expect((await events(invitationId)).at(-1)).toMatchObject({ result: 'refused', details: { reason: 'expired' } })
    await expect(give(invitationId, later('2026-11-11'))).rejects.toMatchObject({ detail: 'invitation-expired' })
  })

  it('refuses one that was withdrawn, and says so', async () => {
    const { invitationId, token } = await inviting()
    const withdrawn = { invitationId, purpose: 'consultation', objectId, reason: 'Naar de verkeerde verstuurd.' } as const
    await withdrawInvitation(policy, withdrawn)
    await expect(openInvitation(from(), token)).rejects.toMatchObject({ code: 'gone', detail: 'invitation-withdrawn' })
    await expect(guestOf(token)).rejects.toMatchObject({ code: 'gone', detail: 'invitation-withdrawn' })
    await expect(give(invitationId)).rejects.toMatchObject({ code: 'gone', detail: 'invitation-withdrawn' })
    await expect(withdrawInvitation(policy, withdrawn)).rejects.toMatchObject({ code: 'conflict' })
  })

  it('withdraws only an invitation of the page that asks', async () => {
    const { invitationId } = await inviting()
    const other = { invitationId, purpose: 'round', objectId, reason: 'Naar de verkeerde verstuurd.' } as const
    await expect(withdrawInvitation(policy, other)).rejects.toMatchObject({ code: 'not-found' })
  })

  it('says nothing about a link that does not exist', async () => {
    for (const token of ['', 'x', 'A'.repeat(43), `'; drop table invitation; --`, 'a'.repeat(10_000)]) {
      await expect(openInvitation(from(), token)).rejects.toMatchObject({ code: 'not-found', detail: 'invitation-unknown' })
    }
  })

  it('lets nobody try one after the other: after ten unknown links that place waits, also for a right one, and others do not', async () => {
    const { token } = await inviting()
    const place = from()
    const tried = await Promise.allSettled(Array.from({ length: 15 }, (_, it) => openInvitation(place, `guess ${it}`)))
    const codes = tried.map((it) => (it.status === 'rejected' ? (it.reason as { code: string }).code : 'opened'))
    expect(codes.filter((code) => code === 'not-found')).toHaveLength(10)
    expect(codes.filter((code) => code === 'too-many-attempts')).toHaveLength(5)
    await expect(openInvitation(place, token)).rejects.toMatchObject({ code: 'too-many-attempts' })
    expect(await openInvitation(from(), token)).toMatchObject({ state: 'open' })
    expect(await openInvitation({ ...place, clock: () => new Date(noon.getTime() + 16 * 60_000) }, token)).toMatchObject({
      state: 'open',
    })
    const written = (await events(null)).filter((event) => event.origin === place.origin)
    expect(written).toHaveLength(10)
    expect(written.at(-1)?.details).toEqual({ reason: 'too-many-attempts' })
  })
})

describe('a guest', () => {
  it('is known by a cookie that only this installation can have made', async () => {
    const { invitationId, token } = await inviting()
    expect(await guestOf(token)).toMatchObject({ id: invitationId, state: 'open' })
    for (const cookie of [null, 'invitation=', `invitation=${token}`, `invitation=${token}.made-up`]) {
      await expect(guestInvitation({ sql: db.sql, clock: () => noon }, cookie, secret)).rejects.toMatchObject({
        code: 'not-found',
      })
    }
  })

  it('keeps the link out of reach of scripts and of unencrypted connections', () => {
    const cookie = invitationCookie({ sessionSecret: secret, baseUrl: 'https://herkomst.example' } as never, 'token')
    expect(cookie).toMatch(/HttpOnly/)
    expect(cookie).toMatch(/Secure/)
    expect(cookie).toMatch(/SameSite=Lax/)
  })

  it('hands in once, and after that only reads', async () => {
    const { invitationId, token } = await inviting()
    const guest = asGuest(from(), invitationId)
    await expect(handIn(guest, invitationId)).rejects.toMatchObject({ code: 'invalid-input', detail: 'nothing-given' })
    expect(await guestOf(token)).toMatchObject({ givenAt: null, state: 'open' })
    await give(invitationId)
    const both = await Promise.allSettled([handIn(guest, invitationId), handIn(guest, invitationId)])
    expect(both.map((it) => it.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await openInvitation(from(), token)).toMatchObject({ state: 'handed-in' })
    await expect(give(invitationId)).rejects.toMatchObject({ code: 'gone', detail: 'invitation-handed-in' })
    const handedIn = (await events(invitationId)).filter((event) => event.action === 'invitation.handed-in')
    expect(handedIn).toMatchObject([{ actor_id: null, origin: guest.origin }])
  })

  it('who gave something still reads what became of it after the last day, for a year', async () => {
    const { invitationId, token } = await inviting({ expiresOn: '2026-11-10' })
    await give(invitationId)
    expect(await openInvitation(from(later('2026-12-01')), token)).toMatchObject({ state: 'closed' })
    expect(await guestOf(token, later('2027-11-10'))).toMatchObject({ state: 'closed' })
    await expect(guestOf(token, later('2027-11-12'))).rejects.toMatchObject({ detail: 'invitation-expired' })
  })

  it('gives nothing while the invitation is being withdrawn: one of both comes first', async () => {
    const { invitationId } = await inviting()
    const reason = 'Naar de verkeerde verstuurd.'
    const [given, withdrawn] = await Promise.allSettled([
      give(invitationId),
      withdrawInvitation(policy, { invitationId, purpose: 'consultation', objectId, reason }),
    ])
    expect(withdrawn.status).toBe('fulfilled')
    const [row] = await db.sql`select given_at from invitation where id = ${invitationId}`
    expect(row?.given_at !== null).toBe(given.status === 'fulfilled')
  })
})

describe('the list of invitations', () => {
  it('holds those of one page in order, with how each stands, and no token', async () => {
    const page = 'c0000000-0000-4000-8000-000000000002'
    const { invitationId: first } = await inviting({ objectId: page, expiresOn: '2026-11-05' })
    const { invitationId: second } = await invite(
      { ...policy, clock: later('2026-11-02') },
      { purpose: 'consultation', objectId: page, organisationCode: 'UNHCR', addressee: 'jurist', expiresOn: '2026-11-30' },
    )
    await give(second)
    const lines = await listInvitations({ sql: db.sql, clock: later('2026-11-06') }, 'consultation', page)
    expect(lines.map(({ id, state }) => [id, state])).toEqual([
      [first, 'expired'],
      [second, 'open'],
    ])
    expect(JSON.stringify(lines)).not.toMatch(/token/i)
    expect(await listInvitations(policy, 'round', page)).toEqual([])
  })

  it('tells every state by the day', () => {
    const facts = { expiresOn: '2026-11-10', givenAt: null, handedInAt: null, withdrawnAt: null }
    expect(invitationState(facts, '2026-11-10')).toBe('open')
    expect(invitationState(facts, '2026-11-11')).toBe('expired')
    expect(invitationState({ ...facts, givenAt: noon }, '2026-11-11')).toBe('closed')
    expect(invitationState({ ...facts, givenAt: noon, handedInAt: noon }, '2026-11-11')).toBe('handed-in')
    expect(invitationState({ ...facts, givenAt: noon, handedInAt: noon }, '2027-11-02')).toBe('expired')
    expect(invitationState({ ...facts, withdrawnAt: noon }, '2026-11-01')).toBe('withdrawn')
  })
})

describe('an invitation in the database', () => {
  it('stays as it was made, and nothing that happened to it is undone', async () => {
    const { invitationId: id } = await inviting()
    await give(id)
    const refused = { code: '23001' }
    await expect(db.sql`update invitation set expires_on = '2027-01-01' where id = ${id}`).rejects.toMatchObject(refused)
    await expect(db.sql`update invitation set organisation = 'UNHCR' where id = ${id}`).rejects.toMatchObject(refused)
    await expect(db.sql`update invitation set given_at = null where id = ${id}`).rejects.toMatchObject(refused)
    await expect(db.sql`delete from invitation where id = ${id}`).rejects.toMatchObject(refused)
    await expect(db.sql`truncate invitation cascade`).rejects.toMatchObject(refused)
  })
})
