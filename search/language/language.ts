import { compoundSplitter, type SplitCompound } from './compounds.ts'
import { readLanguageData, type LanguageData } from './data.ts'
import { tokenise, type Token } from './fold.ts'
import { stemDutch } from './stem-dutch.ts'
import { stemEnglish } from './stem-english.ts'
import { conceptFinder, type FindConcepts } from './thesaurus.ts'

/** What is known of Dutch and English, made ready to use. */
export type Language = {
  /** The Dutch and the English stem, once when they are the same. */
  stems: (word: string) => readonly string[]
  /** The Dutch stems of a compound's parts; none when it is no known compound. */
  stemsOfParts: (word: string) => readonly string[]
  split: SplitCompound
  isStopWord: (token: Token) => boolean
  concepts: FindConcepts
  keepInPhrases: ReadonlySet<string>
}

const englishStopWords =
  'the of and to a an by for on with at from as are be been were not no or that this these those it its they their has had have will would which who whom what when where how why do does did there'

let loaded: Promise<Language> | undefined
/** Loads the language data once, at the first use. */
export const loadLanguage = (): Promise<Language> => (loaded ??= readLanguageData().then(makeLanguage))

export function makeLanguage({ stopWords, compounds, thesaurus }: LanguageData): Language {
  const stops = new Set([...stopWords.words, ...englishStopWords.split(' ')])
  const stem = remembered(stemDutch)
  const split = compoundSplitter(compounds)
  return {
    stems: remembered((word) => {
      const dutch = stem(word)
      const english = stemEnglish(word)
      return dutch === english ? [dutch] : [dutch, english]
    }),
    stemsOfParts: remembered((word) => split(word).map(stem)),
    split,
    // "IS" and "Van" are names: a capital that is not the start of a sentence makes the difference.
    isStopWord: ({ word, raw, opens }) => stops.has(word) && !/^\p{Lu}{2,}$/u.test(raw) && (opens || raw === raw.toLowerCase()),
    concepts: conceptFinder(thesaurus.concepts, stem),
    keepInPhrases: new Set(stopWords.keepInPhrases),
  }
}

/** A function of a word that is asked the same few thousand words all the time. */
function remembered<T>(of: (word: string) => T): (word: string) => T {
  const known = new Map<string, T>()
  return (word) => {
    const before = known.get(word)
    if (before !== undefined) return before
    if (known.size > 50_000) known.clear()
    const answer = of(word)
    known.set(word, answer)
    return answer
  }
}

/** The term that stands for a thesaurus concept; no word can be taken for it. */
export const conceptTerm = (key: string) => `@${key}`

/** The terms of a word itself: its stems. Single letters are no terms. */
export const wordTerms = (language: Language, word: string): readonly string[] =>
  word.length < 2 && !/\d/.test(word) ? [] : language.stems(word)

/** The terms of a compound's parts; none when it is no known compound. */
export const partTerms = (language: Language, word: string): readonly string[] => language.stemsOfParts(word)

/** A text without capitals, diacritics and punctuation, for looking up phrases word by word. */
export const plainWords = (text: string): string =>
  ` ${tokenise(text)
    .map(({ word }) => word)
    .join(' ')} `
