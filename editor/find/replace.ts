import type { Mark, Node } from '@tiptap/pm/model'
import type { Transform } from '@tiptap/pm/transform'
import type { Hit } from './find.ts'

/**
 * Puts other words in the place of those found, each as a step of its own: who wrote what stays true of all words around them. What the old and the new
 * words begin and end with alike stays as it is; the rest is formatted as the words it replaces.
 * @param hits of the text as the transform has it now, in reading order.
 */
export function replaceHits<T extends Transform>(
  transform: T,
  hits: readonly Pick<Hit, 'from' | 'to' | 'match'>[],
  words: string,
): T {
  for (const { from, to, match } of [...hits].reverse()) {
    if (match === words) continue
    const head = alike(match, words)
    const tail = alikeAtEnd(match.slice(head), words.slice(head))
    const fresh = words.slice(head, words.length - tail)
    const start = from + head
    const { schema } = transform.doc.type
    if (fresh === '') transform.delete(start, to - tail)
    else transform.replaceWith(start, to - tail, schema.text(fresh, marksFor(transform.doc, start, from, to)))
  }
  return transform
}

/** The formatting of the first word taken away; of the one before where nothing is taken away. */
function marksFor(doc: Node, start: number, from: number, to: number): readonly Mark[] {
  const at = start < to ? start : Math.max(from, start - 1)
  return doc.nodeAt(at)?.marks ?? []
}

function alike(one: string, other: string): number {
  const most = Math.min(one.length, other.length)
  let count = 0
  while (count < most && one[count] === other[count]) count++
  // Never between the two halves of one sign.
  return count > 0 && /[\uD800-\uDBFF]/.test(one[count - 1]!) ? count - 1 : count
}

function alikeAtEnd(one: string, other: string): number {
  const most = Math.min(one.length, other.length)
  let count = 0
  while (count < most && one[one.length - 1 - count] === other[other.length - 1 - count]) count++
  return count > 0 && /[\uDC00-\uDFFF]/.test(one[one.length - count]!) ? count - 1 : count
}
