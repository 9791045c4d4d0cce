import type { Node } from '@tiptap/pm/model'
import type { Transform } from '@tiptap/pm/transform'
import { tokensBetween, type Change } from './changes.ts'
import { look, sameAttributes, sameLook, withMarks } from './look.ts'
import { idOf, isSuggestion, markOf, suggestionMark } from './marks.ts'

/** Something that stays where it is and looks otherwise, or is another kind of block now. Words from `from` to `to`; of a block its edge. */
export type Difference = { from: number; to: number; before: Node; after: Node }

/** What looks otherwise in all that was not replaced. */
export function differencesOf(before: Node, after: Node, changes: readonly Change[]): Difference[] {
  const found: Difference[] = []
  let [a, b] = [0, 0]
  for (const { fromA, toA, fromB, toB } of changes) {
    found.push(...compared(before, after, [a, fromA], [b, fromB]))
    ;[a, b] = [toA, toB]
  }
  found.push(...compared(before, after, [a, before.content.size], [b, after.content.size]))
  return found
}

function compared(before: Node, after: Node, inA: [number, number], inB: [number, number]): Difference[] {
  const tokens = tokensBetween(after, ...inB)
  const offset = inB[0] - inA[0]
  const found: Difference[] = []
  let index = 0
  for (const old of tokensBetween(before, ...inA)) {
    let at = old.from
    while (at < old.to) {
      while (tokens[index]!.to - offset <= at) index++
      const now = tokens[index]!
      const [from, to] = [at, Math.min(old.to, now.to - offset)]
      at = to
      if (now.node === old.node || old.kind === 'close') continue
      const same = old.kind === 'inline' ? sameLook(old.node, now.node) : sameAttributes(old.node, now.node)
      if (!same) found.push({ from, to, before: old.node, after: now.node })
    }
  }
  return found
}

/** Words that look otherwise: they go, and come as they look now. @param newId called when one's own suggestion is not simply changed. */
export function suggestLook(
  tr: Transform,
  doc: Node,
  { from, to, before, after }: Difference,
  { isOwn, newId }: { isOwn: (id: string) => boolean; newId: () => string },
): void {
  if (markOf(before, 'deletion')) return
  const own = markOf(before, 'insertion')
  const kept = before.marks.filter((mark) => isSuggestion(mark) || mark.type.name === 'comment')
  const looks = look(after)
  const start = startOf(doc, from, before)
  const plain = before.isText ? before.cut(from - start, to - start) : after
  if (own && isOwn(idOf(own))) {
    tr.replaceWith(from, to, plain.mark(withMarks(looks, kept)))
    return
  }
  const id = newId()
  tr.insert(to, plain.mark(withMarks(looks, [suggestionMark(plain, 'insertion', id)])))
  tr.addMark(from, to, suggestionMark(plain, 'deletion', id))
}

function startOf(doc: Node, pos: number, node: Node): number {
  const $pos = doc.resolve(pos)
  return node === $pos.nodeAfter || $pos.textOffset === 0 ? pos : pos - $pos.textOffset
}
