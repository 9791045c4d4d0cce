import type { Language } from '#schemas/vocabulary.ts'

const locale = { nl: 'nl-NL', en: 'en-GB' } as const

const dateFormats = new Map<string, Intl.DateTimeFormat>()
const numberFormats = new Map<string, Intl.NumberFormat>()

/** Made once for each way of writing: making one takes some hundred times as long as using it. */
function dateFormat(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([language, options])
  const format = dateFormats.get(key) ?? new Intl.DateTimeFormat(locale[language], options)
  dateFormats.set(key, format)
  return format
}

/** "1 november 2026". Accepts a day, or a year or year and month as publications have them ("2025", "juli 2025"). */
export function formatDay(day: string, language: Language): string {
  const parts = day.slice(0, 10).split('-').length
  const options: Intl.DateTimeFormatOptions = {
    timeZone: 'UTC',
    year: 'numeric',
    ...(parts > 1 && { month: 'long' }),
    ...(parts > 2 && { day: 'numeric' }),
  }
  return dateFormat(language, options).format(
    new Date(parts === 1 ? `${day}-01-01` : parts === 2 ? `${day}-01` : day.slice(0, 10)),
  )
}

/** "1 november 2026 om 14:05", Dutch time. */
export function formatMoment(moment: Date | string, language: Language): string {
  return dateFormat(language, { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Amsterdam' }).format(new Date(moment))
}

/** "14:05", Dutch time. */
export const formatTime = (moment: number | string, language: Language): string =>
  dateFormat(language, { timeStyle: 'short', timeZone: 'Europe/Amsterdam' }).format(new Date(moment))

/** "1.234,5": at most one decimal unless asked otherwise. */
export function formatNumber(value: number, language: Language, decimals = 1): string {
  const key = `${language} ${decimals}`
  const format = numberFormats.get(key) ?? new Intl.NumberFormat(locale[language], { maximumFractionDigits: decimals })
  numberFormats.set(key, format)
  return format.format(value)
}

/** "1 januari – 30 november 2019", both ends included. */
export function formatPeriod(from: string, to: string, language: Language): string {
  const format = dateFormat(language, { dateStyle: 'long', timeZone: 'UTC' })
  // The thin spaces it puts around the dash break searching and copying, and browsers differ in them.
  return format.formatRange(new Date(from), new Date(to)).replace(/[\u2009\u202f]/g, ' ')
}

/** Picks the singular or plural form for a count: Dutch and English both have two. */
export const plural = (count: number, one: string, many: string): string => (count === 1 ? one : many)

/** Sorts by the language's own rules, numbers by value ("3.9" before "3.10"). */
export const compareText = (language: Language) => new Intl.Collator(locale[language], { numeric: true }).compare
