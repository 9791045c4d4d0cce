import type { Node } from '@tiptap/pm/model'
import { ReplaceAroundStep, ReplaceStep, type Step } from '@tiptap/pm/transform'
import { replay } from '../collaboration/authority.ts'
import { Ledger, type Origin, type Run } from './ledger.ts'
import { changesBetween } from './tokens.ts'

/** A step as it was taken: by whom and when (milliseconds since 1970). */
export type MadeStep = { step: Step; authorId: string; at: number }

/** A text with the book that was kept of it. */
export type Followed = {
  doc: Node
  runs: readonly Run[]
  /** Who changed something in or of each block, by its id: words, marks, attributes, its place. */
  touched: ReadonlyMap<string, readonly Origin[]>
}

/**
 * Follows a text from one version to another: who brought every position. Whole blocks that come in the place of whole blocks, as when a block is
 * restored or a text is saved whole, bring only the words that were not there.
 * @param known the book of the text so far; without it everything there is counts as there from the beginning.
 * @param keeping whether what is removed stays in the book.
 * @throws {StepsRefused} when they are not the steps of this text.
 */
export function follow(
  doc: Node,
  steps: readonly MadeStep[],
  { known, keeping = false }: { known?: readonly Run[] | undefined; keeping?: boolean } = {},
): Followed {
  const ledger = known ? new Ledger(known, keeping) : Ledger.of(doc.content.size, { keeping })
  const touched = new Map<string, Map<string, Origin>>()
  const touch = (id: string, { authorId, at }: MadeStep) => {
    const people = touched.get(id) ?? new Map<string, Origin>()
    const before = people.get(authorId)
    people.set(authorId, { authorId, from: before?.from ?? at, to: at })
    touched.set(id, people)
  }
  let text = doc
  for (const made of steps) {
    const before = text
    text = replay(before, [made.step])
    for (const id of idsAround(before, text, made.step)) touch(id, made)
    for (const { at, removed, added } of replacementsOf(before, made.step)) {
      ledger.replace(at, removed, added, { authorId: made.authorId, from: made.at, to: made.at })
    }
  }
  return { doc: text, runs: ledger.runs, touched: new Map([...touched].map(([id, people]) => [id, [...people.values()]])) }
}

type Replacement = { at: number; removed: number; added: number }

/** What a step replaces, from front to back, each at its place once those before it are done. */
function replacementsOf(before: Node, step: Step): Replacement[] {
  if (step instanceof ReplaceStep && step.to > step.from && step.slice.size > 0) {
    const old = before.slice(step.from, step.to)
    const closed = [old, step.slice].every((slice) => slice.openStart === 0 && slice.openEnd === 0)
    if (closed && old.content.firstChild?.isBlock && step.slice.content.firstChild?.isBlock) {
      const offsets = { before: step.from, after: step.from }
      return changesBetween(old.content, step.slice.content, offsets).map(({ fromA, toA, fromB, toB }) => ({
        at: fromB,
        removed: toA - fromA,
        added: toB - fromB,
      }))
    }
  }
  const replacements: Replacement[] = []
  step.getMap().forEach((oldStart, oldEnd, newStart, newEnd) => {
    replacements.push({ at: newStart, removed: oldEnd - oldStart, added: newEnd - newStart })
  })
  return replacements
}

/** The ids of the blocks that a step changes: those it stands in, those it takes away, and those it brings. */
function idsAround(before: Node, after: Node, step: Step): Set<string> {
  const ids = new Set<string>()
  const look = (doc: Node, from: number, to: number) => {
    doc.nodesBetween(Math.max(0, from), Math.min(doc.content.size, to), (node, pos) => {
      // A block that only touches the range is not changed by it, unless the range is a place inside it.
      const inside = from === to ? pos < from && from < pos + node.nodeSize : pos < to && from < pos + node.nodeSize
      if (inside && typeof node.attrs.id === 'string' && (node.isTextblock || pos >= from)) ids.add(node.attrs.id)
      return !node.isTextblock
    })
  }
  // What is wrapped or unwrapped is changed with what is put around it.
  if (step instanceof ReplaceAroundStep) {
    const map = step.getMap()
    look(before, step.from, step.to)
    look(after, map.map(step.from, -1), map.map(step.to, 1))
  }
  let mapped = false
  step.getMap().forEach((oldStart, oldEnd, newStart, newEnd) => {
    mapped = true
    look(before, oldStart, oldEnd)
    look(after, newStart, newEnd)
  })
  // Marks and attributes: such a step moves nothing.
  const { from, to, pos } = step as unknown as { from?: number; to?: number; pos?: number }
  if (!mapped && pos !== undefined) {
    const id: unknown = after.nodeAt(pos)?.attrs.id
    if (typeof id === 'string') ids.add(id)
  } else if (!mapped && from !== undefined && to !== undefined) look(after, from, to)
  return ids
}
