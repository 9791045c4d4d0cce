import { useLanguage, useText } from '#app/components/use-text.ts'
import { formatMoment, formatTime } from '#app/i18n/format.ts'
import { historyTexts } from '#app/i18n/history.ts'
import { words } from '#app/i18n/vocabulary.ts'
import type { Moment } from '#app/services/history/read-moments.server.ts'
import type { Version } from '#app/services/history/read-version.server.ts'
import type { Origin } from '#editor/history/ledger.ts'

const own = (list: Readonly<Record<string, string>>, key: string): string | undefined =>
  Object.hasOwn(list, key) ? list[key] : undefined

const dayFormat = new Intl.DateTimeFormat('sv', { dateStyle: 'short', timeZone: 'Europe/Amsterdam' })

/** The words in which the history speaks, in the language of the page. */
export function useHistoryWords() {
  const language = useLanguage()
  const text = useText(historyTexts)
  const moment = (at: Date | string | number) => formatMoment(new Date(at), language)
  const day = (at: number | string) => dayFormat.format(new Date(at))
  /** "2 november 2026 om 10:00 tot 10:20", or one moment when both are the same minute. */
  const span = (from: number | string, to: number | string) => {
    if (moment(from) === moment(to)) return moment(to)
    return text.until(moment(from), day(from) === day(to) ? formatTime(to, language) : moment(to))
  }
  const blockName = (type: string) => own(text.block, type) ?? text.other
  return {
    moment,
    span,
    blockName,
    written: (origin: Origin, name: string) => text.text.written(name, span(origin.from, origin.to)),
    markName: (mark: string) => own(text.mark, mark) ?? text.other,
    attribute: ({ name, before, after }: { name: string; before: string; after: string }) => {
      const said = (value: string) => {
        if (name === 'kind') return own(words[language].paragraphKind, value) ?? value
        if (name === 'type') return blockName(value)
        if (name === 'suggestion') return own(text.mark, value) ?? value
        return value
      }
      return text.comparison.changedAttribute(own(text.attribute, name) ?? text.other, said(before), said(after))
    },
    version: (version: Version, head?: number) => {
      const when = version.at ? text.comparison.became(moment(version.at), version.person ?? text.comparison.someone) : text.begin
      const now = version.version === head ? `${text.comparison.nowIs}: ` : ''
      return [...version.names.map((name) => `“${name}”`), `${now}${when}`].join(' · ')
    },
    what: (it: Moment) => (it.kind === 'writing' ? text.kinds.writing : [text.kinds[it.kind], it.said].filter(Boolean).join(' ')),
    when: (it: Moment) => (it.kind === 'writing' ? span(it.begunAt, it.at) : moment(it.at)),
  }
}
