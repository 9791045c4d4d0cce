import { daysBetween } from '#app/platform/today.ts'
import { milestones, type Milestone } from '#schemas/vocabulary.ts'

/** Where each milestone lies between the start (0) and the release (100). */
export type Shares = Record<Milestone, number>
export type PlannedDates = Record<Milestone, string>

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)
}

/** The same day some months later, or the last day of that month where it is too short. */
export function addMonths(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const last = new Date(Date.UTC(year, month + months, 0))
  return new Date(Date.UTC(last.getUTCFullYear(), last.getUTCMonth(), Math.min(date, last.getUTCDate())))
    .toISOString()
    .slice(0, 10)
}

/** Spreads the milestones over the days between start and release; when the release lies before the start all fall on it. */
export function datesBetween(startsOn: string, releasedOn: string, shares: Shares): PlannedDates {
  const days = Math.max(0, daysBetween(startsOn, releasedOn))
  const from = days === 0 ? releasedOn : startsOn
  return Object.fromEntries(
    milestones.map((milestone) => [milestone, addDays(from, Math.round((days * shares[milestone]) / 100))]),
  ) as PlannedDates
}
