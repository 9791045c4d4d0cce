import { tokenise, type Token } from './fold.ts'
import { conceptTerm, partTerms, plainWords, wordTerms, type Language } from './language.ts'

/** One way to find what was asked: all these terms count, on average, times the weight. */
export type Alternative = { terms: readonly string[]; weight: number }
/** One thing that was asked: a document is judged by the best of its alternatives. */
export type Wanted = { text: string; word: string | undefined; alternatives: readonly Alternative[] }
export type Understanding = {
  wanted: readonly Wanted[]
  /** Phrases that must be there and must not be there, as `plainWords`. */
  phrases: readonly string[]
  /** Terms without which those phrases cannot be there. */
  phraseTerms: readonly string[]
  excludedPhrases: readonly string[]
  /** Terms that must not be there. */
  excludedTerms: readonly string[]
  /** For the reader: the words looked for, after splitting and expansion. */
  understood: readonly string[]
  /** Whether the query was longer than what is looked at. */
  shortened: boolean
}

/** More words than this say no more about what is meant; the rest of a pasted page is not looked at. */
const mostWords = 24
const mostLetters = 600
const conceptWeight = 1.1
const partsWeight = 0.85

/**
 * What a query asks for. Words in quotes are phrases that must be there; a minus excludes a word or a phrase; of the other words any may be there.
 * Never throws: whatever is typed is words or nothing.
 * @param corrections words to read instead of others, both folded.
 */
export function understand(
  language: Language,
  query: string,
  corrections: ReadonlyMap<string, string> = new Map(),
): Understanding {
  // A cut through a pair of surrogates would leave half a character.
  const text = [...query.slice(0, 2 * mostLetters)].slice(0, mostLetters).join('')
  const phrases: string[] = []
  const excludedPhrases: string[] = []
  const excluded: string[] = []
  const loose = text
    .replace(/(^|\s)(-?)["“”„«»]([^"“”„«»]*)["“”„«»]/gu, (_all, before: string, minus: string, phrase: string) => {
      if (plainWords(phrase).trim()) (minus ? excludedPhrases : phrases).push(phrase)
      return before
    })
    .replace(/(^|\s)-(?=\p{L}|\p{N})(\S+)/gu, (_all, before: string, word: string) => {
      excluded.push(word)
      return before
    })

  const sources = [...phrases, loose].map((part) => tokenise(part))
  const all = sources.flat()
  const understood: string[] = []
  const wanted: Wanted[] = []
  let left = mostWords
  for (const tokens of sources) {
    const looked = tokens.slice(0, left)
    left -= looked.length
    for (const token of looked) {
      const found = wantedWord(language, token, corrections)
      if (!found || wanted.some((it) => it.word === found.word)) continue
      wanted.push(found)
      const parts = language.split(found.word!)
      const read = corrections.has(token.word) ? `${token.raw} → ${found.text}` : found.text
      understood.push(parts.length ? `${read} (${parts.join(' + ')})` : read)
    }
    const corrected = looked.map((token) => ({ ...token, word: corrections.get(token.word) ?? token.word }))
    for (const { concept } of language.concepts(corrected)) {
      if (wanted.some((it) => it.text === `@${concept.key}`)) continue
      wanted.push({
        text: `@${concept.key}`,
        word: undefined,
        alternatives: [{ terms: [conceptTerm(concept.key)], weight: conceptWeight }],
      })
      understood.push([...new Set([concept.nl[0]!, ...concept.en.slice(0, 1)])].join(' / '))
    }
  }

  return {
    wanted,
    phrases: phrases.map(plainWords),
    phraseTerms: stemsOf(language, phrases),
    excludedPhrases: excludedPhrases.map(plainWords),
    excludedTerms: stemsOf(language, excluded),
    understood: [...new Set(understood)],
    shortened: all.length > mostWords || query.length > text.length,
  }
}

function wantedWord(language: Language, token: Token, corrections: ReadonlyMap<string, string>): Wanted | undefined {
  if (language.isStopWord(token)) return undefined
  const word = corrections.get(token.word) ?? token.word
  const stems = wordTerms(language, word)
  if (stems.length === 0) return undefined
  const parts = partTerms(language, word)
  return {
    text: corrections.has(token.word) ? word : token.raw,
    word,
    alternatives: [
      ...stems.map((stem) => ({ terms: [stem], weight: 1 })),
      ...(parts.length ? [{ terms: parts, weight: partsWeight }] : []),
    ],
  }
}

/** The first stem of every word that is no stop word. */
const stemsOf = (language: Language, texts: readonly string[]): string[] => [
  ...new Set(
    texts
      .flatMap((text) => tokenise(text))
      .filter((token) => !language.isStopWord(token))
      .flatMap(({ word }) => wordTerms(language, word).slice(0, 1)),
  ),
]

/** Every term of an understanding, once. */
export const termsWanted = (understanding: Understanding): string[] => [
  ...new Set(understanding.wanted.flatMap((it) => it.alternatives.flatMap(({ terms }) => terms))),
]
