import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'

/** The columns of release 19.1, in its order. */
export const columns41 =
  'id,year,active_year,type_of_violence,conflict_new_id,conflict_name,dyad_new_id,dyad_name,side_a_new_id,side_a,side_b_new_id,gwnob,side_b,number_of_sources,source_article,source_office,source_date,source_headline,source_original,where_prec,where_coordinates,adm_1,adm_2,latitude,longitude,geom_wkt,priogrid_gid,country,country_id,region,event_clarity,date_prec,date_start,date_end,deaths_a,deaths_b,deaths_civilians,deaths_unknown,low,best,high'.split(
    ',',
  )
/** Those of release 20.1 and later. */
export const columns49 =
  'id,relid,year,active_year,code_status,type_of_violence,conflict_dset_id,conflict_new_id,conflict_name,dyad_dset_id,dyad_new_id,dyad_name,side_a_dset_id,side_a_new_id,side_a,side_b_dset_id,side_b_new_id,side_b,number_of_sources,source_article,source_office,source_date,source_headline,source_original,where_prec,where_coordinates,where_description,adm_1,adm_2,latitude,longitude,geom_wkt,priogrid_gid,country,country_id,region,event_clarity,date_prec,date_start,date_end,deaths_a,deaths_b,deaths_civilians,deaths_unknown,best,high,low,gwnoa,gwnob'.split(
    ',',
  )

/** A made-up event; what a test is about it says itself. */
const ordinary: Record<string, string> = {
  id: '900001',
  year: '2018',
  active_year: '1',
  type_of_violence: '1',
  side_a: 'Government of Syria',
  side_b: 'Syrian insurgents',
  number_of_sources: '1',
  source_article: '"Bericht,2018-03-04,Kop die een slachtoffer noemt"',
  source_office: 'SOHR',
  source_date: '2018-03-04',
  source_headline: 'Kop die een slachtoffer noemt',
  source_original: 'SOHR',
  where_prec: '1',
  where_coordinates: 'Verzonnen Dorp village',
  adm_1: 'Homs Governorate',
  adm_2: 'Ar Rastan district',
  latitude: '34.8',
  longitude: '36.7',
  country: 'Syria',
  country_id: '652',
  region: 'Middle East',
  event_clarity: '1',
  date_prec: '1',
  date_start: '2018-03-03',
  date_end: '2018-03-03',
  deaths_a: '1',
  deaths_b: '1',
  deaths_civilians: '1',
  deaths_unknown: '1',
  low: '4',
  best: '4',
  high: '6',
}

const cell = (value: string) => (/[",\n\r]/.test(value) ? `"${value.replace(/"/g, '""')}"` : value)
export const line = (cells: readonly string[]) => `${cells.map(cell).join(',')}\n`

/** The text of a UCDP file. `number` events get the ids 900001, 900002 … unless they name one. */
export function ucdpText(
  events: readonly Record<string, string>[],
  { columns = columns41, tags }: { columns?: readonly string[]; tags?: readonly string[] } = {},
): string {
  const rows = events.map((event, index) => ({ ...ordinary, id: String(900001 + index), ...event }) as Record<string, string>)
  return [line(columns), tags ? line(tags) : '', ...rows.map((row) => line(columns.map((name) => row[name] ?? '')))].join('')
}

/** A folder for this test file's files, gone afterwards. */
export function testFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'herkomst-ucdp-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return {
    path: (name: string) => join(folder, name),
    write: (name: string, content: string | Buffer) => {
      writeFileSync(join(folder, name), content)
      return join(folder, name)
    },
  }
}
