import type { Filled } from './terms-content.ts'

/** Something a person does and waits for: a page, or a form that is sent. */
export type Interaction = {
  name: string
  path: (run: number) => string
  /** Who does it, when it is not the policy officer. */
  by?: `${string}@demo.example`
  /** The form on that page that is sent, and what is typed into it, given what it holds. */
  form?: string
  fields?: (run: number, holds: URLSearchParams) => Record<string, string>
}

const page = (name: string, path: string, by?: Interaction['by']): Interaction => ({ name, path: () => path, by })
const sends = (name: string, path: Interaction['path'], form: string, fields: Interaction['fields']): Interaction => ({
  name,
  path,
  form: `form[method=post]:has([name="${form}"])`,
  fields,
})
const wording = (run: number) => `Hoe is de positie van deze groep in de praktijk, meting ${run}?`
const reason = 'Voor de meting van de snelheid.'

/** Every page and form around the terms of reference that policy staff, and those they ask, use. */
export function interactionsOf(filled: Filled): Interaction[] {
  return [
    ...standardInteractions(filled),
    ...countryInteractions(filled),
    ...roundInteractions(filled),
    ...consultationInteractions(filled),
    ...otherInteractions(filled),
  ]
}

function standardInteractions({ inForce, draft, questions }: Filled): Interaction[] {
  const all = '/terms-of-reference/standards'
  const base = `${all}/${draft}`
  const question = (run: number) => questions[run % questions.length]!
  return [
    page('standards: all versions', all),
    page('standards: a version, coverage', `${all}/${inForce}?chapter=human-rights`),
    page('standards: the draft', `${base}?chapter=human-rights`),
    page('standards: history', `${base}/history`),
    page('standards: compare two', `${all}/compare?before=${inForce}&after=${draft}`),
    page('standards: export', `${base}/download`),
    page('standards: a question', `${base}/questions/${question(0)}`),
    page('standards: order of a chapter', `${base}/order?chapter=human-rights`),
    sends(
      'standards: reword a question',
      (run) => `${base}/questions/${question(run)}`,
      'wordingNl',
      (run) => ({
        wordingNl: wording(run),
        reason,
      }),
    ),
    sends(
      'standards: add a question',
      () => `${base}/add?section=sgbv`,
      'wordingNl',
      (run) => ({ wordingNl: wording(run), reason }),
    ),
    sends(
      'standards: reorder a chapter',
      () => `${base}/order?chapter=human-rights`,
      'order',
      (_run, holds) => ({
        order: firstTwoSwapped(holds.get('order') ?? '[]'),
        reason,
      }),
    ),
    sends(
      'standards: start a draft',
      () => `${all}/new?from=${inForce}`,
      'fromId',
      (run) => ({ version: `Meting ${run}`, reason }),
    ),
  ]
}

function countryInteractions({ terms, questions }: Filled): Interaction[] {
  const base = `/terms-of-reference/${terms}`
  const question = (run: number) => questions[run % questions.length]!
  return [
    page('countries: all', '/terms-of-reference'),
    page('a country: first chapter, coverage', base),
    page('a country: human rights', `${base}?chapter=human-rights`),
    page('a country: hand over', `${base}/hand-over`),
    sends(
      'a country: add a question',
      () => `${base}/add?section=sgbv`,
      'wordingNl',
      (run) => ({ wordingNl: wording(run), reason }),
    ),
    sends(
      'a country: reword a question',
      (run) => `${base}/questions/${question(run)}/reword`,
      'wordingNl',
      (run) => ({
        wordingNl: wording(run),
        reason,
      }),
    ),
    sends(
      'a country: drop a question',
      (run) => `${base}/questions/${question(run)}/drop`,
      'reason',
      () => ({ reason }),
    ),
  ]
}

function roundInteractions({ round }: Filled): Interaction[] {
  const base = `/terms-of-reference/rounds/${round}`
  const contributor = 'inbrenger@demo.example'
  return [
    page('rounds: all', '/terms-of-reference/rounds'),
    page('a round: proposals side by side', base),
    page('a round: one proposal and what is like it', `${base}/proposals/1`),
    page('a round: its questions, by who is asked', `${base}/questions`, contributor),
  ]
}

function otherInteractions({ terms, inForce }: Filled): Interaction[] {
  const check = new URLSearchParams({ language: 'nl', wording: 'Is er nog steeds sprake van straffeloosheid?' })
  return [
    page('wording: of a country', `/terms-of-reference/wording/country/${terms}`),
    page('wording: of a standard', `/terms-of-reference/wording/standard/${inForce}`),
    page('wording: one question', `/terms-of-reference/wording?${check}`),
    page('wording: what was left as it is', `/terms-of-reference/wording/dismissals?${check}`),
    page('evaluation', '/terms-of-reference/evaluation'),
    page('planning', '/planning'),
    page('my work', '/'),
  ]
}

/** The order of a chapter as the form holds it, with the first two questions of its longest section changed round. */
function firstTwoSwapped(order: string): string {
  const groups = JSON.parse(order) as { group: string; items: string[] }[]
  const longest = groups.reduce((most, group) => (group.items.length > most.items.length ? group : most))
  longest.items.splice(0, 2, ...longest.items.slice(0, 2).reverse())
  return JSON.stringify(groups)
}

function consultationInteractions({ draft }: Filled): Interaction[] {
  const all = '/terms-of-reference/consultations'
  const base = `${all}/${draft}`
  const coordinator = 'coordinator@demo.example'
  const expert = 'deskundige@demo.example'
  return [
    page('consultations: all', all),
    page('consultations: courses', `${all}/courses`),
    page('a consultation: input and points', base),
    page('a consultation: make a point', `${base}/distil`, coordinator),
    page('a consultation: one point', `${base}/points/1`, coordinator),
    page('a consultation: what I said, and its outcome', `${base}/give`, expert),
    {
      ...sends(
        'a consultation: give input',
        () => `${base}/give`,
        'body',
        (run) => ({ body: `Vraag ook naar de praktijk, meting ${run}.` }),
      ),
      by: expert,
    },
  ]
}
