import { pick } from '#app/i18n/pick.ts'
import { useLanguage } from '../use-text.ts'

type Node = { key: string; number: string; titleNl: string; titleEn: string }

/** The number and title of a chapter or section by its key; the key itself where it is no longer there. */
export function useTitles(nodes: readonly Node[]): (key: string) => string {
  const language = useLanguage()
  return (key) => {
    const node = nodes.find((it) => it.key === key)
    return node ? `${node.number} ${pick(node.titleNl, node.titleEn, language).text}` : key
  }
}
