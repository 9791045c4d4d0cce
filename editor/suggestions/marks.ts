import type { Mark, Node } from '@tiptap/pm/model'
import type { ModificationAttributes } from '#schemas/document.ts'

const names = new Set<string>(['insertion', 'deletion', 'modification'])

/** Whether a mark is somebody's suggestion. */
export const isSuggestion = (mark: Mark): boolean => names.has(mark.type.name)

/** The suggestion to put in or take out this node, if there is one. */
export const markOf = (node: Node, name: 'insertion' | 'deletion'): Mark | undefined =>
  node.marks.find((mark) => mark.type.name === name)

/** The suggested changes of a block, oldest first. */
export const modificationsOf = (node: Node): Mark[] => node.marks.filter((mark) => mark.type.name === 'modification')

export const idOf = (mark: Mark): string => String(mark.attrs.id)

/** What a suggested change of a block is a change of: two of the same follow each other. */
export const aspectOf = ({ attrs }: Mark): string => `${String(attrs.type)} ${String(attrs.attrName)}`

/** The mark of a suggested change of a block. */
export const modification = (node: Node, attrs: ModificationAttributes): Mark =>
  node.type.schema.marks.modification!.create(attrs)

/** The mark of a suggestion to put in or take out. */
export const suggestionMark = (node: Node, name: 'insertion' | 'deletion', id: string): Mark =>
  node.type.schema.marks[name]!.create({ id })
