import { existsSync, readFileSync, statSync } from 'node:fs'
import { beforeEach, describe, expect, it } from 'vitest'
import { importUcdp, type UcdpImport } from '#app/services/incidents/import-ucdp.server.ts'
import { testDatabase } from '../support/database.ts'
import { columns41, columns49, line, testFolder, ucdpText } from './ucdp-file.ts'

const db = testDatabase()
const folder = testFolder()
const now = new Date('2026-11-01T12:00:00Z')
const rejectPath = folder.path('rejects/list.csv')
let files = 0

const run = (content: string | Buffer, more: Partial<UcdpImport> = {}) =>
  importUcdp(
    { sql: db.sql, actor: null, clock: () => now, origin: 'test' },
    { path: folder.write(`${++files}.csv`, content), rejectPath, ...more },
  )
const rejects = () => readFileSync(rejectPath, 'utf8').trim().split('\n').slice(1)
const incident = async (externalId = '900001') => (await db.sql`select * from incident where external_id = ${externalId}`)[0]!
const count = async (table: string) => Number((await db.sql`select count(*) as n from ${db.sql(table)}`)[0]!.n)

beforeEach(async () => {
  await db.sql`truncate incident, import_run, search_outbox cascade`
})

describe('importing a UCDP file', () => {
  it('keeps an event as the vocabulary has it, with a sentence of its own instead of the headline', async () => {
    const summary = await run(ucdpText([{ source_office: 'SOHR;Reuters News', source_date: '2018-03-04;2018-03-05' }]))
    expect(summary).toMatchObject({ read: 1, inserted: 1, updated: 0, unchanged: 0, rejected: 0, flagged: 0, layout: 'ged-19.1' })
    expect(summary.rejectFile).toBeNull()
    const row = await incident()
    expect(row).toMatchObject({
      dataset: 'ucdp-ged',
      kind: 'state-based',
      country_code: 'SYR',
      admin1: 'Homs',
      admin2: 'Ar Rastan',
      place: 'Verzonnen Dorp',
      place_precision: 'exact',
      started_on: '2018-03-03',
      date_precision: 'day',
      perpetrator_class: 'unknown',
      deaths_low: 4,
      deaths_best: 4,
      deaths_high: 6,
      flags: [],
      source_count: 1,
    })
    expect(row.summary_nl).toBe(
      'Geweld waarbij een staat partij is bij Verzonnen Dorp (Homs), 3 maart 2018: naar beste schatting 4 doden (marge 4–6), onder wie 1 als burger aangemerkt. Partijen volgens UCDP: Government of Syria – Syrian insurgents.',
    )
    expect(await db.sql`select original_source, reported_by, reported_on from incident_source order by id`).toEqual([
      { original_source: 'SOHR', reported_by: 'SOHR', reported_on: '2018-03-04' },
      { original_source: null, reported_by: 'Reuters News', reported_on: '2018-03-05' },
    ])
  })

  it('announces what it wrote to search and the audit, and counts the run', async () => {
    const summary = await run(ucdpText([{}, {}]))
    expect(await count('search_outbox')).toBe(2)
    const [entry] =
      await db.sql`select object_id, details from audit_event where action = 'incidents.imported' order by id desc limit 1`
    expect(entry).toEqual({
      object_id: summary.runId,
      details: { dataset: 'ucdp-ged', read: 2, inserted: 2, updated: 0, unchanged: 0, rejected: 0 },
    })
    const [kept] = await db.sql`select status, read, inserted, file_hash, layout from import_run where id = ${summary.runId}`
    expect(kept).toEqual({ status: 'done', read: 2, inserted: 2, file_hash: summary.fileHash, layout: 'ged-19.1' })
  })

  it('changes nothing the second time', async () => {
    const text = ucdpText([{}, {}, { low: '9' }])
    await run(text)
    const before = await db.sql`select * from incident order by external_id`
    await db.sql`delete from search_outbox`
    expect(await run(text)).toMatchObject({ read: 3, inserted: 0, updated: 0, unchanged: 3, flagged: 1 })
    expect(await db.sql`select * from incident order by external_id`).toEqual(before)
    expect(await count('search_outbox')).toBe(0)
    expect(await count('incident_source')).toBe(3)
  })

  it('updates what a later file changed and keeps what it said before', async () => {
    await run(ucdpText([{}, {}]))
    const old = await incident()
    await db.sql`delete from search_outbox`
    const later = ucdpText([{ best: '7', high: '9', source_office: 'SOHR;HRW', source_date: '2018-03-04;2018-04-01' }, {}])
    expect(await run(later)).toMatchObject({ read: 2, inserted: 0, updated: 1, unchanged: 1 })
    const row = await incident()
    expect(row).toMatchObject({ id: old.id, deaths_best: 7, deaths_high: 9, created_at: old.created_at })
    const [history] = await db.sql`select before from incident_history where incident_id = ${old.id}`
    expect(history!.before).toEqual({ deaths_best: 4, deaths_high: 6, summary_nl: old.summary_nl, summary_en: old.summary_en })
    expect(await db.sql`select reported_by from incident_source where incident_id = ${old.id} order by id`).toEqual([
      { reported_by: 'SOHR' },
      { reported_by: 'HRW' },
    ])
    expect(await db.sql`select object_id from search_outbox`).toEqual([{ object_id: old.id }])
  })

  it('keeps odd figures as reported and flags them', async () => {
    const summary = await run(
      ucdpText([
        { low: '177', best: '142', high: '177' },
        { low: '1', best: '9', high: '3' },
        { adm_1: '', adm_2: '', where_prec: '6', where_coordinates: 'Syria' },
        { source_date: '1753-01-01' },
        { best: '0', low: '0', high: '2' },
      ]),
    )
    expect(summary).toMatchObject({ inserted: 5, rejected: 0, flagged: 4 })
    expect(summary.flags).toEqual({ 'low-above-best': 1, 'best-above-high': 1, 'no-admin-1': 1, 'source-year-differs': 1 })
    expect(await incident('900001')).toMatchObject({ deaths_low: 177, deaths_best: 142, flags: ['low-above-best'] })
    expect((await incident('900001')).summary_nl).toContain('(laagste 177, hoogste 177)')
    expect(await incident('900003')).toMatchObject({ admin1: null, place: null, flags: ['no-admin-1'] })
    expect((await incident('900003')).summary_nl).toContain('in Syrië, 3 maart 2018')
    expect(await incident('900005')).toMatchObject({ deaths_best: 0, flags: [] })
  })

  it('reads line breaks in quotes, a dozen groups in one cell and backslashes as they stand', async () => {
    const groups = Array.from({ length: 12 }, (_, index) => `Groep ${index + 1}`).join(', ')
    await run(
      ucdpText([
        { side_a: groups, type_of_violence: '2', where_coordinates: 'Weg\nlangs \\N\tde rivier', source_article: 'a\nb\n"c"' },
      ]),
    )
    expect(await incident()).toMatchObject({ actor_a: groups, kind: 'non-state', place: 'Weg langs \\N de rivier' })
  })

  it('says who did it only where the dataset settles that', async () => {
    await run(
      ucdpText([
        { type_of_violence: '3', side_b: 'Civilians' },
        { type_of_violence: '3', side_a: 'IS', side_b: 'Civilians' },
        { type_of_violence: '2', side_a: 'IS', side_b: 'SDF' },
      ]),
    )
    const rows = await db.sql`select perpetrator_class from incident order by external_id`
    expect(rows.map((row) => row.perpetrator_class)).toEqual(['state', 'non-state-armed', 'unknown'])
  })

  it('knows the countries by the names UCDP gives them', async () => {
    const names = ['Yemen (North Yemen)', 'Turkey', 'Iraq', 'Syria', 'DR Congo (Zaire)', 'Bosnia-Herzegovina', 'Ivory Coast']
    await run(ucdpText(names.map((country) => ({ country }))))
    const rows = await db.sql`select country_code from incident order by external_id`
    expect(rows.map((row) => row.country_code)).toEqual(['YEM', 'TUR', 'IRQ', 'SYR', 'COD', 'BIH', 'CIV'])
  })

  it('takes one area written two ways for one', async () => {
    await run(ucdpText([{ adm_1: 'Aleppo Governorate' }, { adm_1: 'Aleppo governorate' }, { adm_1: 'Aleppo' }]))
    expect(await db.sql`select distinct admin1 from incident`).toEqual([{ admin1: 'Aleppo' }])
  })

  it('stores no person and no headline', async () => {
    const person = 'Verzonnen Persoon'
    await run(
      ucdpText([
        {
          source_original: `journalist ${person}, ${person}, SOHR and Prime Minister ${person}; a spokesman for ${person}, Syrian Network for Human Rights`,
          source_office: person,
          source_headline: `${person} killed`,
          source_article: `"X,2018-03-03,${person} killed"`,
        },
      ]),
    )
    const [source] = await db.sql`select original_source, reported_by from incident_source`
    expect(source).toEqual({ original_source: 'SOHR, Syrian Network for Human Rights', reported_by: null })
    const everything = JSON.stringify([await db.sql`select * from incident`, await db.sql`select * from incident_source`])
    expect(everything).not.toContain(person)
    expect(everything).not.toContain('killed')
  })
})

