import { WordingRules, type Aspect, type GenderPart } from '#schemas/question-wording.ts'
import type { Language } from '#schemas/vocabulary.ts'
import english from './rules.en.json' with { type: 'json' }
import { fold } from './fold.ts'
import dutch from './rules.nl.json' with { type: 'json' }

type Rule = WordingRules['rules'][number]
export type CompiledRule = Omit<Rule, 'pattern' | 'terms'> & { expression: RegExp }
export type CompiledRules = {
  rules: CompiledRule[]
  openOpenings: RegExp
  aspects: Record<Aspect, RegExp>
  genderParts: Record<GenderPart, RegExp>
}

/** A pattern for folded text: small plain letters, white space of any kind where a space stands. What stands after a `\` stays as it is. */
const expression = (source: string, flags: string) => {
  const folded = source.replace(/\\.|[^\\]+/g, (part) => (part.startsWith('\\') ? part : fold(part)))
  return new RegExp(folded.replaceAll('\\p{l}', '[a-z]').replaceAll(' ', '\\s+'), flags)
}
const either = (sources: readonly string[], flags: string) => expression(`(?:${sources.join('|')})`, flags)
const each = <K extends string>(sources: Record<K, string>) =>
  Object.fromEntries(Object.entries<string>(sources).map(([key, source]) => [key, expression(source, '')])) as Record<K, RegExp>
const literally = (term: string) => term.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** A term with the endings a plural or an adjective puts after it. */
const ofTerms = (terms: readonly string[]) => `\\b(?:${terms.map(literally).join('|')})(?:en|es|s|e|n)?\\b`

function compile(file: unknown): CompiledRules {
  const { rules, openOpenings, ...words } = WordingRules.parse(file)
  return {
    rules: rules.map(({ pattern, terms, ...rule }) => ({
      ...rule,
      expression: expression(pattern ?? ofTerms(terms ?? []), rule.at === 'anywhere' ? 'g' : 'y'),
    })),
    openOpenings: either(openOpenings, 'y'),
    aspects: each(words.aspects),
    genderParts: each(words.genderParts),
  }
}

const compiled: Partial<Record<Language, CompiledRules>> = {}

/** The rules of a language, compiled at first use. */
export const rulesOf = (language: Language): CompiledRules =>
  (compiled[language] ??= compile(language === 'nl' ? dutch : english))
