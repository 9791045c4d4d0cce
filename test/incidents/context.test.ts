import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { beforeAll, describe, expect, it } from 'vitest'
import { ContextCardView, changeOf, placeOf } from '#app/components/context-card.tsx'
import { DomainError } from '#app/platform/errors.ts'
import type { Actor } from '#app/policies/actor.ts'
import { computeContext } from '#app/services/incidents/compute-context.server.ts'
import { createContextCard } from '#app/services/incidents/create-context-card.server.ts'
import { importUcdp } from '#app/services/incidents/import-ucdp.server.ts'
import { listUses } from '#app/services/incidents/list-uses.server.ts'
import { readIncident } from '#app/services/incidents/read-incident.server.ts'
import { ContextCard, ContextFigures } from '#schemas/context-card.ts'
import { testDatabase } from '../support/database.ts'
import { addPerson, as, noon } from '../support/people.ts'
import { someReport } from '../support/terms.ts'
import { testFolder, ucdpText } from './ucdp-file.ts'

const db = testDatabase()
const folder = testFolder()
let author: Actor
const on = (day: string, more: Record<string, string> = {}) => ({ date_start: day, date_end: day, source_date: day, ...more })
const idOf = async (externalId: string) =>
  (await db.sql`select id from incident where external_id = ${externalId}`)[0]!.id as string
const figuresOf = async (externalId: string) =>
  ContextFigures.parse(await computeContext(as(db.sql, author), await idOf(externalId)))

beforeAll(async () => {
  author = await addPerson(db.sql, 'author')
  // The dataset covers 1 January 2017 – 30 September 2018.
  const events = [
    on('2017-01-01'),
    on('2017-09-30'),
    on('2017-10-01'),
    on('2017-12-31', { adm_1: 'Aleppo Governorate' }),
    on('2018-01-01'),
    on('2018-02-14', { best: '10', low: '8', high: '12' }),
    on('2018-02-20', { type_of_violence: '3', side_b: 'Civilians' }),
    on('2018-03-01', { adm_1: '', adm_2: '', where_prec: '6', where_coordinates: 'Syria' }),
    on('2018-09-30', { adm_1: 'Homs governorate' }),
    on('2018-03-03', { country: 'Iraq', adm_1: 'Homs Governorate' }),
  ]
  const path = folder.write('context.csv', ucdpText(events))
  await importUcdp(as(db.sql, author), { path, rejectPath: folder.path('rejects.csv') })
})

describe('computeContext', () => {
  it('counts the same kind in the same governorate, this year against the equal part of the year before', async () => {
    expect(await figuresOf('900006')).toMatchObject({
      kind: 'state-based',
      country: 'SYR',
      admin1: 'Homs',
      period: { from: '2018-01-01', to: '2018-09-30' },
      previous: { from: '2017-01-01', to: '2017-09-30' },
      events: 3,
      eventsPrevious: 2,
      deathsLow: 4 + 8 + 4,
      deathsBest: 4 + 10 + 4,
      deathsHigh: 6 + 12 + 6,
      deathsBestPrevious: 8,
      computedOn: '2026-11-01',
    })
  })

  it('gives every month of the period, those without events too', async () => {
    const { months } = await figuresOf('900006')
    expect(months.map((it) => it.events)).toEqual([1, 1, 0, 0, 0, 0, 0, 0, 1])
    expect(months[1]).toEqual({ month: '2018-02', events: 1, deathsBest: 10 })
  })

  it('takes the whole country when the governorate is not known', async () => {
    expect(await figuresOf('900008')).toMatchObject({ admin1: null, events: 4, eventsPrevious: 2 })
  })

  it('always says what the dataset does not count, and nothing about risk', async () => {
    const { limits, datasetCitation } = await figuresOf('900006')
    expect(limits).toMatch(/UCDP telt alleen georganiseerd gewapend geweld met ten minste één dode/)
    expect(limits).toMatch(/zonder bekend gouvernement of provincie zijn hier niet meegeteld/)
    expect((await figuresOf('900008')).limits).not.toMatch(/zonder bekend gouvernement/)
    expect(datasetCitation).toMatch(/Uppsala Conflict Data Program.*CC BY 4\.0/)
  })

  it('gives a reason where there is no equal earlier period', async () => {
    expect(await computeContext(as(db.sql, author), await idOf('900010'))).toEqual({
      reason:
        'De gegevens van Uppsala Conflict Data Program over Irak in dit systeem lopen van 3 maart 2018 tot en met 3 maart 2018: er is geen gelijke eerdere periode om mee te vergelijken.',
    })
  })

  it('gives a reason for sexual violence and for records of our own: no counts, no trend', async () => {
    for (const [dataset, kind] of [
      ['ucdp-ged', 'sexual-violence'],
      ['manual', 'other'],
    ] as const) {
      const [added] = await db.sql`
        insert into incident (dataset, external_id, kind, country_code, place_precision, started_on, ended_on, date_precision, content_hash)
        values (${dataset}, ${`own-${kind}`}, ${kind}, 'SYR', 'country', '2018-02-01', '2018-02-01', 'day', '') returning id`
      expect(await computeContext(as(db.sql, author), added!.id)).toEqual({ reason: expect.any(String) })
      await db.sql`delete from incident where id = ${added!.id}`
    }
  })

  it('knows no incident by an unknown or malformed id', async () => {
    for (const id of ['x', '00000000-0000-4000-8000-000000000000']) {
      await expect(computeContext(as(db.sql, author), id)).rejects.toThrow(DomainError)
      await expect(readIncident(as(db.sql, author), id)).rejects.toThrow('not-found')
    }
  })
})

