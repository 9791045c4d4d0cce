import type { Node } from '@tiptap/pm/model'
import { z } from 'zod'

/** What is looked for. Literally: no signs with a meaning of their own. */
export const FindQuery = z.object({
  text: z.string().min(1).max(200),
  matchCase: z.boolean(),
  wholeWord: z.boolean(),
})
export type FindQuery = z.infer<typeof FindQuery>

/** A place where it stands; positions of ProseMirror in the text it was found in. */
export type Hit = {
  from: number
  to: number
  /** Of the innermost block around it that has one. */
  blockId: string | null
  /** The words found, with some of what stands before and after them in the same block. */
  before: string
  match: string
  after: string
}

/** Stands for what is no text: no words are found across it, so that replacing never takes a citation away. */
const noText = '￼'
const around = 60
const border = '[\\p{L}\\p{M}\\p{N}_]'

/**
 * Where the words stand, in reading order, never overlapping and never across a block, a citation or an incident. Any space matches any other, straight
 * quotes the curly ones. Words that somebody suggests to delete are not found: they are on their way out.
 */
export function hitsIn(doc: Node, query: FindQuery): Hit[] {
  const expression = expressionOf(query)
  if (!expression) return []
  const hits: Hit[] = []
  let blockId: string | null = null
  doc.descendants((node, pos) => {
    if (typeof node.attrs.id === 'string') blockId = node.attrs.id
    if (!node.isTextblock) return true
    const text = textOf(node)
    for (const { index, 0: match } of text.matchAll(expression)) {
      const to = index + match.length
      hits.push({
        from: pos + 1 + index,
        to: pos + 1 + to,
        blockId,
        before: ending(shown(text.slice(0, index))),
        match,
        after: beginning(shown(text.slice(to))),
      })
    }
    return false
  })
  return hits
}

/** As many units as the block's content has positions. */
function textOf(block: Node): string {
  let text = ''
  block.forEach((node) => {
    const removed = node.marks.some((mark) => mark.type.name === 'deletion')
    text += node.isText && !removed ? node.text! : noText.repeat(node.nodeSize)
  })
  return text
}

/** As much of the end or the beginning as is shown beside a hit, in whole words. */
const ending = (text: string) => (text.length <= around ? text : `… ${text.slice(-around).replace(/^\S*\s/, '')}`)
const beginning = (text: string) => (text.length <= around ? text : `${text.slice(0, around).replace(/\s\S*$/, '')} …`)
const shown = (text: string): string => text.replaceAll(noText, '')

function expressionOf({ text, matchCase, wholeWord }: FindQuery): RegExp | null {
  const literally = text
    .normalize('NFC')
    .replaceAll(noText, '')
    .replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
    .replace(/\s/g, '\\s')
    .replace(/['’‘]/g, "['’‘]")
    .replace(/["“”„]/g, '["“”„]')
  if (literally === '') return null
  return new RegExp(wholeWord ? `(?<!${border})${literally}(?!${border})` : literally, matchCase ? 'gu' : 'giu')
}
