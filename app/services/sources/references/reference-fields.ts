import { Day, Doi, PartialDate, WebAddress } from '#schemas/values.ts'
import { recogniseReference } from '../reference-address.ts'
import type { RawReference, ReferenceEntry, ReferenceProblem, ReferenceProblemCode } from './reference.ts'

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const dutchMonths: Record<string, number> = { mrt: 3, maa: 3, mei: 5, okt: 10 }
const languageNames: Record<string, string> = {
  arabic: 'ar',
  armenian: 'hy',
  dari: 'prs',
  dutch: 'nl',
  nederlands: 'nl',
  english: 'en',
  british: 'en-GB',
  american: 'en-US',
  french: 'fr',
  francais: 'fr',
  german: 'de',
  ngerman: 'de',
  kurdish: 'ku',
  pashto: 'ps',
  persian: 'fa',
  portuguese: 'pt',
  russian: 'ru',
  somali: 'so',
  spanish: 'es',
  tigrinya: 'ti',
  turkish: 'tr',
  ukrainian: 'uk',
  urdu: 'ur',
}

/** "3 July 2025", "2025/07/03", "July 2025", "2025-7": a year, month or day as the register writes it; undefined for anything else. */
export function partialDate(text: string): string | undefined {
  const plain = text
    .trim()
    .replace(/T[\d:.]+(Z|[+-]\d\d:?\d\d)?$/, '')
    .replace(/[/\s-]+$/, '')
  const [, year, month, day] = /^(\d{4})(?:[-/](\d{1,2}))?(?:[-/](\d{1,2}))?$/.exec(plain) ?? []
  if (year) return checked(year, month, day)
  const named = /^(?:(\d{1,2})\.?\s+)?([\p{L}]{3,10})\.?\s+(?:(\d{1,2}),?\s+)?(\d{4})$/u.exec(plain)
  const number = monthNumber(named?.[2] ?? '')
  return named && number ? checked(named[4]!, String(number), named[1] ?? named[3]) : undefined
}

/** 7 of "7", "07", "jul" or "July"; undefined for what is no month. */
export function monthNumber(text: string): number | undefined {
  const short = text.trim().toLowerCase().slice(0, 3)
  const index = monthNames.indexOf(short)
  const number = /^\d{1,2}$/.test(text.trim()) ? Number(text) : index >= 0 ? index + 1 : dutchMonths[short]
  return number !== undefined && number >= 1 && number <= 12 ? number : undefined
}

function checked(year: string, month?: string, day?: string): string | undefined {
  const date = [year, month?.padStart(2, '0'), day?.padStart(2, '0')].filter(Boolean).join('-')
  if (day) return Day.safeParse(date).data
  return PartialDate.safeParse(date).data
}

/**
 * A publication in the fields of the register, or everything that is wrong with it, each with its line. A language that is not known is left out and
 * said.
 */
export function toEntry(raw: RawReference, entry: number): { entry: ReferenceEntry | null; problems: ReferenceProblem[] } {
  const problems: ReferenceProblem[] = []
  const wrong = (code: ReferenceProblemCode, found: string, line = raw.line) => {
    problems.push({ entry, line, code, found: shortened(found) })
    return null
  }
  const { title: titled, published, accessed, url: address, doi: identifier, language: spoken } = raw.fields
  const title = oneLine(titled?.text ?? '')
  const publisher = oneLine(raw.publishers.find((name) => oneLine(name) !== '') ?? '')
  if (!title) wrong('no-title', '')
  if (title.length > 500) wrong('title-too-long', title, titled?.line)
  if (!publisher) wrong('no-publisher', title)
  if (publisher.length > 200) wrong('publisher-too-long', publisher)
  const read = <T>(field: typeof titled, parse: (text: string) => T | undefined, code: ReferenceProblemCode): T | null => {
    if (!field || field.text.trim() === '') return null
    return parse(field.text.trim()) ?? wrong(code, field.text, field.line)
  }
  const doi = read(identifier, doiOf, 'malformed-doi')
  const url = read(address, urlOf, 'malformed-address')
  const result: ReferenceEntry = {
    ...{ entry, line: raw.line, title, publisher, kind: raw.kind },
    published: read(published, partialDate, 'malformed-date'),
    accessedOn: read(accessed, (text) => Day.safeParse(partialDate(text)).data, 'malformed-access-date'),
    url: url ?? (doi ? `https://doi.org/${doi}` : null),
    doi: doi ?? doiOf(url ?? '') ?? null,
    language: read(spoken, languageOf, 'language-left-out'),
  }
  return { entry: problems.every(({ code }) => code === 'language-left-out') ? result : null, problems }
}

function doiOf(text: string): string | undefined {
  const found = recogniseReference(text)
  return found?.kind === 'doi' ? found.doi : Doi.safeParse(text).data
}

function urlOf(text: string): string | undefined {
  const found = recogniseReference(text)
  return found?.url ?? WebAddress.safeParse(text).data
}

function languageOf(text: string): string | undefined {
  const plain = text.trim()
  if (/^[a-z]{2,3}([-_][A-Za-z0-9]{2,8})*$/.test(plain)) return plain.replaceAll('_', '-')
  return languageNames[plain.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')]
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()
export const shortened = (text: string) => (oneLine(text).length <= 80 ? oneLine(text) : `${oneLine(text).slice(0, 79)}…`)
