import { Fragment, type Node } from '@tiptap/pm/model'
import { decided } from './decide.ts'
import { isSuggestion } from './marks.ts'

type Own = { isOwn: (id: string) => boolean; /** Threads whose words one may choose. */ isOwnThread: (id: string) => boolean }

/** Whether two texts differ only in somebody's own suggestions, and in what their own threads are about: without those they are the same. */
export function isOnlySuggested(before: Node, after: Node, { isOwn, isOwnThread }: Own): boolean {
  const [was, is] = around(before, after)
  const rest = (doc: Node) => plain(decided(doc, 'reject', isOwn), { anyId: false, isOwnThread })
  return rest(was).eq(rest(is))
}

/** Whether two texts say the same once every suggestion in them is taken over; the ids of their blocks may differ, as some are given later. */
export function isSameOnceAccepted(one: Node, other: Node): boolean {
  const [a, b] = around(one, other)
  const rest = (doc: Node) => plain(decided(doc, 'accept'), { anyId: true, isOwnThread: () => true })
  return rest(a).eq(rest(b))
}

/** The blocks that differ, and those beside them they may be joined with: what is the same need not be compared. */
function around(before: Node, after: Node): [Node, Node] {
  const most = Math.min(before.childCount, after.childCount)
  let head = 0
  while (head < most && before.child(head) === after.child(head)) head++
  let tail = 0
  while (tail < most - head && before.child(before.childCount - 1 - tail) === after.child(after.childCount - 1 - tail)) tail++
  const stays = (doc: Node, index: number) => !doc.child(index).marks.some(isSuggestion)
  while (head > 0 && !stays(before, head - 1)) head--
  while (tail > 0 && !stays(before, before.childCount - tail)) tail--
  const part = (doc: Node) =>
    doc.copy(Fragment.from(doc.children.slice(Math.max(0, head - 1), doc.childCount - Math.max(0, tail - 1))))
  return [part(before), part(after)]
}

/** Without these threads, and without ids where those are given later. */
function plain(node: Node, how: { anyId: boolean; isOwnThread: (id: string) => boolean }): Node {
  const marks = node.marks.filter(({ type, attrs }) => type.name !== 'comment' || !how.isOwnThread(String(attrs.threadId)))
  if (node.isText) return node.mark(marks)
  const attrs = how.anyId && 'id' in node.attrs ? { ...node.attrs, id: null } : node.attrs
  return node.type.create(attrs, Fragment.fromArray(node.children.map((child) => plain(child, how))), marks)
}
