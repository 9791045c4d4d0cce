import { weights, type Occurrence } from '../language/index-terms.ts'
import type { Plan } from './plan-query.ts'

/** How much of a document's score its length takes away, and the number of different terms at which nothing changes. */
export const lengthShare = 0.3
export const usualLength = 60

/** How strongly each term speaks in a document, and how many terms there are: all that ranking needs to know of it. */
export type Impacts = { of: ReadonlyMap<string, number>; length: number }

/** The same figure that PostgreSQL's ts_rank gives a single term: often is more, but ever less so; the heaviest place counts in full. */
export function impactsOf(occurrences: readonly Occurrence[]): Impacts {
  const places = new Map<string, number[]>()
  for (const { term, weight } of occurrences) {
    const known = places.get(term)
    if (known) known.push(weights[weight])
    else places.set(term, [weights[weight]])
  }
  const of = new Map([...places].map(([term, each]) => [term, impactOf(each)]))
  return { of, length: of.size }
}

function impactOf(places: readonly number[]): number {
  const heaviest = Math.max(...places)
  const where = places.indexOf(heaviest)
  const sum = places.reduce((total, weight, index) => total + weight / (index + 1) ** 2, 0)
  return (heaviest + sum - heaviest / (where + 1) ** 2) / 1.644934
}

/** The sum over what was wanted of its best alternative: impact times rarity; over the document's length. */
export function scoreOf({ wanted, weightOf }: Plan, { of, length }: Impacts): number {
  const sum = wanted.reduce(
    (total, { alternatives }) =>
      total +
      Math.max(
        ...alternatives.map(
          ({ terms, weight }) =>
            (weight / terms.length) * terms.reduce((part, term) => part + weightOf(term) * (of.get(term) ?? 0), 0),
        ),
      ),
    0,
  )
  return sum / (1 - lengthShare + (lengthShare / usualLength) * length)
}
