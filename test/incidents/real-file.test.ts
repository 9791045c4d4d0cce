import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { beforeAll, describe, expect, it } from 'vitest'
import { computeContext } from '#app/services/incidents/compute-context.server.ts'
import { findIncidents } from '#app/services/incidents/find-incidents.server.ts'
import { importUcdp, type ImportSummary } from '#app/services/incidents/import-ucdp.server.ts'
import { testDatabase } from '../support/database.ts'
import { sharedData } from '../support/shared-data.ts'

const file = sharedData('incidents/ucdp_ged_syria_2016-2019.csv')

describe.runIf(file)('the real UCDP file on Syria', () => {
  const db = testDatabase()
  const anyone = () => ({ sql: db.sql, actor: null, clock: () => new Date('2026-11-01T12:00:00Z'), origin: 'test' })
  const run = () => importUcdp(anyone(), { path: file!, rejectPath: join(tmpdir(), 'herkomst-no-rejects.csv') })
  let first: ImportSummary
  let rows: Record<string, string>[]
  beforeAll(async () => {
    rows = parse(readFileSync(file!), { columns: true })
    first = await run()
  })

  it('is read whole: 16,566 events, none rejected, odd figures flagged', () => {
    expect(first).toMatchObject({
      read: 16_566,
      inserted: 16_566,
      updated: 0,
      unchanged: 0,
      rejected: 0,
      rejectFile: null,
      remarks: [],
    })
    expect(first.flags).toEqual({ 'low-above-best': 30, 'best-above-high': 71, 'no-admin-1': 339, 'source-year-differs': 126 })
  })

  it('has the same sums as the file', async () => {
    const [sums] = await db.sql`
      select count(*) as events, sum(deaths_low) as low, sum(deaths_best) as best, sum(deaths_high) as high, count(admin1) as areas,
        min(started_on) as first, max(ended_on) as last, count(distinct admin1) as governorates
      from incident`
    const sum = (column: string) => rows.reduce((total, row) => total + Number(row[column]), 0)
    expect(sums).toEqual({
      events: rows.length,
      low: sum('low'),
      best: sum('best'),
      high: sum('high'),
      areas: rows.filter((row) => row.adm_1).length,
      first: '2016-01-01',
      last: '2019-12-01',
      governorates: 14,
    })
  })

  it('keeps the row whose low estimate is above the best as it is', async () => {
    const [row] = await db.sql`select deaths_low, deaths_best, flags from incident where external_id = '219459'`
    expect(row).toEqual({ deaths_low: 177, deaths_best: 142, flags: ['low-above-best'] })
  })

  it('gives three incidents the context that counting in the file gives', async () => {
    const cases = [
      ['282298', '2019-01-01', '2019-11-30', '2018-01-01', '2018-11-30'],
      [
        rows.find((row) => row.type_of_violence === '3' && row.year === '2018')!.id!,
        '2018-01-01',
        '2018-12-31',
        '2017-01-01',
        '2017-12-31',
      ],
      [rows.find((row) => row.date_start === '2016-08-03')!.id!, '2016-07-01', '2016-09-30', '2016-04-01', '2016-06-30'],
    ] as const
    for (const [id, from, to, previousFrom, previousTo] of cases) {
      const event = rows.find((row) => row.id === id)!
      const like = rows.filter((row) => row.type_of_violence === event.type_of_violence && row.adm_1 === event.adm_1)
      const within = (a: string, b: string) => like.filter((row) => row.date_start! >= a && row.date_start! <= b)
      const deaths = (some: typeof rows, column: string) => some.reduce((total, row) => total + Number(row[column]), 0)
      const [now, before] = [within(from, to), within(previousFrom, previousTo)]
      const [{ id: own } = { id: '' }] = await db.sql<{ id: string }[]>`select id from incident where external_id = ${id}`
      const figures = await computeContext(anyone(), own)
      expect(figures, id).toMatchObject({
        period: { from, to },
        previous: { from: previousFrom, to: previousTo },
        events: now.length,
        eventsPrevious: before.length,
        deathsLow: deaths(now, 'low'),
        deathsBest: deaths(now, 'best'),
        deathsHigh: deaths(now, 'high'),
        deathsBestPrevious: deaths(before, 'best'),
      })
      if ('reason' in figures) throw new Error(figures.reason)
      expect(figures.months.map((it) => it.events)).toEqual(
        figures.months.map(({ month }) => now.filter((row) => row.date_start!.startsWith(month)).length),
      )
      expect(figures.events).toBeGreaterThan(5)
    }
  })

  it('is found by place, party and number', async () => {
    expect((await findIncidents(anyone(), { text: '282298' })).incidents[0]).toMatchObject({
      externalId: '282298',
      admin1: 'Deir ez Zor',
    })
    const inHoms = rows.filter((row) => row.adm_1 === 'Homs Governorate' && row.type_of_violence === '3').length
    expect((await findIncidents(anyone(), { country: 'SYR', admin1: 'Homs', kind: 'one-sided' })).total).toBe(inHoms)
    const inJuly = rows.filter((row) => row.date_start!.startsWith('2017-07')).length
    expect((await findIncidents(anyone(), { from: '2017-07-01', to: '2017-07-31' })).total).toBe(inJuly)
  })

  it('leaves no headline, article or named person in any text of the database', async () => {
    const columns = await db.sql<{ table: string; column: string }[]>`
      select table_name as table, column_name as column from information_schema.columns
      where table_schema = 'public' and data_type in ('text', 'jsonb', 'ARRAY')`
    // Words of real headlines; long enough to be nothing else. Persons whom the file names as original sources.
    const headlines = rows.flatMap((row) => row.source_headline!.split(';')).filter((it) => it.length > 40)
    const sample = headlines.filter((_, index) => index % Math.ceil(headlines.length / 40) === 0).map((it) => it.slice(0, 60))
    const persons = [
      'Khasakewi',
      'Shemshadi',
      'Nasrallah',
      'Talal Barazi',
      'Abou Leila',
      'Yildirim',
      'Yarji',
      'Mustafa Bali',
      'Ammaral Selmo',
    ]
    for (const { table, column } of columns) {
      if (table === 'country' || table === 'schema_version') continue
      const found = await db.sql`
        select 1 from ${db.sql(table)}, unnest(${[...sample, ...persons]}::text[]) needle
        where strpos(${db.sql(column)}::text, needle) > 0 limit 1`
      expect(found, `${table}.${column}`).toHaveLength(0)
    }
  })

  it('changes nothing the second time', async () => {
    await db.sql`delete from search_outbox`
    const [before] = await db.sql`select md5(string_agg(incident::text, '' order by id)) as hash from incident`
    expect(await run()).toMatchObject({
      read: 16_566,
      inserted: 0,
      updated: 0,
      unchanged: 16_566,
      rejected: 0,
      flagged: first.flagged,
    })
    expect(await db.sql`select md5(string_agg(incident::text, '' order by id)) as hash from incident`).toEqual([before])
    expect(await db.sql`select count(*) as n from search_outbox`).toEqual([{ n: 0 }])
    expect(await db.sql`select count(*) as n from incident_history`).toEqual([{ n: 0 }])
  })
})
