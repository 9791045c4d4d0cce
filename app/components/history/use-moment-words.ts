import { useLanguage, useText } from '#app/components/use-text.ts'
import { formatMoment, formatTime } from '#app/i18n/format.ts'
import { recentHistoryTexts } from '#app/i18n/recent-history.ts'
import type { Moment } from '#app/services/history/read-moments.server.ts'

const dayFormat = new Intl.DateTimeFormat('sv', { dateStyle: 'short', timeZone: 'Europe/Amsterdam' })

/** How a moment of the history is told, in the language of the page. */
export function useMomentWords() {
  const language = useLanguage()
  const text = useText(recentHistoryTexts)
  const moment = (at: Date | string | number) => formatMoment(new Date(at), language)
  const day = (at: number | string) => dayFormat.format(new Date(at))
  /** "2 november 2026 om 10:00 tot 10:20", or one moment when both are the same minute. */
  const span = (from: number | string, to: number | string) => {
    if (moment(from) === moment(to)) return moment(to)
    return text.until(moment(from), day(from) === day(to) ? formatTime(to, language) : moment(to))
  }
  return {
    moment,
    span,
    what: (it: Moment) => (it.kind === 'writing' ? text.kinds.writing : [text.kinds[it.kind], it.said].filter(Boolean).join(' ')),
    when: (it: Moment) => (it.kind === 'writing' ? span(it.begunAt, it.at) : moment(it.at)),
  }
}
