import type { SearchRequest } from '../engine.ts'
import type { Plan } from '../planning/plan-query.ts'
import { termsWanted } from '../language/understand.ts'
import { dayNumber } from './index-records.ts'

/** Parts of a Meilisearch filter, all of which must hold. */
export type Conditions = string[]

const quoted = (value: string) => `"${value.replace(/[\\"]/g, '')}"`
export const anyOf = (attribute: 'terms' | 'id' | 'type', values: readonly string[]): string =>
  `${attribute} IN [${values.map(quoted).join(', ')}]`

/** What holds for every match, whatever facet values were chosen. Phrases are the query text: see phrasesOf. */
export function matchingOf(plan: Plan, { factsFrom, factsTo, includeSuperseded }: SearchRequest): Conditions {
  const all: Conditions = []
  if (plan.phrases.length === 0 && plan.wanted.length > 0) all.push(anyOf('terms', termsWanted(plan)))
  if (plan.excludedTerms.length > 0) all.push(`NOT ${anyOf('terms', plan.excludedTerms)}`)
  if (!includeSuperseded) all.push('current = true')
  if (factsFrom) all.push(`to >= ${dayNumber(factsFrom)}`)
  if (factsTo) all.push(`from <= ${dayNumber(factsTo)}`)
  return all
}

/** The chosen value of each facet as a condition; empty when nothing was chosen. */
export const chosenOf = ({ types, country, theme }: SearchRequest): Record<'type' | 'country' | 'themes', Conditions> => ({
  type: [anyOf('type', types)],
  country: country ? [`country = ${quoted(country)}`] : [],
  themes: theme ? [`themes = ${quoted(theme)}`] : [],
})

/** The query text: phrases that must and must not be there, already folded to letters and digits. */
export const phrasesOf = ({ phrases, excludedPhrases }: Plan): string =>
  [...phrases.map((it) => `"${it.trim()}"`), ...excludedPhrases.map((it) => `-"${it.trim()}"`)].join(' ')
