import { describe, expect, it } from 'vitest'
import { changeRound } from '#app/services/rounds/change-round.server.ts'
import { closeRound } from '#app/services/rounds/close-round.server.ts'
import { listRoundsAbout } from '#app/services/rounds/list-rounds-about.server.ts'
import { listSubjects } from '#app/services/rounds/list-subjects.server.ts'
import { NewRound, openRound } from '#app/services/rounds/open-round.server.ts'
import { listRounds, readRound } from '#app/services/rounds/read-round.server.ts'
import { markConsulted } from '#app/services/standard-terms/mark-consulted.server.ts'
import { handOver } from '#app/services/terms-of-reference/hand-over.server.ts'
import { decideProposals } from '#app/services/rounds/decide-proposals.server.ts'
import { testDatabase } from '../support/database.ts'
import { addPerson, as, noon } from '../support/people.ts'
import { someTerms } from '../support/terms.ts'
import { aRound, aRoundOnStandard, justInTime, justLate, lastDay, newQuestion, parties, propose } from './round.ts'

const nobody = '00000000-0000-4000-8000-000000000000'
const reason = 'De IND vroeg om een week langer.'
const fixed = { code: '23001' }

describe('a round', () => {
  const db = testDatabase()

  it('is opened by AenM about terms of reference or about a draft of the standard, exactly one of both', async () => {
    const { policy } = await parties(db.sql)
    const { roundId, termsId } = await aRound(policy)
    expect(await readRound(policy, roundId)).toMatchObject({
      termsId,
      standardId: null,
      phase: 'open',
      proposals: 0,
      undecided: 0,
      closesOn: lastDay,
    })
    expect((await readRound(policy, roundId)).asked.map((it) => it.code)).toEqual(['AenM', 'DT&V', 'EXT', 'IND'])
    const onStandard = await aRoundOnStandard(policy, '1.1')
    expect(await readRound(policy, onStandard.roundId)).toMatchObject({ termsId: null, standardVersion: '1.1' })
    const good = { termsId, request: 'Wat wilt u weten van dit land?', closesOn: lastDay, asked: ['IND'] }
    const issues = (input: object) => NewRound.safeParse({ ...good, ...input }).error?.issues.map((it) => it.message)
    expect(issues({ standardId: onStandard.standardId })).toContain('needed')
    expect(issues({ termsId: null })).toContain('needed')
    expect(issues({ asked: [] })).toContain('nobody-asked')
    expect(issues({ request: 'n.v.t.' })).toContain('request-too-short')
    await expect(db.sql`update round set standard_id = ${onStandard.standardId} where id = ${roundId}`).rejects.toThrow()
  })

  it('is refused for a day that has passed, an unknown organisation, unknown questions, and questions that stand', async () => {
    const { policy } = await parties(db.sql)
    const termsId = await someTerms(policy, { countryCode: 'SYR' })
    const good = { termsId, request: 'Wat wilt u weten van dit land?', closesOn: lastDay, asked: ['IND'] }
    await expect(openRound(policy, { ...good, closesOn: '2026-10-31' })).rejects.toMatchObject({ detail: 'date-passed' })
    await expect(openRound(policy, { ...good, asked: ['IND', 'GEHEIM'] })).rejects.toMatchObject({
      detail: 'unknown-organisation',
    })
    await expect(openRound(policy, { ...good, termsId: nobody })).rejects.toMatchObject({ code: 'not-found' })
    await handOver(policy, termsId)
    await expect(openRound(policy, good)).rejects.toMatchObject({ code: 'wrong-state' })
    const [standard] = await db.sql`select id from standard_terms where status = 'in-force'`
    await expect(openRound(policy, { ...good, termsId: null, standardId: standard!.id })).rejects.toMatchObject({
      code: 'wrong-state',
    })
    expect(await db.sql`select 1 from round where terms_id = ${termsId}`).toHaveLength(0)
  })

  it('is the only open one about its questions, also when two people open one at once', async () => {
    const { policy } = await parties(db.sql)
    const termsId = await someTerms(policy, { countryCode: 'PAK' })
    const input = { termsId, request: 'Wat wilt u weten van dit land?', closesOn: lastDay, asked: ['IND'] }
    expect((await listSubjects(policy)).terms.map((it) => it.id)).toContain(termsId)
    const results = await Promise.allSettled([openRound(policy, input), openRound(policy, input)])
    const made = results.flatMap((it) => (it.status === 'fulfilled' ? [it.value] : []))
    const refused = results.flatMap((it) => (it.status === 'rejected' ? [it.reason] : []))
    expect(refused).toMatchObject([{ code: 'conflict', detail: 'round-open', data: { roundId: made[0] } }])
    expect((await listSubjects(policy)).terms.map((it) => it.id)).not.toContain(termsId)
  })

  it('takes proposals until the last day has ended in the Netherlands', async () => {
    const { policy } = await parties(db.sql)
    const { roundId } = await aRound(policy)
    expect((await readRound({ ...policy, clock: () => justInTime }, roundId)).phase).toBe('open')
    expect((await readRound({ ...policy, clock: () => justLate }, roundId)).phase).toBe('deciding')
  })

  it('gets more time and other parties, with a reason; who proposed something stays asked', async () => {
    const { policy, dtv } = await parties(db.sql)
    const { roundId } = await aRound(policy)
    await propose(dtv, roundId, newQuestion)
    await changeRound(policy, { roundId, closesOn: '2026-11-27', asked: ['DT&V', 'COA'], reason })
    const round = await readRound(policy, roundId)
    expect([round.closesOn, round.asked.map((it) => it.code)]).toEqual(['2026-11-27', ['COA', 'DT&V']])
    const change = { roundId, closesOn: '2026-11-27', asked: ['DT&V'], reason }
    await expect(changeRound(policy, { ...change, asked: ['COA'] })).rejects.toMatchObject({ detail: 'has-proposed' })
    await expect(changeRound(policy, { ...change, closesOn: '2026-10-01' })).rejects.toMatchObject({ detail: 'date-passed' })
    await expect(changeRound(policy, { ...change, asked: ['DT&V', 'XXX'] })).rejects.toMatchObject({
      detail: 'unknown-organisation',
    })
    await expect(changeRound(policy, { ...change, reason: 'n.v.t.' })).rejects.toThrow()
    await expect(changeRound(policy, { ...change, roundId: nobody })).rejects.toMatchObject({ code: 'not-found' })
    expect((await readRound(policy, roundId)).asked.map((it) => it.code)).toEqual(['COA', 'DT&V'])
    // Past its day it can still be given more time, and parties can change without touching the day.
    const late = { ...policy, clock: () => new Date('2026-12-01T12:00:00Z') }
    await changeRound(late, { ...change, asked: ['DT&V', 'IND'] })
    await changeRound(late, { ...change, closesOn: '2026-12-05' })
    expect((await readRound(late, roundId)).phase).toBe('open')
  })

  it('closes only when every proposal is decided, and before its day only with a reason', async () => {
    const { policy, dtv } = await parties(db.sql)
    const { roundId } = await aRound(policy)
    const number = await propose(dtv, roundId, newQuestion)
    await expect(closeRound(policy, { roundId })).rejects.toMatchObject({ detail: 'undecided', data: { undecided: 1 } })
    const notAdopted = { number, revision: 1, outcome: 'not-adopted', reason: 'Staat al in het vorige rapport.' } as const
    await decideProposals(policy, { roundId, outcomes: [notAdopted], change: { kind: 'none' } })
    await expect(closeRound(policy, { roundId })).rejects.toMatchObject({ detail: 'reason-too-short' })
    await closeRound(policy, { roundId, reason: 'Alle partijen hebben laten weten klaar te zijn.' })
    expect(await readRound(policy, roundId)).toMatchObject({ phase: 'closed', closingReason: expect.stringContaining('klaar') })
    await expect(closeRound(policy, { roundId, reason })).rejects.toMatchObject({ code: 'wrong-state', detail: 'round-closed' })
    await expect(changeRound(policy, { roundId, closesOn: lastDay, asked: ['IND'], reason })).rejects.toMatchObject({
      code: 'wrong-state',
    })
    const again = await aRound(policy)
    await closeRound({ ...policy, clock: () => justLate }, { roundId: again.roundId })
    expect((await readRound(policy, again.roundId)).closingReason).toBeNull()
  })

  it('stands once it is closed: the database itself refuses every change of it and in it', async () => {
    const { policy, dtv } = await parties(db.sql)
    const { roundId } = await aRound(policy)
    const number = await propose(dtv, roundId, newQuestion)
    const outcomes = [{ number, revision: 1, outcome: 'not-adopted', reason: 'Staat al in het vorige rapport.' } as const]
    await decideProposals(policy, { roundId, outcomes, change: { kind: 'none' } })
    await closeRound(policy, { roundId, reason: 'Alle partijen hebben laten weten klaar te zijn.' })
    await expect(db.sql`update round set request = 'Iets heel anders.' where id = ${roundId}`).rejects.toMatchObject(fixed)
    await expect(db.sql`update round set closed_at = null, closed_by = null where id = ${roundId}`).rejects.toMatchObject(fixed)
    await expect(db.sql`insert into round_asked values (${roundId}, 'COA')`).rejects.toMatchObject(fixed)
    await expect(db.sql`update proposal set rationale = 'Iets heel anders.' where round_id = ${roundId}`).rejects.toMatchObject(
      fixed,
    )
    await expect(db.sql`delete from proposal where round_id = ${roundId}`).rejects.toMatchObject(fixed)
    await expect(decideProposals(policy, { roundId, outcomes, change: { kind: 'none' } })).rejects.toMatchObject({
      detail: 'round-closed',
    })
    const [proposal] = await db.sql`select id from proposal where round_id = ${roundId}`
    await expect(
      db.sql`insert into proposal_decision (proposal_id, outcome, reason, change, decided_by, decided_at)
        values (${proposal!.id}, 'adopted', 'Toch overgenomen.', 'none', ${policy.actor.id}, now())`,
    ).rejects.toMatchObject(fixed)
    await expect(db.sql`update proposal_decision set reason = 'Iets heel anders.'`).rejects.toThrow(/append-only/)
    await expect(db.sql`delete from proposal_decision`).rejects.toThrow(/append-only/)
  })

  it('is listed open ones first, by the organisations that are asked', async () => {
    const { policy } = await parties(db.sql)
    const { roundId } = await aRound(policy, { asked: ['COA'], closesOn: '2026-11-05' })
    expect((await listRounds(policy))[0]?.id).toBe(roundId)
    expect((await listRounds(policy, { asked: 'COA', closedSince: noon })).map((it) => it.id)).toContain(roundId)
    expect((await listRounds(policy, { asked: 'UNHCR' })).map((it) => it.id)).not.toContain(roundId)
    const all = await listRounds(policy)
    const firstClosed = all.findIndex((it) => it.phase === 'closed')
    expect(all.slice(firstClosed).every((it) => it.phase === 'closed')).toBe(true)
    expect(await listRounds(policy, { most: 1 })).toHaveLength(1)
    expect(await listRounds(policy, { running: true })).toHaveLength(firstClosed)
    expect(await listRounds(policy, { closedSince: new Date('2027-01-01') })).toHaveLength(firstClosed)
    await expect(readRound(policy, 'geen-id')).rejects.toMatchObject({ code: 'not-found' })
    await expect(readRound(policy, undefined)).rejects.toMatchObject({ code: 'not-found' })
  })

  it('counts for an external expert only what their own organisation proposed', async () => {
    const { policy, dtv, expert } = await parties(db.sql)
    const { roundId } = await aRound(policy)
    for (const who of [dtv, dtv, expert]) await propose(who, roundId, newQuestion)
    const counts = async (who: typeof dtv) => {
      const { proposals, undecided, own } = await readRound(who, roundId)
      return [proposals, undecided, own]
    }
    expect([await counts(policy), await counts(dtv), await counts(expert)]).toEqual([
      [3, 3, 0],
      [3, 3, 2],
      [1, 1, 1],
    ])
  })

  it('keeps its questions with policy until it is closed', async () => {
    const { policy } = await parties(db.sql)
    const { roundId, termsId } = await aRound(policy)
    await expect(handOver(policy, termsId)).rejects.toMatchObject({ detail: 'round-open', data: { roundId } })
    expect(await listRoundsAbout(policy, { termsId, standardId: null })).toMatchObject([
      { id: roundId, phase: 'open', proposals: 0 },
    ])
    await closeRound(policy, { roundId, reason: 'Geen van de partijen heeft iets voor te stellen.' })
    await handOver(policy, termsId)
    const { standardId, ...onStandard } = await aRoundOnStandard(policy, '1.9')
    const step = { standardId, reason: 'De ronde is afgerond, nu de deskundigen.' }
    await expect(markConsulted(policy, step)).rejects.toMatchObject({ detail: 'round-open' })
    await closeRound(policy, { roundId: onStandard.roundId, reason: 'Geen van de partijen heeft iets voor te stellen.' })
    await markConsulted(policy, step).catch((error: { detail?: string }) => expect(error.detail).not.toBe('round-open'))
  })

  it('leaves in the audit who opened, changed and closed it', async () => {
    const policy = as(db.sql, await addPerson(db.sql, 'policy'))
    const { roundId } = await aRound(policy)
    await changeRound(policy, { roundId, closesOn: '2026-11-25', asked: ['IND'], reason })
    await closeRound(policy, { roundId, reason: 'Alle partijen hebben laten weten klaar te zijn.' })
    const events = await db.sql`select action, details from audit_event where object_id = ${roundId} order by id`
    expect(events.map((it) => it.action)).toEqual(['round.opened', 'round.changed', 'round.closed'])
    expect(events[2]!.details).toEqual({ proposals: 0, early: true })
  })
})
