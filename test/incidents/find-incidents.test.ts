import { beforeAll, describe, expect, it } from 'vitest'
import { findIncidents, type IncidentFilter } from '#app/services/incidents/find-incidents.server.ts'
import { importUcdp } from '#app/services/incidents/import-ucdp.server.ts'
import { listIncidentAreas } from '#app/services/incidents/list-incident-areas.server.ts'
import { testDatabase } from '../support/database.ts'
import { testFolder, ucdpText } from './ucdp-file.ts'

const db = testDatabase()
const folder = testFolder()
const anyone = () => ({ sql: db.sql, actor: null, clock: () => new Date(), origin: 'test' })
const find = async (filter: IncidentFilter) => (await findIncidents(anyone(), filter)).incidents.map((it) => it.externalId)
const on = (day: string, more: Record<string, string> = {}) => ({ date_start: day, date_end: day, ...more })

beforeAll(async () => {
  const path = folder.write(
    'find.csv',
    ucdpText([
      on('2018-01-01'),
      on('2018-02-01', { adm_1: 'Aleppo Governorate', where_coordinates: '100%_zeker town' }),
      on('2018-03-01', { type_of_violence: '3', side_a: 'IS', side_b: 'Civilians' }),
      { date_start: '2018-04-29', date_end: '2018-05-02', country: 'Yemen (North Yemen)', adm_1: 'Sanaa governorate' },
    ]),
  )
  await importUcdp(anyone(), { path, rejectPath: folder.path('rejects.csv') })
})

describe('findIncidents', () => {
  it('gives all, newest first', async () => {
    expect(await find({})).toEqual(['900004', '900003', '900002', '900001'])
  })

  it('filters by country, governorate, kind and the day an event began', async () => {
    expect(await find({ country: 'YEM' })).toEqual(['900004'])
    expect(await find({ country: 'SYR', admin1: 'Homs' })).toEqual(['900003', '900001'])
    expect(await find({ kind: 'one-sided' })).toEqual(['900003'])
    expect(await find({ from: '2018-02-01', to: '2018-03-01' })).toEqual(['900003', '900002'])
    expect(await find({ from: '2018-05-01' })).toEqual([])
  })

  it('finds every word in place, party, summary or number, without minding capitals', async () => {
    expect(await find({ text: 'sanaa' })).toEqual(['900004'])
    expect(await find({ text: 'homs INSURGENTS' })).toEqual(['900001'])
    expect(await find({ text: '900002' })).toEqual(['900002'])
    expect(await find({ text: 'homs aleppo' })).toEqual([])
  })

  it('takes signs of a search pattern for what they are', async () => {
    expect(await find({ text: '100%_' })).toEqual(['900002'])
    expect(await find({ text: '%' })).toEqual(['900002'])
    expect(await find({ text: "'; drop table incident; --" })).toEqual([])
  })

  it('pages with the total of all', async () => {
    const page = await findIncidents(anyone(), { limit: 2, offset: 2 })
    expect(page).toMatchObject({ total: 4, offset: 2, limit: 2 })
    expect(page.incidents.map((it) => it.externalId)).toEqual(['900002', '900001'])
  })

  it('refuses what is no filter', async () => {
    await expect(findIncidents(anyone(), { from: '2018-02-30' })).rejects.toThrow()
    await expect(findIncidents(anyone(), { limit: 5000 })).rejects.toThrow()
    await expect(findIncidents(anyone(), { text: 'a\0b' })).rejects.toThrow()
  })

  it('offers the countries and areas that have incidents', async () => {
    const areas = await listIncidentAreas(anyone(), 'SYR')
    expect(areas.countries.map((it) => [it.code, it.incidents]).sort()).toEqual([
      ['SYR', 3],
      ['YEM', 1],
    ])
    expect(areas.admin1).toEqual([
      { name: 'Aleppo', incidents: 1 },
      { name: 'Homs', incidents: 2 },
    ])
    expect((await listIncidentAreas(anyone())).admin1).toEqual([])
  })
})
