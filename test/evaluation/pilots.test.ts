import { describe, expect, it } from 'vitest'
import type { UseCase } from '#app/platform/context.server.ts'
import { listPilots, listUsablePilots } from '#app/services/evaluation/list-pilots.server.ts'
import { markPilot, unmarkPilot } from '#app/services/evaluation/mark-pilot.server.ts'
import { createTerms } from '#app/services/terms-of-reference/create-terms.server.ts'
import { testDatabase } from '../support/database.ts'
import { addPerson, as } from '../support/people.ts'
import { aVersion } from './versions.ts'

describe('a version marked as pilot', () => {
  const db = testDatabase()
  const policyMaker = async () => as(db.sql, await addPerson(db.sql, 'policy'))
  const period = (year: number) => ({
    kind: 'general' as const,
    periodFrom: `${year}-01-01`,
    periodTo: `${year}-06-30`,
    dueOn: `${year}-12-31`,
  })
  const start = (policy: UseCase, standardId: string, countryCode: string, year = 2020) =>
    createTerms(policy, { standardId, countryCode, ...period(year) })

  it('can be used for its countries once it is consulted, and for no others', async () => {
    const policy = await policyMaker()
    const standardId = await aVersion(db.sql, { version: 'p-1', status: 'draft' })
    for (const countryCode of ['SYR', 'YEM', 'IRQ', 'TUR']) await markPilot(policy, { standardId, countryCode })
    const early = start(policy, standardId, 'TUR')
    await expect(early).rejects.toMatchObject({ code: 'invalid-input', detail: 'standard-not-in-force' })
    await db.sql`update standard_terms set status = 'consulted' where id = ${standardId}`
    const termsId = await start(policy, standardId, 'TUR')
    const [terms] = await db.sql`select standard_id as "standardId" from terms_of_reference where id = ${termsId}`
    expect(terms).toEqual({ standardId })
    await expect(start(policy, standardId, 'SDN')).rejects.toMatchObject({ detail: 'standard-not-in-force' })
    const [usable] = await listUsablePilots(policy)
    expect(usable).toMatchObject({ id: standardId, version: 'p-1', status: 'consulted' })
    expect(usable!.countries.map(({ code, uses }) => [code, uses])).toEqual([
      ['IRQ', 0],
      ['YEM', 0],
      ['SYR', 0],
      ['TUR', 1],
    ])
  })

  it('loses the mark of a country only as long as nothing came from it', async () => {
    const policy = await policyMaker()
    const standardId = await aVersion(db.sql, { version: 'p-2', status: 'consulted' })
    await markPilot(policy, { standardId, countryCode: 'SYR' })
    await markPilot(policy, { standardId, countryCode: 'YEM' })
    await start(policy, standardId, 'SYR', 2021)
    const used = unmarkPilot(policy, { standardId, countryCode: 'SYR' })
    await expect(used).rejects.toMatchObject({ code: 'conflict', detail: 'pilot-in-use' })
    await expect(db.sql`delete from standard_pilot where country_code = 'SYR' and standard_id = ${standardId}`).rejects.toThrow(
      'came from this pilot',
    )
    await unmarkPilot(policy, { standardId, countryCode: 'YEM' })
    await expect(start(policy, standardId, 'YEM', 2021)).rejects.toMatchObject({ detail: 'standard-not-in-force' })
    const version = (await listPilots(policy)).find(({ id }) => id === standardId)
    expect(version?.countries.map(({ code }) => code)).toEqual(['SYR'])
  })

  it('is refused for what cannot be tried out: a version in force or withdrawn, a country or version that is none', async () => {
    const policy = await policyMaker()
    for (const status of ['in-force', 'withdrawn'] as const) {
      const standardId = await aVersion(db.sql, { version: `p-${status}`, status })
      await expect(markPilot(policy, { standardId, countryCode: 'SYR' })).rejects.toMatchObject({ code: 'wrong-state' })
      await expect(unmarkPilot(policy, { standardId, countryCode: 'SYR' })).rejects.toMatchObject({ code: 'wrong-state' })
    }
    const standardId = await aVersion(db.sql, { version: 'p-3', status: 'draft' })
    await expect(markPilot(policy, { standardId, countryCode: 'ZZZ' })).rejects.toMatchObject({ detail: 'unknown-country' })
    const nowhere = { standardId: crypto.randomUUID(), countryCode: 'SYR' }
    await expect(markPilot(policy, nowhere)).rejects.toMatchObject({ code: 'not-found' })
  })

  it('is marked once when two people do so at once, and the audit says who marked and unmarked which country', async () => {
    const policy = await policyMaker()
    const standardId = await aVersion(db.sql, { version: 'p-4', status: 'draft' })
    const pilot = { standardId, countryCode: 'IRQ' }
    await Promise.all([markPilot(policy, pilot), markPilot(policy, pilot)])
    await unmarkPilot(policy, pilot)
    await unmarkPilot(policy, pilot)
    const events = await db.sql`
      select action, details, actor_id as "actorId" from audit_event where object_id = ${standardId} order by id`
    expect(events).toEqual(
      ['pilot.marked', 'pilot.unmarked'].map((action) => ({ action, details: { country: 'IRQ' }, actorId: policy.actor.id })),
    )
  })
})
