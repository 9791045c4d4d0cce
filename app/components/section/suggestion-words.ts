import { suggestionTexts } from '#app/i18n/suggestions.ts'
import { words } from '#app/i18n/vocabulary.ts'
import type { OpenSuggestion, SuggestionMaker } from '#app/services/sections/read-suggestions.server.ts'
import type { NameOfWords } from '#editor/suggestions/names.ts'
import { ParagraphKind, type Language } from '#schemas/vocabulary.ts'

/** Words of a suggestion to be read: what is no word is named. */
export const shownWords = (said: string, language: Language): string => said.replaceAll('\uFFFC', suggestionTexts[language].thing)

/** What a suggestion does, in one short line. */
export function whatOf(suggestion: OpenSuggestion, language: Language): string {
  const { inserted, removed } = suggestion
  return shownWords([kindOf(suggestion, language), removed, inserted].filter(Boolean).join(' '), language).slice(0, 80)
}

/** Whose words in a text are and what is to become of them, as a screen reader says it. @param by null for oneself, undefined while not known. */
export function nameOfWords(kind: 'insertion' | 'deletion', by: string | null | undefined, language: Language): string {
  const text = suggestionTexts[language]
  return text.named[kind](by === null ? text.you : (by ?? text.unknown))
}

/** Names the words of the suggestions that these people made, for who reads them. */
export function namedFor(makers: readonly SuggestionMaker[], userId: string, language: Language): NameOfWords {
  const byId = new Map(makers.map((maker) => [maker.id, maker.authorId === userId ? null : maker.author]))
  return (id, kind) => nameOfWords(kind, byId.get(id), language)
}

/** What kind of change a suggestion is. */
export function kindOf({ inserted, removed, blocks, changed }: OpenSuggestion, language: Language): string {
  const text = suggestionTexts[language]
  if (inserted && removed) return text.replace
  if (inserted) return text.insert
  if (removed) return text.remove
  const [change] = changed
  if (change) return changeWords(change, language)
  return blocks.inserted > 0 ? text.newBlocks(blocks.inserted) : text.goneBlocks(blocks.removed)
}

function changeWords({ type, attrName, previousValue, newValue }: OpenSuggestion['changed'][number], language: Language): string {
  const text = suggestionTexts[language]
  const kind = (value: unknown) => ParagraphKind.safeParse(value).data
  const [from, to] = attrName === 'kind' ? [kind(previousValue), kind(newValue)] : []
  if (from && to) return text.change(words[language].paragraphKind[from], words[language].paragraphKind[to])
  const name = (value: unknown) => (value as { type?: string } | null)?.type as keyof typeof text.blockKind | undefined
  const [was, is] = [name(previousValue), name(newValue)]
  return type === 'nodeType' && was && is ? text.change(text.blockKind[was], text.blockKind[is]) : text.otherChange
}
