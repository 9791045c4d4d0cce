import { z } from 'zod'
import { CountryCode, Day } from '#schemas/values.ts'
import { Theme } from '#schemas/vocabulary.ts'

export type Problem = 'dayWrong' | 'periodReversed'
/** What was asked and could not be used; the search goes on without it and says so. */
export type Ignored = 'country' | 'theme' | 'type' | 'page'

export type SearchInput = {
  q: string
  country: string
  theme: Theme | ''
  type: 'passage' | 'incident' | ''
  from: string
  to: string
  superseded: boolean
  page: number
}

const Type = z.enum(['passage', 'incident'])
const Page = z.coerce.number().int().min(1).max(1_000_000)
/** Longer than any question; what is pasted beyond it is not even kept in the box. */
const longestQuery = 2000

/** Reads the address of a search. Never fails: what cannot be used is left out and named. */
export function readSearchInput(parameters: URLSearchParams): {
  input: SearchInput
  problems: { from?: Problem; to?: Problem }
  ignored: Ignored[]
} {
  const ignored: Ignored[] = []
  const one = <T>(name: Ignored, schema: z.ZodType<T>): T | undefined => {
    const value = parameters.get(name)
    if (!value) return undefined
    const parsed = schema.safeParse(value)
    if (!parsed.success) ignored.push(name)
    return parsed.data
  }
  const problems: { from?: Problem; to?: Problem } = {}
  const [from, to] = (['from', 'to'] as const).map((end) => {
    const value = (parameters.get(end) ?? '').slice(0, 40)
    if (value && !Day.safeParse(value).success) problems[end] = 'dayWrong'
    return value
  }) as [string, string]
  if (!problems.from && !problems.to && from && to && from > to) problems.to = 'periodReversed'
  const input = {
    // By whole characters: half a character can be sent nowhere.
    q: [...(parameters.get('q') ?? '').slice(0, 2 * longestQuery)].slice(0, longestQuery).join('').trim(),
    country: one('country', CountryCode) ?? '',
    theme: one('theme', Theme) ?? ('' as const),
    type: one('type', Type) ?? ('' as const),
    from,
    to,
    superseded: parameters.get('superseded') === 'yes',
    page: one('page', Page) ?? 1,
  }
  return { input, problems, ignored }
}
