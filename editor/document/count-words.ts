import type { DocumentNode, SectionDocument } from '#schemas/document.ts'
import { textBlocksOf } from './text-blocks.ts'

const known = new WeakMap<DocumentNode, number>()

/**
 * The words of paragraphs and headings, also in lists, tables and quotations, as they read once what somebody suggests to delete is gone. A word with
 * half of it in italics counts once. Blocks that stay the same objects are counted once (`documentOf`).
 */
export const countWords = ({ content }: SectionDocument): number => content.reduce((sum, block) => sum + wordsOf(block), 0)

function wordsOf(block: DocumentNode): number {
  const before = known.get(block)
  if (before !== undefined) return before
  const count = textBlocksOf(block).reduce(
    (sum, { type, text }) => (type === 'paragraph' || type === 'heading' ? sum + (text.match(/\S+/g)?.length ?? 0) : sum),
    0,
  )
  known.set(block, count)
  return count
}
