import type { IncidentFlag, PerpetratorClass } from '#schemas/vocabulary.ts'
import { areaName, districtName, placeName } from './names.ts'
import { organisations, publisher } from './organisations.ts'
import { remembering } from './remembering.ts'
import type { UcdpRow } from './row.ts'
import { summaryOf } from './summary.ts'

export type ReportedSource = { originalSource: string | null; reportedBy: string | null; reportedOn: string | null }

/** An incident as the importer writes it: everything of a UCDP event that is kept. */
export type UcdpEvent = ReturnType<typeof eventOf>

/** Turns a checked row into an incident. @param country where `row.country` is. */
export function eventOf(row: UcdpRow, country: { code: string; nameNl: string; nameEn: string }) {
  const admin1 = areaOf(row.adm_1)
  const admin2 = districtOf(row.adm_2)
  // One object, not spread and copied: at this many rows that shows.
  const event = {
    kind: row.type_of_violence,
    admin1,
    admin2,
    place: placeOf(row, admin1, admin2),
    placePrecision: row.where_prec,
    startedOn: row.date_start,
    endedOn: row.date_end,
    datePrecision: row.date_prec,
    actorA: tidy(row.side_a),
    actorB: tidy(row.side_b),
    deathsLow: row.low,
    deathsBest: row.best,
    deathsHigh: row.high,
    deathsCivilians: row.deaths_civilians,
    externalId: row.id,
    countryCode: country.code,
    latitude: row.latitude,
    longitude: row.longitude,
    perpetratorClass: perpetratorOf(row),
    deathsUnknown: row.deaths_unknown,
    sourceCount: row.number_of_sources,
    flags: flagsOf(row),
    summaryNl: '',
    summaryEn: '',
    sources: sourcesOf(row),
  }
  event.summaryNl = summaryOf(event, country.nameNl, 'nl')
  event.summaryEn = summaryOf(event, country.nameEn, 'en')
  return event
}

/** The place, unless the cell only repeats the district, governorate or country of an event that is not known more precisely. */
function placeOf(row: UcdpRow, admin1: string | null, admin2: string | null): string | null {
  if (row.where_prec === 'country') return null
  if (row.where_prec === 'admin-1' && areaName(row.where_coordinates) === admin1) return null
  if (row.where_prec === 'admin-2' && districtName(row.where_coordinates) === admin2) return null
  return placeName(row.where_coordinates)
}

/**
 * Only what the dataset itself settles. In one-sided violence side A is by definition the actor that used force against civilians: a state when
 * it is a government, else an organised armed group. In the other two kinds both sides fight, and being named first says nothing: unknown.
 */
function perpetratorOf({ type_of_violence, side_a }: UcdpRow): PerpetratorClass {
  if (type_of_violence !== 'one-sided') return 'unknown'
  return /^government of /i.test(side_a) ? 'state' : 'non-state-armed'
}

/** What a reader must know and what does not make the row wrong enough to refuse: kept as reported, flagged. */
function flagsOf(row: UcdpRow): IncidentFlag[] {
  const flags: IncidentFlag[] = []
  if (row.low > row.best) flags.push('low-above-best')
  if (row.best > row.high) flags.push('best-above-high')
  if (row.adm_1 === '') flags.push('no-admin-1')
  // The first report's year; a mistyped year (2109) or a placeholder (1753) shows here.
  if (/^\d{4}/.test(row.source_date) && row.source_date.slice(0, 4) !== row.date_start.slice(0, 4))
    flags.push('source-year-differs')
  return flags
}

const originalOf = remembering((cell: string) => organisations(cell).join(', ') || null)
const publisherOf = remembering(publisher)

/** One entry per report (offices and dates are parallel lists); who said it first is given once for the event, so it stands with the first. */
function sourcesOf(row: UcdpRow): ReportedSource[] {
  const original = originalOf(row.source_original)
  const offices = row.source_office.split(';')
  const dates = row.source_date.split(';').map((date) => /^\d{4}-\d{2}-\d{2}/.exec(date.trim())?.[0] ?? null)
  return offices
    .map((office, index) => ({
      originalSource: index === 0 ? original : null,
      reportedBy: publisherOf(office),
      reportedOn: offices.length === dates.length ? (dates[index] ?? null) : null,
    }))
    .filter((it) => it.originalSource !== null || it.reportedBy !== null || it.reportedOn !== null)
}

const areaOf = remembering(areaName)
const districtOf = remembering(districtName)
const tidy = remembering((text: string): string => text.replace(/\s+/g, ' '))
