import { Slice, type Node, type Schema } from '@tiptap/pm/model'
import { DocAttrStep, ReplaceAroundStep, ReplaceStep, Step } from '@tiptap/pm/transform'
import type { CitationAttributes, IncidentAttributes } from '#schemas/document.ts'
import { checkBlock, citationsOf, incidentsOf, sectionSchema } from '../document/schema.ts'

/** Steps that cannot be taken, with why, for a log or a developer; never shown as it is. */
export class StepsRefused extends Error {
  override name = 'StepsRefused'
}

/** Most positions a section may have (a letter, a citation or a block's edge is one): some 300 pages, far more than a section ever is. */
export const largestText = 1_000_000

/** A step as it was kept, for texts of this schema: an editor has one of its own. @throws {StepsRefused} when it is no step of it. */
export function stepOf(json: unknown, schema: Schema = sectionSchema): Step {
  try {
    return Step.fromJSON(schema, json)
  } catch (cause) {
    throw new StepsRefused(messageOf(cause), { cause })
  }
}

/** The text after steps that were taken before. @throws {StepsRefused} when they are not the steps of this text. */
export function replay(doc: Node, steps: readonly Step[]): Node {
  return steps.reduce((text, step) => {
    const { doc: next, failed } = attempt(() => step.apply(text))
    if (!next) throw new StepsRefused(failed ?? 'a step does not apply')
    return next
  }, doc)
}

/**
 * The text after new steps, all of them or none: each applies, what they changed fits the schema, every block has an id of its own, and the text
 * is not too large. Costs what was changed, and a look at every block's id.
 * @throws {StepsRefused} otherwise.
 */
export function take(doc: Node, steps: readonly Step[]): Node {
  // ProseMirror would take what lies between twice, and a text as a whole has no attributes.
  if (!steps.every(isInOrder)) throw new StepsRefused('a step ends before it begins')
  if (steps.some((step) => step instanceof DocAttrStep)) throw new StepsRefused('a text has no attributes')
  const after = replay(doc, steps)
  if (after.nodeSize > largestText) throw new StepsRefused('too large')
  attempt(() => {
    if (after.childCount === 0) throw new StepsRefused('a text without a block')
    for (const block of changedBlocks(doc, after)) checkBlock(block)
    distinctIds(after)
  })
  return after
}

const isInOrder = (step: Step): boolean =>
  step instanceof ReplaceAroundStep
    ? step.from <= step.gapFrom && step.gapFrom <= step.gapTo && step.gapTo <= step.to
    : !(step instanceof ReplaceStep) || step.from <= step.to

/** The outermost blocks of a text that were not in the one before, by identity: ProseMirror keeps what a step does not touch. */
export function changedBlocks(before: Node, after: Node): Node[] {
  const old = new Set<Node>()
  before.forEach((block) => void old.add(block))
  const changed: Node[] = []
  after.forEach((block) => {
    if (!old.has(block)) changed.push(block)
  })
  return changed
}

/** The one step from a text to another: it replaces the blocks between the first and the last that differ. */
export function stepBetween(before: Node, after: Node): Step {
  const most = Math.min(before.childCount, after.childCount)
  let head = 0
  while (head < most && before.child(head).eq(after.child(head))) head++
  let tail = 0
  while (tail < most - head && before.child(before.childCount - 1 - tail).eq(after.child(after.childCount - 1 - tail))) tail++
  const size = (doc: Node, from: number, to: number) =>
    doc.children.slice(from, to).reduce((sum, block) => sum + block.nodeSize, 0)
  const from = size(before, 0, head)
  const blocks = after.content.cut(from, from + size(after, head, after.childCount - tail))
  return new ReplaceStep(from, from + size(before, head, before.childCount - tail), new Slice(blocks, 0, 0))
}

/** Source items and incidents that blocks point to. */
export function referencesOf(blocks: readonly Node[]): { items: string[]; incidents: IncidentAttributes[] } {
  const json = { type: 'doc', content: blocks.map((block) => block.toJSON()) }
  const cited: CitationAttributes[] = citationsOf(json)
  return { items: [...new Set(cited.map((citation) => citation.sourceItemId))], incidents: incidentsOf(json) }
}

function distinctIds(doc: Node): void {
  const seen = new Set<string>()
  doc.descendants((node) => {
    const id = node.attrs.id as string | undefined
    if (id !== undefined && node.isBlock) {
      if (seen.has(id)) throw new StepsRefused(`two blocks share the id ${id}`)
      seen.add(id)
    }
    return !node.isTextblock
  })
}

function attempt<T>(work: () => T): T {
  try {
    return work()
  } catch (cause) {
    if (cause instanceof StepsRefused) throw cause
    throw new StepsRefused(messageOf(cause), { cause })
  }
}

const messageOf = (cause: unknown): string => (cause instanceof Error ? cause.message : 'not a step')
