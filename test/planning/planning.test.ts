import { describe, expect, it } from 'vitest'
import { planningCalendar } from '#app/services/planning/calendar.server.ts'
import { readLeadTimes } from '#app/services/planning/lead-times.server.ts'
import { addMonths, datesBetween } from '#app/services/planning/plan-dates.ts'
import { readPlan, readPlanning } from '#app/services/planning/read-planning.server.ts'
import { replan, Replanned } from '#app/services/planning/replan.server.ts'
import { NewLeadTime, setLeadTime } from '#app/services/planning/set-lead-time.server.ts'
import { createRelease } from '#app/services/releases/create-release.server.ts'
import { closeRound } from '#app/services/rounds/close-round.server.ts'
import { openRound } from '#app/services/rounds/open-round.server.ts'
import { acceptTerms } from '#app/services/terms-of-reference/accept-terms.server.ts'
import { handOver } from '#app/services/terms-of-reference/hand-over.server.ts'
import { markQuestion } from '#app/services/terms-of-reference/mark-question.server.ts'
import { readTermsHistory } from '#app/services/terms-of-reference/read-terms-history.server.ts'
import { readTerms } from '#app/services/terms-of-reference/read-terms.server.ts'
import { returnTerms } from '#app/services/terms-of-reference/return-terms.server.ts'
import { milestones, type Milestone } from '#schemas/vocabulary.ts'
import { testDatabase } from '../support/database.ts'
import { addPerson, as } from '../support/people.ts'
import { approvedReport } from '../support/released.ts'
import { someTerms, standardQuestions } from '../support/terms.ts'

const nobody = '00000000-0000-4000-8000-000000000000'
const reason = 'Bronnen in de regio zijn later te spreken.'
const shares = {
  'round-opened': 0,
  'round-closed': 10,
  'handed-over': 20,
  accepted: 30,
  'first-submitted': 50,
  'all-approved': 90,
  released: 100,
}

