import { words } from '#app/i18n/vocabulary.ts'
import type { IncidentRecord } from '#schemas/context-card.ts'
import type { Language } from '#schemas/vocabulary.ts'

type Told = Pick<
  IncidentRecord,
  | 'kind'
  | 'place'
  | 'placePrecision'
  | 'admin1'
  | 'admin2'
  | 'startedOn'
  | 'endedOn'
  | 'datePrecision'
  | 'actorA'
  | 'actorB'
  | 'deathsCivilians'
> & { deathsLow: number; deathsBest: number; deathsHigh: number }

const months = {
  nl: 'januari februari maart april mei juni juli augustus september oktober november december'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
}

/**
 * A neutral sentence about an event, made from its figures alone: what, where, when, how many by the dataset's estimate, and which parties it
 * names. It stands in for headlines, which are not kept, and lets a search find the place and the parties.
 * Written out here rather than with Intl: that takes longer than all the rest of an import.
 */
export function summaryOf(told: Told, countryName: string, language: Language): string {
  const kind = words[language].incidentKind[told.kind]
  const what = `${kind[0]!.toUpperCase()}${kind.slice(1)} ${where(told, countryName, language)}, ${when(told, language)}`
  const { deathsLow: low, deathsBest: best, deathsHigh: high } = told
  const ordered = low <= best && best <= high
  if (language === 'nl') {
    const range = ordered ? `marge ${low}–${high}` : `laagste ${low}, hoogste ${high}`
    return `${what}: naar beste schatting ${best} ${best === 1 ? 'dode' : 'doden'} (${range}), onder wie ${told.deathsCivilians ?? 0} als burger aangemerkt. Partijen volgens UCDP: ${told.actorA} – ${told.actorB}.`
  }
  const range = ordered ? `range ${low}–${high}` : `lowest ${low}, highest ${high}`
  return `${what}: ${best} ${best === 1 ? 'death' : 'deaths'} by best estimate (${range}), ${told.deathsCivilians ?? 0} of them recorded as civilians. Parties according to UCDP: ${told.actorA} – ${told.actorB}.`
}

function where({ place, placePrecision, admin1, admin2 }: Told, countryName: string, language: Language): string {
  const dutch = language === 'nl'
  const inArea = admin1 ? ` (${admin1})` : ''
  const near = dutch ? { exact: 'bij', 'within-25-km': 'in de omgeving van' } : { exact: 'at', 'within-25-km': 'in the area of' }
  const named = place ?? admin2
  if ((placePrecision === 'exact' || placePrecision === 'within-25-km') && named)
    return `${near[placePrecision]} ${named}${inArea}`
  if (placePrecision === 'admin-2' && admin2)
    return dutch ? `in het district ${admin2}${inArea}` : `in ${admin2} district${inArea}`
  if (placePrecision === 'sea-or-air' && named) return `${dutch ? 'op zee of in de lucht, ' : 'at sea or in the air, '}${named}`
  if (placePrecision !== 'country' && named) return `${dutch ? 'in of bij' : 'in or near'} ${named}${inArea}`
  return `in ${admin1 ?? countryName}`
}

function when({ startedOn, endedOn, datePrecision }: Told, language: Language): string {
  const between =
    startedOn === endedOn
      ? day(startedOn, language)
      : language === 'nl'
        ? `tussen ${day(startedOn, language)} en ${day(endedOn, language)}`
        : `between ${day(startedOn, language)} and ${day(endedOn, language)}`
  if (datePrecision === 'day' || datePrecision === 'days') return between
  const precision = words[language].datePrecision[datePrecision]
  return language === 'nl' ? `${between} (${precision} nauwkeurig)` : `${between} (known ${precision})`
}

const day = (value: string, language: Language): string =>
  `${Number(value.slice(8, 10))} ${months[language][Number(value.slice(5, 7)) - 1]} ${value.slice(0, 4)}`
