import type { Mark, Node } from '@tiptap/pm/model'
import { isSuggestion } from './marks.ts'

/** These marks and those. */
export const withMarks = (marks: readonly Mark[], more: readonly Mark[]): readonly Mark[] =>
  more.reduce((set, mark) => mark.addToSet(set), marks)

/** What is seen of a node: its marks but for what was suggested or said about it. */
export const look = (node: Node) => node.marks.filter((mark) => !isSuggestion(mark) && mark.type.name !== 'comment')

/** Whether two nodes look the same. */
export function sameLook(before: Node, after: Node): boolean {
  const [old, now] = [look(before), look(after)]
  const same = old.length === now.length && old.every((mark) => mark.isInSet(now))
  return same && (before.isText || sameAttributes(before, after))
}

export const sameAttributes = (before: Node, after: Node): boolean => JSON.stringify(before.attrs) === JSON.stringify(after.attrs)
