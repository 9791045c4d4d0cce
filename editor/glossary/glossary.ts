import { z } from 'zod'
import { GlossaryEntry } from '#schemas/glossary.ts'
import type { Language } from '#schemas/vocabulary.ts'
import { nodesOf } from '../document/read.ts'
import type { DocumentNode } from '#schemas/document.ts'
import file from './glossary.json' with { type: 'json' }

/** Terms of country information and asylum procedure. Own wording, working material: no official definitions. */
const glossary: readonly GlossaryEntry[] = z.array(GlossaryEntry).parse(file)
const byKey = new Map(glossary.map((entry) => [entry.key, entry]))

/** The entry with this key. Texts may hold keys that are not in the glossary (any more): those words are plain words. */
export const termOf = (key: unknown): GlossaryEntry | undefined => (typeof key === 'string' ? byKey.get(key) : undefined)

/** Every term, by the alphabet of a language. */
export const termsInOrder = (language: Language): GlossaryEntry[] =>
  [...glossary].sort((one, other) => one[language].term.localeCompare(other[language].term, language))

const folded = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim()

/** Terms whose name, in either language, or other words hold what is looked for; those that begin with it first. */
export function findTerms(text: string, language: Language): GlossaryEntry[] {
  const wanted = folded(text)
  const rank = (entry: GlossaryEntry) => {
    const names = [entry.nl, entry.en].flatMap(({ term, also }) => [term, ...also]).map(folded)
    if (names.some((name) => name.startsWith(wanted))) return 0
    return names.some((name) => name.includes(wanted)) ? 1 : 2
  }
  const ranked = termsInOrder(language).map((entry) => ({ entry, rank: rank(entry) }))
  return [0, 1].flatMap((wantedRank) => ranked.filter(({ rank }) => rank === wantedRank).map(({ entry }) => entry))
}

/** The terms that texts are marked with, by the alphabet of a language. */
export function termsUsed(
  texts: readonly { content?: readonly DocumentNode[] | undefined }[],
  language: Language,
): GlossaryEntry[] {
  const keys = new Set(
    texts.flatMap(({ content }) =>
      [...nodesOf({ type: 'doc', content })].flatMap(({ marks = [] }) =>
        marks.filter(({ type }) => type === 'term').map(({ attrs }) => attrs?.key),
      ),
    ),
  )
  return termsInOrder(language).filter(({ key }) => keys.has(key))
}