describe('createContextCard', () => {
  const read = async (id: string) => {
    const [row] = await db.sql`
      select id, incident_id as "incidentId", figures, note, no_context_reason as "noContextReason" from context_card where id = ${id}`
    return ContextCard.parse(row)
  }

  it('keeps the figures of today, and they stay when the data change', async () => {
    const incidentId = await idOf('900006')
    const id = await createContextCard(as(db.sql, author), { incidentId, note: 'Na het bestand.' })
    await db.sql`update incident set deaths_best = 99 where id = ${incidentId}`
    expect(await read(id)).toMatchObject({
      incidentId,
      note: 'Na het bestand.',
      noContextReason: null,
      figures: { events: 3, deathsBest: 18 },
    })
    await db.sql`update incident set deaths_best = 10 where id = ${incidentId}`
    const [event] = await db.sql`select details, actor_id from audit_event where object_id = ${id}`
    expect(event).toEqual({ details: { incidentId, withoutContext: false }, actor_id: author.id })
  })

  it("keeps the reason where there are no figures, and an author's own reason before figures", async () => {
    const computed = await read(await createContextCard(as(db.sql, author), { incidentId: await idOf('900010') }))
    expect(computed).toMatchObject({ figures: null, noContextReason: expect.stringMatching(/geen gelijke eerdere periode/) })
    const own = await createContextCard(as(db.sql, author), {
      incidentId: await idOf('900006'),
      noContextReason: 'De verzameling is herzien.',
    })
    expect(await read(own)).toMatchObject({ figures: null, noContextReason: 'De verzameling is herzien.' })
  })

  it('makes no card for an incident that is not there', async () => {
    await expect(createContextCard(as(db.sql, author), { incidentId: '00000000-0000-4000-8000-000000000000' })).rejects.toThrow(
      'not-found',
    )
  })
})

describe('the card as readers see it', () => {
  const html = async (externalId: string, language: 'nl' | 'en' = 'nl') => {
    const { incident } = await readIncident(as(db.sql, author), await idOf(externalId))
    const answer = await computeContext(
      as(db.sql, author, () => noon),
      incident.id,
    )
    const card =
      'reason' in answer ? { figures: null, noContextReason: answer.reason } : { figures: answer, noContextReason: null }
    return renderToStaticMarkup(createElement(ContextCardView, { incident, card, language }))
  }

  it('shows the incident together with the whole, the limits and the numbers behind the chart', async () => {
    const shown = await html('900006')
    expect(shown).toContain('14 februari 2018 · Verzonnen Dorp, Ar Rastan (Homs)')
    expect(shown).toContain('naar beste schatting 10 doden (laagste 8, hoogste 12)')
    expect(shown).toContain('1 van 3')
    expect(shown).toContain('2 in de gelijke periode ervoor, 1 januari – 30 september 2017')
    expect(shown).toContain('UCDP telt alleen')
    expect(shown.match(/<th scope="row">/g)).toHaveLength(9)
    expect(await html('900006', 'en')).toContain('1 of 3')
  })

  it('says why there are no figures', async () => {
    expect(await html('900010')).toContain('Geen cijfers over het geheel')
  })

  it('gives a percentage only where there were at least ten events before', () => {
    const change = (events: number, eventsPrevious: number) => changeOf({ events, eventsPrevious } as ContextFigures, 'nl')
    expect(change(342, 417)).toBe('−18 %')
    expect(change(15, 10)).toBe('+50 %')
    expect(change(10, 10)).toBe('0 %')
    expect(change(3, 9)).toBeNull()
    expect(change(3, 0)).toBeNull()
  })

  it('names a place once', () => {
    const at = (place: string | null, admin2: string | null, admin1: string | null) =>
      placeOf({ place, admin1, admin2, country: 'SYR' } as Parameters<typeof placeOf>[0])
    expect(at('Foah', 'Markaz Idlib', 'Idlib')).toBe('Foah, Markaz Idlib (Idlib)')
    expect(at('Homs', 'Homs', 'Homs')).toBe('Homs')
    expect(at('Al Bogeleyyah', 'Deir ez Zor', 'Deir ez Zor')).toBe('Al Bogeleyyah (Deir ez Zor)')
    expect(at(null, null, 'Homs')).toBe('Homs')
    expect(at(null, null, null)).toBe('SYR')
  })
})

describe('listUses', () => {
  it('finds the sections an incident stands in, and no others', async () => {
    const policy = as(db.sql, await addPerson(db.sql, 'policy'))
    const reportId = await someReport(policy, as(db.sql, author))
    const [section] = await db.sql`
      select section.id, number, section.title, report.title as report
      from section join report on report.id = report_id
      where report_id = ${reportId} and parent_id is not null order by number limit 1`
    const incidentId = await idOf('900001')
    const block = { type: 'incident', attrs: { id: 'babcdefghij', incidentId, contextCardId: incidentId } }
    const document = { type: 'doc', content: [{ type: 'blockquote', content: [block] }] }
    await db.sql`update section_document set document = ${db.sql.json(document)} where section_id = ${section!.id}`
    expect(await listUses(as(db.sql, author), incidentId)).toEqual({ sections: [section], releases: [] })
    expect(await listUses(as(db.sql, author), await idOf('900002'))).toEqual({ sections: [], releases: [] })
    await expect(listUses(as(db.sql, author), '" || true')).rejects.toThrow('not-found')
  })
})