describe('layouts', () => {
  const stamped = {
    date_start: '2018-03-03 00:00:00.000',
    date_end: '2018-03-04 00:00:00.000',
    adm_1: 'Homs governorate',
    date_prec: '2',
  }

  it('reads the 49 columns of later releases, with timestamps, as the same events', async () => {
    await run(ucdpText([{ date_end: '2018-03-04', date_prec: '2' }]))
    const summary = await run(ucdpText([stamped], { columns: columns49 }))
    expect(summary).toMatchObject({ layout: 'ged-20', inserted: 0, updated: 0, unchanged: 1 })
  })

  it('reads another column order with a row of HXL tags, which is no event', async () => {
    const columns = [...columns49].reverse()
    const tags = columns.map(
      (name) => ({ id: '', year: '#date+year', country: '#country+name', best: '#affected+killed' })[name] ?? '',
    )
    const summary = await run(ucdpText([stamped, stamped], { columns, tags }))
    expect(summary).toMatchObject({ layout: 'ged-20+hxl', read: 2, inserted: 2, rejected: 0 })
    expect(await incident()).toMatchObject({ started_on: '2018-03-03', ended_on: '2018-03-04', admin1: 'Homs', deaths_high: 6 })
  })

  it('reads a byte order mark, Windows line ends, blank lines and a last line without its end', async () => {
    const text = ucdpText([{}, {}]).replace(/\n/g, '\r\n').replace('\r\n', '\r\n\r\n').trimEnd()
    const summary = await run(`\uFEFF${text}`)
    expect(summary).toMatchObject({ read: 2, inserted: 2, rejected: 0 })
    expect(summary.remarks).toEqual(['The last line has no line end: check that the file is whole.'])
  })
})

