import { sourceKinds, type AnswerState, type SourceKind } from '#schemas/vocabulary.ts'
import type { SectionFigures } from './section-figures.ts'

/** A section as it was last released, with what it amounts to. */
export type ReleasedFigures = SectionFigures & {
  sectionId: string
  reportId: string
  release: string
  number: string
  title: string
  /** The day of the first recorded save; null when none was recorded. */
  writtenFrom: string | null
  approvedOn: string
}

/** What became of one question in one released report. */
export type Answer = {
  state: AnswerState
  /** Whether this report asked it in other words than the standard. */
  reworded: boolean
  /** The sections that answer it, as last released. */
  sections: Pick<ReleasedFigures, 'release' | 'number' | 'title'>[]
  words: number
  /** How many questions these sections answer in all: their words, sources and incidents are shared. */
  shares: number
  items: number
  kinds: SourceKind[]
  inContext: number
  withoutContext: number
  /** Calendar days from the first recorded save to the last approval; null when no save was recorded. */
  days: number | null
}

/**
 * What became of a question that a report was asked, from its sections as last released.
 * Answered: something but gap statements is said, and no gap statement. With a gap statement: one stands in a section that answers it. Unanswered:
 * no released section with text answers it, also where that section is still to be released.
 */
export function answerOf(key: string, reworded: boolean, released: readonly ReleasedFigures[]): Answer {
  const own = released.filter((section) => section.questionKeys.includes(key)).sort(byNumber)
  const kindOf = new Map(own.flatMap(({ itemIds, itemKinds }) => itemIds.map((id, index) => [id, itemKinds[index]] as const)))
  const inContext = new Set(own.flatMap((section) => section.incidentsInContext))
  const withoutContext = new Set(own.flatMap((section) => section.incidentsWithoutContext).filter((id) => !inContext.has(id)))
  const starts = own.map((section) => section.writtenFrom)
  return {
    state: own.some((section) => section.hasGap)
      ? 'with-gap'
      : own.some((section) => section.hasText)
        ? 'answered'
        : 'unanswered',
    reworded,
    sections: own.map(({ release, number, title }) => ({ release, number, title })),
    words: own.reduce((sum, section) => sum + section.words, 0),
    shares: new Set(own.flatMap((section) => section.questionKeys)).size,
    items: kindOf.size,
    kinds: sourceKinds.filter((kind) => [...kindOf.values()].includes(kind)),
    inContext: inContext.size,
    withoutContext: withoutContext.size,
    days: own.length === 0 || starts.includes(null) ? null : daysFrom(earliest(starts as string[]), latest(own)),
  }
}

/** "1.10" after "1.9": each part by its value. */
const byNumber = (one: { number: string }, other: { number: string }): number =>
  one.number.localeCompare(other.number, 'nl', { numeric: true })

const earliest = (days: readonly string[]): string => [...days].sort()[0]!
const latest = (sections: readonly ReleasedFigures[]): string =>
  sections
    .map((section) => section.approvedOn)
    .sort()
    .at(-1)!
const daysFrom = (from: string, to: string): number => Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000))

/** How many remarks were made on a question, by side. */
export type RemarkCounts = { author: number; officer: number }

/** What became of one question over the released reports of one version. Medians are over the reports that say something; null where none does. */
export type Outcome = {
  /** Released reports that asked it. */
  asked: number
  answered: number
  withGap: number
  unanswered: number
  reworded: number
  words: number | null
  /** Most questions that a section answering it answers together with it, this one included; 1 when it stands alone. */
  shares: number
  items: number | null
  kinds: SourceKind[]
  inContext: number | null
  withoutContext: number | null
  days: number | null
  remarks: RemarkCounts
}

/** The answers of several reports taken together. */
export function outcomeOf(answers: readonly Answer[], remarks: RemarkCounts): Outcome {
  const told = answers.filter((answer) => answer.state !== 'unanswered')
  const count = (state: AnswerState) => answers.filter((answer) => answer.state === state).length
  return {
    asked: answers.length,
    answered: count('answered'),
    withGap: count('with-gap'),
    unanswered: count('unanswered'),
    reworded: answers.filter((answer) => answer.reworded).length,
    words: median(told.map((answer) => answer.words)),
    shares: Math.max(0, ...told.map((answer) => answer.shares)),
    items: median(told.map((answer) => answer.items)),
    kinds: sourceKinds.filter((kind) => told.some((answer) => answer.kinds.includes(kind))),
    inContext: median(told.map((answer) => answer.inContext)),
    withoutContext: median(told.map((answer) => answer.withoutContext)),
    days: median(told.flatMap((answer) => answer.days ?? [])),
    remarks,
  }
}

/** The middle value, or halfway between the two in the middle; null of nothing. */
export function median(values: readonly number[]): number | null {
  if (values.length === 0) return null
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}
