import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import type { CitationAttributes, SectionDocument } from '#schemas/document.ts'
import { nodesOf } from '../document/read.ts'

/** A note whose source is still looked for, and the blocks it stands in: the same words at three places are one note. */
export type NoteToMatch = { text: string; places: (string | null)[] }

/** The notes of a text whose source is still looked for, in reading order. */
export function notesToMatch(document: SectionDocument): NoteToMatch[] {
  const notes = new Map<string, NoteToMatch>()
  let block: string | null = null
  for (const node of nodesOf(document)) {
    if (typeof node.attrs?.id === 'string') block = node.attrs.id
    if (node.type !== 'footnoteToMatch') continue
    const text = String(node.attrs?.text)
    const known = notes.get(text)
    if (known) known.places.push(block)
    else notes.set(text, { text, places: [block] })
  }
  return [...notes.values()]
}

/** Puts a citation at every place where this note stands, or nothing (null); the words around stay. One change. */
export function settleNote(state: EditorState, text: string, citation: CitationAttributes | null): Transaction {
  const places: { pos: number; node: ProseMirrorNode }[] = []
  state.doc.descendants((node, pos) => {
    if (node.type.name === 'footnoteToMatch' && node.attrs.text === text) places.push({ pos, node })
  })
  const { tr, schema } = state
  for (const { pos, node } of places.reverse()) {
    if (citation) tr.replaceWith(pos, pos + node.nodeSize, schema.nodes.citation!.create(citation, null, node.marks))
    else tr.delete(pos, pos + node.nodeSize)
  }
  return tr
}
