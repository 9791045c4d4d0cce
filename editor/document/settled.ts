import type { SectionDocument } from '#schemas/document.ts'
import { nodesOf } from './read.ts'

/** What must be dealt with before others judge a text: how many of each. */
export type Unsettled = { suggestions: number; toMatch: number; guidance: number }

const suggesting = new Set(['insertion', 'deletion', 'modification'])

/** How much of a text is not settled: suggestions nobody decided, notes without their source, guidance that is still there. */
export function unsettled(document: SectionDocument): Unsettled {
  const nodes = [...nodesOf(document)]
  const count = (type: string) => nodes.filter((node) => node.type === type).length
  const suggestions = new Set(
    nodes.flatMap(({ marks = [] }) => marks.filter(({ type }) => suggesting.has(type)).map(({ attrs }) => attrs?.id)),
  )
  return { suggestions: suggestions.size, toMatch: count('footnoteToMatch'), guidance: count('guidance') }
}

/** Whether a text can go to others as it is. */
export const isSettled = (document: SectionDocument): boolean => Object.values(unsettled(document)).every((count) => count === 0)
