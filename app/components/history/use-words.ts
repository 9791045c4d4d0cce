import { useLanguage, useText } from '#app/components/use-text.ts'
import { historyTexts } from '#app/i18n/history.ts'
import { words } from '#app/i18n/vocabulary.ts'
import type { Version } from '#app/services/history/read-version.server.ts'
import type { Origin } from '#editor/history/ledger.ts'
import { useMomentWords } from './use-moment-words.ts'

const own = (list: Readonly<Record<string, string>>, key: string): string | undefined =>
  Object.hasOwn(list, key) ? list[key] : undefined

/** The words in which the history speaks, in the language of the page. */
export function useHistoryWords() {
  const language = useLanguage()
  const text = useText(historyTexts)
  const moments = useMomentWords()
  const { moment, span } = moments
  const blockName = (type: string) => own(text.block, type) ?? text.other
  return {
    ...moments,
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
  }
}
