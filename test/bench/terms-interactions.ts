import type { Filled } from './terms-content.ts'

/** Something a person does and waits for: a page, or a form that is sent. */
export type Interaction = {
  name: string
  path: (run: number) => string
  /** The form on that page that is sent, and what is typed into it. */
  form?: string
  fields?: (run: number) => Record<string, string>
}

const page = (name: string, path: string): Interaction => ({ name, path: () => path })
const wording = (run: number) => `Hoe is de positie van deze groep in de praktijk, meting ${run}?`
const reason = 'Voor de meting van de snelheid.'

/** Every page and form around the terms of reference that policy staff use. */
export function interactionsOf({ inForce, draft, terms }: Filled): Interaction[] {
  const country = `/terms-of-reference/${terms}`
  const check = new URLSearchParams({ language: 'nl', wording: 'Is er nog steeds sprake van straffeloosheid?' })
  void draft
  return [
    page('terms of reference per country', '/terms-of-reference'),
    page('a country: first chapter, coverage', country),
    page('a country: human rights', `${country}?chapter=human-rights`),
    page('a country: hand over', `${country}/hand-over`),
    {
      name: 'a country: add a question',
      path: () => `${country}/add?section=sgbv`,
      form: 'form:has([name=wordingNl])',
      fields: (run) => ({ wordingNl: wording(run), reason }),
    },
    page('wording: of a country', `/terms-of-reference/wording/country/${terms}`),
    page('wording: of a standard', `/terms-of-reference/wording/standard/${inForce}`),
    page('wording: one question', `/terms-of-reference/wording?${check}`),
    page('wording: what was left as it is', `/terms-of-reference/wording/dismissals?${check}`),
  ]
}
