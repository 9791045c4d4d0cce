import { Slice, type Node } from '@tiptap/pm/model'
import { ReplaceStep, type Transform } from '@tiptap/pm/transform'
import type { Token } from './changes.ts'
import { idOf, markOf, suggestionMark } from './marks.ts'

type IsOwn = (id: string) => boolean

/** Marks what a change takes away as a deletion; what one suggested oneself goes at once. From the end to the beginning. */
export function suggestRemoval(tr: Transform, removed: readonly Token[], id: string, isOwn: IsOwn): void {
  for (let index = removed.length - 1; index >= 0; index--) {
    const { kind, from, to, node } = removed[index]!
    const mine = isInsertionOf(node, isOwn)
    if (kind === 'inline') {
      if (mine) tr.delete(from, to)
      else if (!markOf(node, 'deletion')) tr.addMark(from, to, suggestionMark(node, 'deletion', id))
    } else if (kind === 'leaf') {
      if (mine) tr.delete(from, to)
      else markBlock(tr, from, node, id)
    } else if (kind === 'close') {
      const whole = removed.findLastIndex((it, place) => place < index && it.kind === 'open' && it.node === node)
      if (whole === -1 || !allMine(removed.slice(whole, index), isOwn)) continue
      tr.delete(removed[whole]!.from, to)
      index = whole
    } else if (mine && removed[index - 1]?.kind === 'close' && removed[index - 1]!.to === from) {
      // One's own new paragraph becomes one with the paragraph before again.
      tr.step(new ReplaceStep(from - 1, to, Slice.empty))
      index -= 1
    } else markBlock(tr, from, node, id)
  }
}

/** Where blocks of unlike depth would be joined only what is inside goes, and the blocks that are in it as a whole. */
export function wholeOnly(removed: readonly Token[]): Token[] {
  const closed = new Set(removed.filter(({ kind }) => kind === 'close').map(({ node }) => node))
  return removed.filter(({ kind, node }) => kind !== 'open' || closed.has(node))
}

function isInsertionOf(node: Node, isOwn: IsOwn): boolean {
  const mark = markOf(node, 'insertion')
  return mark !== undefined && isOwn(idOf(mark))
}

const allMine = (tokens: readonly Token[], isOwn: IsOwn): boolean =>
  tokens.every(({ kind, node }) => kind === 'close' || isInsertionOf(node, isOwn))

function markBlock(tr: Transform, pos: number, node: Node, id: string): void {
  if (!markOf(node, 'deletion')) tr.addNodeMark(pos, suggestionMark(node, 'deletion', id))
}
