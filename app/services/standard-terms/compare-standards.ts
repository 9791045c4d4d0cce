import { compareText } from '#app/i18n/format.ts'
import type { Standard, StandardNode, StandardQuestion, StandardSummary } from './read-standard.server.ts'
import { movedItems, type Arrangement } from './arrangement.ts'

/** What can be said of a question in two versions; more than one can hold. */
export const differenceKinds = ['added', 'dropped', 'moved', 'reworded', 'changed'] as const
export type DifferenceKind = (typeof differenceKinds)[number]

/** The fields besides wording and place, in the order in which they are shown. */
export const comparedFields = ['kind', 'mandatory', 'themes', 'askedBy', 'rationaleNl', 'rationaleEn'] as const
export type ComparedField = (typeof comparedFields)[number]

export type QuestionDifference = {
  key: string
  kinds: DifferenceKind[]
  before: StandardQuestion | null
  after: StandardQuestion | null
  /** Where it stood, when that is another section. */
  from: StandardNode | null
  fields: ComparedField[]
}

export type SectionDifferences = {
  section: StandardNode
  /** A section that the later version does not have, or the earlier did not. */
  state: 'kept' | 'added' | 'dropped'
  formerTitle: { titleNl: string; titleEn: string } | null
  questions: QuestionDifference[]
  /** How many of its questions are the same in both. */
  same: number
}

export type Comparison = {
  before: StandardSummary
  after: StandardSummary
  counts: Record<DifferenceKind | 'same', number>
  /** In the order of the later version; sections that only the earlier has, after. */
  sections: SectionDifferences[]
}

/** Two versions question by question: a key tells which question is the same one. */
export function compareStandards(before: Standard, after: Standard): Comparison {
  const moved = new Set(movedItems(arrangementOf(before), arrangementOf(after)))
  const nodesBefore = byKey(before.nodes)
  const nodesAfter = byKey(after.nodes)
  const former = byKey(before.questions)
  const later = byKey(after.questions)
  const gone = before.nodes.filter((node) => !nodesAfter.has(node.key))
  const sections = [...inTreeOrder(after.nodes), ...inTreeOrder(gone)].map((section) => {
    const own = after.questions.filter((question) => question.nodeKey === section.key)
    const dropped = before.questions.filter((question) => question.nodeKey === section.key && !later.has(question.key))
    const differences = [
      ...own.map((question) => difference(former.get(question.key) ?? null, question)),
      ...dropped.map((question) => difference(question, null)),
    ]
    const questions = differences.filter((it) => it.kinds.length > 0)
    return { section, ...nodeState(section), questions, same: differences.length - questions.length }
  })
  const all = sections.flatMap((it) => it.questions)
  const count = (kind: DifferenceKind) => all.filter((it) => it.kinds.includes(kind)).length
  return {
    before: before.standard,
    after: after.standard,
    counts: {
      ...(Object.fromEntries(differenceKinds.map((kind) => [kind, count(kind)])) as Record<DifferenceKind, number>),
      same: sections.reduce((sum, it) => sum + it.same, 0),
    },
    sections: sections.filter((it) => it.questions.length > 0 || it.state !== 'kept' || it.formerTitle !== null),
  }

  function difference(was: StandardQuestion | null, is: StandardQuestion | null): QuestionDifference {
    const key = (is ?? was)!.key
    const from = was && is && was.nodeKey !== is.nodeKey ? (nodesBefore.get(was.nodeKey) ?? null) : null
    if (!was || !is) return { key, kinds: [is ? 'added' : 'dropped'], before: was, after: is, from, fields: [] }
    const fields = comparedFields.filter((name) => !sameValue(was[name], is[name]))
    const kinds: DifferenceKind[] = []
    if (moved.has(key)) kinds.push('moved')
    if (was.wordingNl !== is.wordingNl || was.wordingEn !== is.wordingEn) kinds.push('reworded')
    if (fields.length > 0) kinds.push('changed')
    return { key, kinds, before: was, after: is, from, fields }
  }

  function nodeState(section: StandardNode): Pick<SectionDifferences, 'state' | 'formerTitle'> {
    const was = nodesBefore.get(section.key)
    if (!nodesAfter.has(section.key)) return { state: 'dropped', formerTitle: null }
    if (!was) return { state: 'added', formerTitle: null }
    const renamed = was.titleNl !== section.titleNl || was.titleEn !== section.titleEn
    return { state: 'kept', formerTitle: renamed ? { titleNl: was.titleNl, titleEn: was.titleEn } : null }
  }
}

/** Each chapter before its sections. */
const inTreeOrder = (nodes: readonly StandardNode[]) =>
  [...nodes].sort((one, other) => compareText('nl')(one.number, other.number))

const byKey = <T extends { key: string }>(list: readonly T[]) => new Map(list.map((it) => [it.key, it]))

const arrangementOf = ({ nodes, questions }: Standard): Arrangement =>
  nodes.map(({ key }) => ({ group: key, items: questions.filter((it) => it.nodeKey === key).map((it) => it.key) }))

/** Themes and organisations are sets: their order says nothing. */
const sameValue = (one: unknown, other: unknown) => JSON.stringify(sorted(one)) === JSON.stringify(sorted(other))
const sorted = (value: unknown) => (Array.isArray(value) ? [...value].sort() : value)
