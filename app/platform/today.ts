const dutchDay = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Amsterdam', dateStyle: 'short' })

/** The calendar day it is in the Netherlands, `YYYY-MM-DD`. */
export const today = (clock: () => Date): string => dutchDay.format(clock())

/** Whole days from one day to another; negative when `to` lies before `from`. */
export const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
