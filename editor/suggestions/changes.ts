import type { Node } from '@tiptap/pm/model'
import type { StepMap } from '@tiptap/pm/transform'

/** What stood at `fromA`–`toA` before was replaced by what stands at `fromB`–`toB` now; one of both may be empty. */
export type Change = { fromA: number; toA: number; fromB: number; toB: number }

const grown = ({ fromA, toA, fromB, toB }: Change): number => toB - fromB - (toA - fromA)

/** What a row of steps changed in all, in the order of the text: places that were changed more than once come once. */
export function changesOf(maps: readonly StepMap[]): Change[] {
  let changes: Change[] = []
  for (const map of maps) {
    const ranges: { from: number; to: number; size: number }[] = []
    map.forEach((from, to, newFrom, newTo) => void ranges.push({ from, to, size: newTo - newFrom }))
    for (const range of ranges.reverse()) changes = withRange(changes, range)
  }
  return changes
}

function withRange(changes: readonly Change[], { from, to, size }: { from: number; to: number; size: number }): Change[] {
  const touching = changes.filter((it) => it.fromB <= to && it.toB >= from)
  const before = changes.filter((it) => it.toB < from)
  const after = changes.filter((it) => it.fromB > to)
  const fromB = Math.min(from, ...touching.map((it) => it.fromB))
  const toB = Math.max(to, ...touching.map((it) => it.toB))
  const grownBefore = before.reduce((sum, it) => sum + grown(it), 0)
  const grownHere = touching.reduce((sum, it) => sum + grown(it), 0)
  const more = size - (to - from)
  return [
    ...before,
    { fromA: fromB - grownBefore, toA: toB - grownBefore - grownHere, fromB, toB: toB + more },
    ...after.map((it) => ({ ...it, fromB: it.fromB + more, toB: it.toB + more })),
  ]
}

/** The edge of a block, or something in a line of text: a stretch of words, a citation. */
export type Token = { kind: 'open' | 'close' | 'inline' | 'leaf'; from: number; to: number; node: Node }

/** What stands between two places of a text. */
export function tokensBetween(doc: Node, from: number, to: number): Token[] {
  const found: Token[] = []
  if (from === to) return found
  const visit = (parent: Node, start: number) =>
    parent.forEach((node, offset) => {
      const pos = start + offset
      const end = pos + node.nodeSize
      if (end <= from || pos >= to) return
      if (node.isInline || node.isLeaf)
        return void found.push({
          kind: node.isInline ? 'inline' : 'leaf',
          from: Math.max(pos, from),
          to: Math.min(end, to),
          node,
        })
      if (pos >= from) found.push({ kind: 'open', from: pos, to: pos + 1, node })
      visit(node, pos + 1)
      if (end <= to) found.push({ kind: 'close', from: end - 1, to: end, node })
    })
  visit(doc, 0)
  return found
}

/** Whether as many blocks end as begin. */
export const isLevel = (tokens: readonly Token[]): boolean =>
  tokens.filter(({ kind }) => kind === 'open').length === tokens.filter(({ kind }) => kind === 'close').length