describe('rows that cannot be kept', () => {
  it('are listed with row, column, value and reason, while the others are kept', async () => {
    const summary = await run(
      ucdpText([
        {},
        { best: 'veel', low: '-1' },
        { country: 'Atlantis' },
        { date_start: '2018-03-09', date_end: '2018-03-01' },
        { date_start: '2018-02-30' },
        { type_of_violence: '7', where_prec: '0' },
        { latitude: '95' },
        { side_a: '' },
        { id: 'x1' },
        {},
      ]),
    )
    expect(summary).toMatchObject({ read: 10, inserted: 2, rejected: 8, rejectFile: rejectPath })
    expect(rejects()).toEqual([
      "3,900002,low,'-1,is not a whole number from 0",
      '3,900002,best,veel,is not a whole number from 0',
      '4,900003,country,Atlantis,is no country this system knows',
      '5,900004,date_end,2018-03-01,is before date_start',
      '6,900005,date_start,2018-02-30,is not a day that exists (YYYY-MM-DD)',
      '7,900006,type_of_violence,7,is not a code of type_of_violence (1–3)',
      '7,900006,where_prec,0,is not a code of where_prec (1–7)',
      '8,900007,latitude,95,is no coordinate',
      '9,900008,side_a,,is empty',
      '10,x1,id,x1,is not a number',
    ])
  })

  it('stand in a file only the owner may read, in which no cell is a formula and no value is long', async () => {
    await run(
      ucdpText([{}, { country: '=HYPERLINK("http://x.example")' }, { country: `+${'a'.repeat(500)}` }, { country: 'a,"b"\nc' }]),
    )
    expect(statSync(rejectPath).mode & 0o077).toBe(0)
    const text = readFileSync(rejectPath, 'utf8')
    expect(text).toContain(`"'=HYPERLINK(""http://x.example"")"`)
    expect(text).toContain(`'+${'a'.repeat(79)}…`)
    expect(text).toContain('"a,""b""\nc"')
  })

  it('include rows with too few or too many cells, the header again, and a number that came before', async () => {
    const text =
      ucdpText([{}]) +
      line(['900002', '2018']) +
      line(columns41) +
      ucdpText([{ best: '5' }]).split('\n')[1] +
      '\n' +
      line([...columns41, 'more'])
    expect(await run(text)).toMatchObject({ read: 5, inserted: 1, rejected: 4 })
    expect(rejects()).toEqual([
      '3,900002,,,has 2 cells where the header has 41',
      '4,,,,"is the header again, not an event"',
      '5,900001,id,900001,stands in row 2 already',
      '6,,,,has 42 cells where the header has 41',
    ])
    expect(await incident()).toMatchObject({ deaths_best: 4 })
  })

  it('fail the import when there is nothing else', async () => {
    await expect(run(ucdpText([{ country: 'Atlantis' }]))).rejects.toThrow(
      /None of the 1 rows of .* could be imported; the reasons are in/,
    )
    expect(await db.sql`select status from import_run`).toEqual([{ status: 'failed' }])
  })

  it('make no file when there are none', async () => {
    const path = folder.path('none.csv')
    await run(ucdpText([{}]), { rejectPath: path })
    expect(existsSync(path)).toBe(false)
  })
})

