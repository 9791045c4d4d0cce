import type { SectionDocument } from '#schemas/document.ts'
import { textBlocksOf } from './text-blocks.ts'

/** The headings of a text in reading order, with their levels (3 and 4); those without words left out. */
export const headingsOf = ({ content }: SectionDocument): { blockId: string; level: number; words: string }[] =>
  content.flatMap((block) => {
    if (block.type !== 'heading') return []
    return textBlocksOf(block).flatMap(({ id, text }) =>
      id !== null && text.trim() !== '' ? [{ blockId: id, level: Number(block.attrs?.level ?? 3), words: text.trim() }] : [],
    )
  })
