import type { Fragment, Node } from '@tiptap/pm/model'
import { diffArrays } from 'diff'

/** A word, the space between two, a sign, a citation, or the edge of a block; where it stands in the content it was read from. */
export type Token = { key: string; from: number; to: number; space: boolean }

/** What stood at `fromA`–`toA` was replaced by what stands at `fromB`–`toB`; one of both may be empty. */
export type Change = { fromA: number; toA: number; fromB: number; toB: number }

const words = /[\p{L}\p{M}\p{N}]+|\s+|[^]/gu
/** Texts with more differences than this differ as a whole: nobody would read them word by word, and finding them costs their square. */
const mostDifferences = 2000

/** The words of some content in reading order. Marks do not count: the same words in bold are the same words. */
export function tokensOf(content: Fragment, offset = 0): Token[] {
  const tokens: Token[] = []
  let run = ''
  const flush = (end: number) => {
    let from = end - run.length
    for (const [key] of run.matchAll(words)) {
      tokens.push({ key, from, to: from + key.length, space: key.trim() === '' })
      from += key.length
    }
    run = ''
  }
  content.forEach((node, at) => {
    const from = offset + at
    if (node.isText) return void (run += node.text)
    flush(from)
    const to = from + node.nodeSize
    if (node.isLeaf) return void tokens.push({ key: leafKey(node), from, to, space: false })
    tokens.push({ key: `\0${node.type.name} ${String(node.attrs.id)}`, from, to: from + 1, space: false })
    tokens.push(...tokensOf(node.content, from + 1))
    tokens.push({ key: '\0', from: to - 1, to, space: false })
  })
  flush(offset + content.size)
  return tokens
}

const leafKey = (node: Node): string => `\0${node.type.name} ${JSON.stringify(node.attrs)}`

/**
 * What differs between two contents, word by word, in reading order. Changed words with only a space between them are one change. The contents
 * outside the changes are the same, but for their marks.
 */
export function changesBetween(before: Fragment, after: Fragment, offsets: { before?: number; after?: number } = {}): Change[] {
  const a = tokensOf(before, offsets.before)
  const b = tokensOf(after, offsets.after)
  const [startA, startB] = [offsets.before ?? 0, offsets.after ?? 0]
  const placeA = (index: number) => a[index]?.from ?? startA + before.size
  const placeB = (index: number) => b[index]?.from ?? startB + after.size
  const parts = diffArrays(
    a.map(({ key }) => key),
    b.map(({ key }) => key),
    { maxEditLength: mostDifferences },
  )
  if (!parts) return [{ fromA: startA, toA: startA + before.size, fromB: startB, toB: startB + after.size }]
  const changes: Change[] = []
  let [atA, atB] = [0, 0]
  let onlySpace = false
  for (const { added, removed, count = 0 } of parts) {
    if (!added && !removed) {
      onlySpace = a.slice(atA, atA + count).every(({ space }) => space)
      atA += count
      atB += count
      continue
    }
    const last = changes.at(-1)
    const [fromA, fromB] = [placeA(atA), placeB(atB)]
    atA += removed ? count : 0
    atB += added ? count : 0
    const [toA, toB] = [placeA(atA), placeB(atB)]
    const touching = last?.toA === fromA && last.toB === fromB
    if (last && (touching || onlySpace)) Object.assign(last, { toA, toB })
    else changes.push({ fromA, toA, fromB, toB })
    onlySpace = false
  }
  return changes
}
