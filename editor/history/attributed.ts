import type { Node } from '@tiptap/pm/model'
import type { DocumentNode } from '#schemas/document.ts'
import { bornIn, type Origin, type Run } from './ledger.ts'
import { unitsOf } from './units.ts'

/** One block of a text with who wrote which words of it. */
export type AttributedBlock = {
  /** Its stable id. */
  key: string
  type: string
  attrs: Record<string, unknown>
  /** The kinds of blocks around it, outermost first. */
  place: readonly string[]
  /** What it says, in reading order; of nobody what was there before every change was kept. */
  pieces: readonly { content: DocumentNode[]; by: Origin | null }[]
}

/** A text block by block, each word with who brought it. @param runs what is known of this text (`follow`). */
export function attributedBlocks(doc: Node, runs: readonly Run[]): AttributedBlock[] {
  const born = bornIn(runs)
  return unitsOf(doc)
    .filter(({ holder }) => !holder)
    .map(({ key, node, pos, place }) => {
      const start = node.isTextblock ? pos + 1 : pos
      const pieces = born(start, start + (node.isTextblock ? node.content.size : 1)).map(({ from, to, origin }) => ({
        content: node.isTextblock
          ? ((node.content.cut(from - start, to - start).toJSON() ?? []) as DocumentNode[])
          : [node.toJSON() as DocumentNode],
        by: origin,
      }))
      return { key, type: node.type.name, attrs: node.attrs, place, pieces }
    })
}