describe('the plan of a report', () => {
  const db = testDatabase()
  const policyPerson = async () => as(db.sql, await addPerson(db.sql, 'policy'))
  const authorPerson = async () => as(db.sql, await addPerson(db.sql, 'author'))
  const stateOf = async (termsId: string, on = '2026-11-01') => {
    const { milestones: all, next } = await readPlan({ sql: db.sql, clock: () => new Date(`${on}T12:00:00Z`) }, termsId)
    return { ...Object.fromEntries(all.map((it) => [it.milestone, it.state])), next: next?.milestone ?? null }
  }

  it('is spread between the start and the agreed date, by the lead time of that kind of report', async () => {
    const termsId = await someTerms(await policyPerson())
    const plan = await readPlan({ sql: db.sql, clock: () => new Date('2026-11-10T12:00:00Z') }, termsId)
    expect(plan).toMatchObject({ startsOn: '2026-11-01', dueOn: '2027-02-01', revision: 1 })
    const dates = plan.milestones.map((it) => it.plannedOn)
    expect(dates).toEqual([...dates].sort())
    expect(dates.at(-1)).toBe('2027-02-01')
    expect(plan.leadTime).toEqual({ elapsed: 9, planned: 92 })
    expect(datesBetween('2026-01-01', '2026-04-11', shares)).toMatchObject({
      'round-opened': '2026-01-01',
      accepted: '2026-01-31',
    })
    expect(datesBetween('2026-05-01', '2026-04-11', shares).accepted, 'a date that is over').toBe('2026-04-11')
    expect([addMonths('2026-08-31', 6), addMonths('2026-11-23', 6), addMonths('2027-12-31', 2)]).toEqual([
      '2027-02-28',
      '2027-05-23',
      '2028-02-29',
    ])
  })

  it('says in facts, never by hand, what was reached: round, hand-over, acceptance', async () => {
    const [policy, bz] = [await policyPerson(), await authorPerson()]
    const termsId = await someTerms(policy, { countryCode: 'YEM' })
    expect(await stateOf(termsId)).toMatchObject({ 'round-opened': 'planned', next: 'round-opened' })
    expect(await stateOf(termsId, '2027-01-01')).toMatchObject({
      'handed-over': 'late',
      released: 'planned',
      next: 'round-opened',
    })
    const roundId = await openRound(policy, {
      termsId,
      request: 'Wat hebt u nodig voor de komende periode?',
      closesOn: '2026-11-20',
      asked: ['IND'],
    })
    expect(await stateOf(termsId)).toMatchObject({ 'round-opened': 'reached', 'round-closed': 'planned' })
    await closeRound(policy, { roundId, reason: 'Er komt niets meer; iedereen is gevraagd.' })
    expect(await stateOf(termsId)).toMatchObject({ 'round-closed': 'reached', next: 'handed-over' })
    await handOver(policy, termsId)
    expect(await stateOf(termsId)).toMatchObject({ 'handed-over': 'reached', next: 'accepted' })
    await markQuestion(bz, { termsId, questionKey: standardQuestions[0]!.key, reason })
    await returnTerms(bz, termsId)
    expect(await stateOf(termsId), 'a hand-over that came back does not count').toMatchObject({ next: 'handed-over' })
  })

  it('passes over a round that was not held, and follows a report to its last release', async () => {
    const { reportId, sectionIds, publisher } = await approvedReport(db.sql)
    const [row] = await db.sql`select terms_id from report where id = ${reportId}`
    const termsId = row!.terms_id as string
    expect(await stateOf(termsId)).toMatchObject({
      'round-opened': 'passed',
      'round-closed': 'passed',
      accepted: 'reached',
      'first-submitted': 'reached',
      'all-approved': 'planned',
      next: 'all-approved',
    })
    await createRelease(publisher, { reportId, sectionIds })
    const part = await readPlan(publisher, termsId)
    expect(part).toMatchObject({ releasedSections: 2, firstReleasedOn: '2026-11-01', next: { milestone: 'all-approved' } })
    // What was never written is not waited for any more.
    await db.sql`delete from section_document where section_id in (select id from section where report_id = ${reportId}) and version = 0`
    expect(await stateOf(termsId)).toMatchObject({ 'all-approved': 'reached', released: 'reached', next: null })
    const done = await readPlan(publisher, termsId)
    expect(done.leadTime.elapsed).toBe(0)
  })

  it('is changed as a whole with a reason; the first plan and every other stay readable; the agreed date moves until the hand-over only', async () => {
    const [policy, bz] = [await policyPerson(), await authorPerson()]
    const termsId = await someTerms(policy, { countryCode: 'IRQ' })
    const before = await readPlan(policy, termsId)
    const dates = datesBetween('2026-10-01', '2027-04-01', shares)
    await replan(policy, { termsId, revision: 1, startsOn: '2026-10-01', dates, reason })
    const after = await readPlan(policy, termsId)
    expect(after).toMatchObject({ startsOn: '2026-10-01', revision: 2, dueOn: '2027-04-01' })
    expect(after.milestones.map((it) => it.firstPlannedOn)).toEqual(before.milestones.map((it) => it.plannedOn))
    expect(after.milestones.map((it) => it.plannedOn)).toEqual(milestones.map((it) => dates[it]))
    const { changes } = await readTermsHistory(policy, termsId, { marks: false, kind: 'planned' })
    expect(changes).toMatchObject([
      { reason, by: 'Beleid Demo', before: { dates: { start: '2026-11-01' } }, after: { dates: { start: '2026-10-01' } } },
    ])
    await handOver(policy, termsId)
    await acceptTerms(bz, termsId)
    await replan(policy, { termsId, revision: 2, startsOn: '2026-10-01', dates: { ...dates, released: '2027-05-01' }, reason })
    expect(await readPlan(policy, termsId)).toMatchObject({ dueOn: '2027-04-01', leadTime: { planned: 212 } })
    expect((await readTerms(policy, termsId)).dueOn).toBe('2027-04-01')
  })

  it('refuses dates out of order, a release before the period ends, no reason, nothing changed, and a second person who saw an older plan', async () => {
    const policy = await policyPerson()
    const termsId = await someTerms(policy, { countryCode: 'TUR', periodTo: '2026-12-31' })
    const dates = datesBetween('2026-11-01', '2027-04-01', shares)
    const good = { termsId, revision: 1, startsOn: '2026-11-01', dates, reason }
    const wrong = (instead: object) =>
      Replanned.safeParse({ ...good, ...instead }).error?.issues.map((it) => [it.path.at(-1), it.message])
    expect(wrong({ dates: { ...dates, accepted: '2026-11-02' } })).toEqual([['accepted', 'before-previous']])
    expect(wrong({ startsOn: '2027-05-01' })).toHaveLength(milestones.length)
    expect(wrong({ dates: { ...dates, accepted: '2026-02-30' } })).toContainEqual(['accepted', 'day-needed'])
    expect(wrong({ reason: 'kort' })).toEqual([['reason', 'reason-too-short']])
    const early = Object.fromEntries(milestones.map((it) => [it, '2026-12-01'])) as Record<Milestone, string>
    await expect(replan(policy, { ...good, dates: early })).rejects.toMatchObject({ detail: 'due-before-period-end' })
    const results = await Promise.allSettled([replan(policy, good), replan(policy, good)])
    expect(results.map((it) => it.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(results.find((it) => it.status === 'rejected')).toMatchObject({ reason: { code: 'conflict', detail: 'plan-changed' } })
    await expect(replan(policy, { ...good, revision: 2 })).rejects.toMatchObject({ code: 'invalid-input', detail: 'plan-same' })
    for (const id of [nobody, 'x', undefined]) await expect(readPlan(policy, id)).rejects.toMatchObject({ code: 'not-found' })
  })

  it('stands on the board: what is late on top, what is released whole at the end', async () => {
    const lines = await readPlanning({ sql: db.sql, clock: () => new Date('2027-02-15T12:00:00Z') })
    const [counted] = await db.sql`select count(*) as n from terms_of_reference`
    expect(lines).toHaveLength(counted!.n)
    const order = lines.map((line) => (line.next?.state === 'late' ? 0 : line.next ? 1 : 2))
    expect(order).toEqual([...order].sort())
    expect(order.at(-1)).toBe(2)
  })

  it('goes into a calendar, one whole day for each milestone that was or will be reached', async () => {
    const policy = await policyPerson()
    const termsId = await someTerms(policy, { countryCode: 'SDN' })
    const line = await readPlan(policy, termsId)
    const file = planningCalendar([line], { baseUrl: 'https://herkomst.example', language: 'nl', now: policy.clock() })
    expect(file).toMatch(/^BEGIN:VCALENDAR\r\n/)
    expect(file.match(/BEGIN:VEVENT/g)).toHaveLength(milestones.length)
    expect(file).toContain('DTSTART;VALUE=DATE:20270201')
    expect(file).toContain('DTEND;VALUE=DATE:20270202')
    expect(file).toContain(`UID:${termsId}.released@herkomst.example`)
    expect(file).toContain('SUMMARY:Soedan: alles uitgegeven')
    expect(file.split('\r\n').every((it) => Buffer.byteLength(it) <= 75)).toBe(true)
    await handOver(policy, termsId)
    const later = planningCalendar([await readPlan(policy, termsId)], {
      baseUrl: 'https://herkomst.example',
      language: 'en',
      now: policy.clock(),
    })
    expect(later.match(/BEGIN:VEVENT/g), 'without the round that was not held').toHaveLength(milestones.length - 2)
  })
})

describe('the lead time', () => {
  const db = testDatabase()
  const policyPerson = async () => as(db.sql, await addPerson(db.sql, 'policy'))

  it('is six months until it is set, with a reason, for what is drawn up from then on', async () => {
    const policy = await policyPerson()
    expect((await readLeadTimes(policy)).map((it) => [it.kind, it.months])).toEqual([
      ['general', 6],
      ['thematic', 6],
    ])
    const old = await someTerms(policy)
    await setLeadTime(policy, { kind: 'general', revision: 1, months: 8, shares, reason })
    const fresh = await someTerms(policy, { countryCode: 'YEM' })
    const day = async (id: string) => (await readPlan(policy, id)).milestones[0]!.plannedOn
    expect(await day(fresh)).toBe('2026-11-01')
    expect(await day(old)).toBe('2026-11-04')
    expect((await readLeadTimes(policy))[0]).toMatchObject({ months: 8, revision: 2, setBy: 'Beleid Demo', reason })
    await expect(setLeadTime(policy, { kind: 'general', revision: 1, months: 5, shares, reason })).rejects.toMatchObject({
      code: 'conflict',
      detail: 'lead-time-changed',
    })
  })

  it('refuses milestones out of order, an end that is not the end, and a number of months out of range', () => {
    const good = { kind: 'general', revision: 1, months: 6, shares, reason }
    const wrong = (instead: object) => NewLeadTime.safeParse({ ...good, ...instead }).error?.issues.map((it) => it.message)
    expect(wrong({ shares: { ...shares, accepted: 5 } })).toEqual(['share-before-previous'])
    expect(wrong({ shares: { ...shares, released: 95 } })).toEqual(['released-is-100'])
    expect(wrong({ shares: { ...shares, accepted: undefined } })).toContain('share-needed')
    for (const months of [0, 37, 1.5, undefined]) expect(wrong({ months })).toEqual(['months-needed'])
  })
})
