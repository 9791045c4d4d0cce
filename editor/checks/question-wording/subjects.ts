import { aspects, genderParts, WordingSubjects, type Aspect, type GenderPart } from '#schemas/question-wording.ts'
import type { Language } from '#schemas/vocabulary.ts'
import { expression } from './expression.ts'
import { fold } from './fold.ts'
import { longest } from './longest.ts'
import english from './subjects.en.json' with { type: 'json' }
import dutch from './subjects.nl.json' with { type: 'json' }

type Compiled = { aspects: Record<Aspect, RegExp>; genderParts: Record<GenderPart, RegExp> }

/** What a wording asks about, whatever its question's kind: "welke wetten en welk beleid" is about law and policy. */
export function aspectsOf(text: string, language: Language): Aspect[] {
  const folded = fold(text.slice(0, longest))
  return aspects.filter((aspect) => subjectsOf(language).aspects[aspect].test(folded))
}

/** Which of the subjects that the gender block names apart a wording asks about. */
export function genderPartsOf(text: string, language: Language): GenderPart[] {
  const folded = fold(text.slice(0, longest))
  return genderParts.filter((part) => subjectsOf(language).genderParts[part].test(folded))
}

const compiled: Partial<Record<Language, Compiled>> = {}

/** The subjects of a language, compiled at first use. */
const subjectsOf = (language: Language): Compiled => (compiled[language] ??= compile(language === 'nl' ? dutch : english))

function compile(file: unknown): Compiled {
  const subjects = WordingSubjects.parse(file)
  return { aspects: each(subjects.aspects), genderParts: each(subjects.genderParts) }
}

const each = <K extends string>(sources: Record<K, string>) =>
  Object.fromEntries(Object.entries<string>(sources).map(([key, source]) => [key, expression(source, '')])) as Record<K, RegExp>
