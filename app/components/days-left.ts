import { reportTexts } from '#app/i18n/reports.ts'
import { useText } from './use-text.ts'

/** "nog 92 dagen", "vandaag gereed", "3 dagen over de afgesproken datum". @returns words for a number of days until a date. */
export function useDaysLeft(): (days: number) => string {
  const text = useText(reportTexts)
  return (days) => (days > 0 ? text.inDays(days) : days === 0 ? text.today : text.late(-days))
}
