import { WordingRules } from '#schemas/question-wording.ts'
import type { Language } from '#schemas/vocabulary.ts'
import english from './rules.en.json' with { type: 'json' }
import { expression } from './expression.ts'
import dutch from './rules.nl.json' with { type: 'json' }

type Rule = WordingRules['rules'][number]
export type CompiledRule = Omit<Rule, 'pattern' | 'terms'> & { expression: RegExp }
export type CompiledRules = {
  rules: CompiledRule[]
  openOpenings: RegExp
}

const either = (sources: readonly string[], flags: string) => expression(`(?:${sources.join('|')})`, flags)
const literally = (term: string) => term.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** A term with the endings a plural or an adjective puts after it. */
const ofTerms = (terms: readonly string[]) => `\\b(?:${terms.map(literally).join('|')})(?:en|es|s|e|n)?\\b`

function compile(file: unknown): CompiledRules {
  const { rules, openOpenings } = WordingRules.parse(file)
  return {
    rules: rules.map(({ pattern, terms, ...rule }) => ({
      ...rule,
      expression: expression(pattern ?? ofTerms(terms ?? []), rule.at === 'anywhere' ? 'g' : 'y'),
    })),
    openOpenings: either(openOpenings, 'y'),
  }
}

const compiled: Partial<Record<Language, CompiledRules>> = {}

/** The rules of a language, compiled at first use. */
export const rulesOf = (language: Language): CompiledRules =>
  (compiled[language] ??= compile(language === 'nl' ? dutch : english))
