import type { Printed, PrintedSection } from './printed.ts'
import { dateWords, periodWords, words } from './words.ts'

/** Extras of a rendition that are not in the content: its hash, printed so that a reader can check what was released. */
export type RenderOptions = { hash?: string | undefined }

/** What stands on the cover under title and notice. */
export function releaseFacts(content: Printed, { hash }: RenderOptions): { label: string; text: string }[] {
  const { language, country, period, number, releasedAt } = content
  const text = words[language]
  return [
    { label: text.country, text: language === 'nl' ? country.nameNl : country.nameEn },
    { label: text.period, text: periodWords(period, language) },
    { label: text.release, text: number },
    { label: text.releasedOn, text: dateWords(dutchDay(releasedAt), language) },
    ...(hash ? [{ label: text.hash, text: hash }] : []),
  ]
}

/** "Stand op 1 november 2026, vastgesteld op 3 november 2026": what a section's text may be relied on for. */
export const sectionDates = ({ asOf, approvedOn }: PrintedSection, { language }: Pick<Printed, 'language'>): string | null =>
  asOf &&
  approvedOn &&
  `${words[language].asOf(dateWords(asOf, language))}, ${words[language].approvedOn(dateWords(approvedOn, language))}`

const dutchDays = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Amsterdam', dateStyle: 'short' })

/** The day it was in the Netherlands, `YYYY-MM-DD`. */
export const dutchDay = (moment: string): string => dutchDays.format(new Date(moment))
