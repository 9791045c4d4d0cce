import type { DatePrecision } from '#schemas/vocabulary.ts'

export type Span = { from: string; to: string }

/**
 * Which period an incident is counted in, and which equal earlier period that is compared with (domain §4.6: compare only like with like).
 *
 * First choice is the incident's calendar year against the year before, both cut to what the dataset covers: covered until 30 November 2019
 * means 1 January–30 November 2019 against 1 January–30 November 2018. In a dataset's first year there is no year before; then the incident's
 * quarter is set against the quarter before, unless its date is known only to the year.
 * @param coverage first and last day with events. @returns null when there is no equal earlier period.
 */
export function comparisonPeriods(
  incident: { startedOn: string; datePrecision: DatePrecision },
  coverage: Span,
): { period: Span; previous: Span } | null {
  const year = Number(incident.startedOn.slice(0, 4))
  const byYear = shifted({ from: `${year}-01-01`, to: `${year}-12-31` }, 12, incident.startedOn, coverage)
  if (byYear || incident.datePrecision === 'year') return byYear
  const firstMonth = Math.floor((Number(incident.startedOn.slice(5, 7)) - 1) / 3) * 3 + 1
  const from = dayOf(year, firstMonth, 1)
  return shifted({ from, to: dayOf(year, firstMonth + 2, 31) }, 3, incident.startedOn, coverage)
}

/** The part of `whole` that is covered, as is the same part `months` earlier; null when the incident does not fall in it. */
function shifted(whole: Span, months: number, day: string, coverage: Span): { period: Span; previous: Span } | null {
  const from = later(whole.from, monthsFrom(coverage.from, months))
  const to = earlier(whole.to, coverage.to)
  if (day < from || day > to) return null
  return { period: { from, to }, previous: { from: monthsFrom(from, -months), to: equalEnd(to, months) } }
}

/** A last day of a month stays a last day: 31 March against 31 December, 29 February against 28. */
function equalEnd(day: string, months: number): string {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))]
  return day === dayOf(year, month, 31) ? dayOf(year, month - months, 31) : monthsFrom(day, -months)
}

function monthsFrom(day: string, months: number): string {
  return dayOf(Number(day.slice(0, 4)), Number(day.slice(5, 7)) + months, Number(day.slice(8, 10)))
}

/** A day, the month carried over years and the day cut to the month's length. */
function dayOf(year: number, month: number, day: number): string {
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1, Math.min(day, last))).toISOString().slice(0, 10)
}

/** Every month of a period as `YYYY-MM`, oldest first. */
export function monthsOf({ from, to }: Span): string[] {
  const months: string[] = []
  for (let month = `${from.slice(0, 7)}-01`; month <= to; month = monthsFrom(month, 1)) months.push(month.slice(0, 7))
  return months
}

const later = (a: string, b: string) => (a > b ? a : b)
const earlier = (a: string, b: string) => (a < b ? a : b)