describe('files that cannot be used', () => {
  const nothing = async () => {
    expect(await count('incident')).toBe(0)
    expect(await count('search_outbox')).toBe(0)
    const runs = await db.sql`select status, failure from import_run`
    expect(runs).toHaveLength(1)
    expect(runs[0]).toMatchObject({ status: 'failed', failure: expect.stringMatching(/\.$/) })
  }

  it('is refused when it is not there or empty, before anything is written', async () => {
    await expect(
      importUcdp({ sql: db.sql, actor: null, clock: () => now, origin: 'test' }, { path: folder.path('no.csv'), rejectPath }),
    ).rejects.toThrow(/^There is no file .*no\.csv\.$/)
    await expect(run('')).rejects.toThrow(/is empty\.$/)
    expect(await count('import_run')).toBe(0)
  })

  it('is refused when it is no UCDP file', async () => {
    await expect(run('naam,leeftijd\nx,1\n')).rejects.toThrow(
      /^This is not a UCDP GED file: its first row does not hold the column names/,
    )
    await nothing()
  })

  it('is refused when the header is missing and the first row is an event', async () => {
    await expect(run(ucdpText([{}, {}]).split('\n').slice(1).join('\n'))).rejects.toThrow(
      /its first row does not hold the column names/,
    )
    await nothing()
  })

  it('is refused with the names of missing columns', async () => {
    const columns = columns41.filter((name) => name !== 'best' && name !== 'adm_1')
    await expect(run(ucdpText([{}], { columns }))).rejects.toThrow(/^This UCDP GED file misses the columns adm_1, best\.$/)
    await nothing()
  })

  it('is refused whole when it is not UTF-8', async () => {
    await expect(run(Buffer.from(ucdpText([{}, { side_a: 'Mouvement armé' }]), 'latin1'))).rejects.toThrow(/is not UTF-8 text/)
    await nothing()
  })

  it('is refused whole when it breaks off inside a quoted cell', async () => {
    const text = ucdpText([{}, { side_a: 'een, twee' }])
    await expect(run(text.slice(0, text.lastIndexOf('twee')))).rejects.toThrow(
      /breaks off inside row 3: the file is cut off\. Nothing was imported\.$/,
    )
    await nothing()
  })

  it('is refused whole when it breaks off between two cells', async () => {
    const text = ucdpText([{}, {}])
    await expect(run(text.slice(0, -20))).rejects.toThrow(/breaks off inside row 3/)
    await nothing()
  })

  it('is refused whole when a quote is never closed', async () => {
    const text = ucdpText([{}]) + `"${'x'.repeat(1_100_000)}\n`
    await expect(run(text)).rejects.toThrow(/a quote in or before it is not closed/)
    await nothing()
  })

  it('has a header and no events: nothing happens, and it says so', async () => {
    expect(await run(ucdpText([]))).toMatchObject({ read: 0, inserted: 0, remarks: ['The file has a header and no events.'] })
  })
})

