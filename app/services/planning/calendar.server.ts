import ical, { ICalCalendarMethod, ICalEventTransparency } from 'ical-generator'
import { planningTexts } from '#app/i18n/planning.ts'
import { capital, pick } from '#app/i18n/pick.ts'
import { words } from '#app/i18n/vocabulary.ts'
import type { Language } from '#schemas/vocabulary.ts'
import { addDays } from './plan-dates.ts'
import type { PlanLine } from './read-planning.server.ts'

/**
 * Milestones as a calendar file (RFC 5545), one whole day each: on the day they were reached, else on the planned one. Ids stay the same, so that a
 * calendar that takes the file in again moves what it has.
 * @param baseUrl where this installation is reached; links of the entries start with it.
 */
export function planningCalendar(
  lines: readonly PlanLine[],
  { baseUrl, language, now }: { baseUrl: string; language: Language; now: Date },
): string {
  const text = planningTexts[language]
  const calendar = ical({
    name: text.event.name,
    prodId: { company: 'Herkomst', product: 'Planning', language: language.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
  })
  const host = new URL(baseUrl).hostname
  for (const line of lines) {
    const country = pick(line.countryNl, line.countryEn, language).text
    for (const { milestone, plannedOn, reachedOn, state, days } of line.milestones) {
      const day = reachedOn ?? plannedOn
      if (day === null || state === 'passed') continue
      const said = state === 'late' ? text.event.late(days ?? 0) : state === 'reached' ? text.event.reached : text.event.planned
      calendar.createEvent({
        id: `${line.termsId}.${milestone}@${host}`,
        stamp: now,
        start: wholeDay(day),
        end: wholeDay(addDays(day, 1)),
        allDay: true,
        transparency: ICalEventTransparency.TRANSPARENT,
        summary: `${country}: ${words[language].milestone[milestone]}`,
        description: `${capital(words[language].reportKind[line.kind])}. ${said} ${text.event.facts}`,
        url: `${baseUrl}/planning/${line.termsId}`,
      })
    }
  }
  return calendar.toString()
}

/** The library writes a whole day from a moment's parts in this process's own time zone. */
function wholeDay(day: string): Date {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  return new Date(year, month - 1, date)
}