describe('faults and company', () => {
  it('leaves nothing of a file when the database breaks in the middle, and says so in the run', async () => {
    await db.sql`create function break_off() returns trigger language plpgsql as $$ begin if new.external_id = '900003' then raise exception 'disk full'; end if; return new; end $$`
    await db.sql`create trigger break_off before insert on incident for each row execute function break_off()`
    await expect(run(ucdpText([{}, {}, {}, {}]))).rejects.toThrow('disk full')
    expect(await count('incident')).toBe(0)
    expect(await db.sql`select status, failure from import_run`).toEqual([
      { status: 'failed', failure: 'It was stopped by an unexpected error.' },
    ])
    await db.sql`drop trigger break_off on incident`
    expect(await run(ucdpText([{}, {}, {}, {}]))).toMatchObject({ inserted: 4 })
  })

  it('leaves the connection usable after a file that broke off', async () => {
    const rows = Array.from({ length: 2000 }, () => ({}))
    const text = ucdpText(rows)
    for (let attempt = 0; attempt < 12; attempt++) await expect(run(text.slice(0, -30))).rejects.toThrow(/breaks off/)
    expect(await run(text)).toMatchObject({ inserted: 2000 })
  })

  it('marks a run whose process was killed as failed at the next import', async () => {
    await db.sql`insert into import_run (dataset, file_name, started_at) values ('ucdp-ged', 'killed.csv', now())`
    await run(ucdpText([{}]))
    expect(await db.sql`select status, failure from import_run where file_name = 'killed.csv'`).toEqual([
      { status: 'failed', failure: 'The process was stopped; nothing of it was kept.' },
    ])
  })

  it('lets two imports at once run one after the other', async () => {
    const text = ucdpText(Array.from({ length: 500 }, () => ({})))
    const both = await Promise.all([run(text), run(text)])
    expect(both.map((it) => it.inserted).sort((a, b) => a - b)).toEqual([0, 500])
    expect(both.map((it) => it.unchanged).sort((a, b) => a - b)).toEqual([0, 500])
    expect(await count('incident')).toBe(500)
    expect(await db.sql`select distinct status from import_run`).toEqual([{ status: 'done' }])
  })

  it('keeps nothing of a dry run but tells what would have happened', async () => {
    await run(ucdpText([{}]))
    const events = await count('audit_event')
    expect(await run(ucdpText([{ best: '5' }, {}, { country: 'Atlantis' }]), { dryRun: true })).toMatchObject({
      dryRun: true,
      runId: null,
      read: 3,
      inserted: 1,
      updated: 1,
      rejected: 1,
    })
    expect(await incident()).toMatchObject({ deaths_best: 4 })
    expect(await count('incident')).toBe(1)
    expect(await count('import_run')).toBe(1)
    expect(await count('audit_event')).toBe(events)
  })

  it('tells how far it is', async () => {
    const phases: string[] = []
    await run(ucdpText(Array.from({ length: 1200 }, () => ({}))), {
      onProgress: ({ phase, read }) => phases.push(`${phase} ${read}`),
    })
    expect(phases).toEqual(['importing 500', 'importing 1000', 'importing 1200'])
  })
})
