import { EditorState } from '@tiptap/pm/state'
import { describe, expect, it } from 'vitest'
import { sectionSchema } from '#editor/document/schema.ts'
import { notesToMatch, settleNote } from '#editor/paste/notes-in-text.ts'
import type { SectionDocument } from '#schemas/document.ts'

const note = (text: string) => ({ type: 'footnoteToMatch', attrs: { text } })
const document: SectionDocument = {
  type: 'doc',
  content: [
    { type: 'paragraph', attrs: { id: 'b000000000a' }, content: [{ type: 'text', text: 'Een' }, note('HRW'), note('EUAA')] },
    {
      type: 'blockquote',
      attrs: { id: 'b000000000b' },
      content: [{ type: 'paragraph', attrs: { id: 'b000000000c' }, content: [note('HRW'), { type: 'text', text: 'twee' }] }],
    },
  ],
}
const state = () => EditorState.create({ doc: sectionSchema.nodeFromJSON(document) })
const citation = { sourceItemId: '0b5ad9f3-6f6c-4a36-9d0a-2f5cf5ef3a01', locator: 'p. 3', support: 'supports' as const }

describe('notes whose source is looked for', () => {
  it('are one note with its places where the words are the same', () => {
    expect(notesToMatch(document)).toEqual([
      { text: 'HRW', places: ['b000000000a', 'b000000000c'] },
      { text: 'EUAA', places: ['b000000000a'] },
    ])
  })

  it('become a citation at every place, in one change, and no other word moves', () => {
    const { doc } = state().apply(settleNote(state(), 'HRW', citation))
    const shown: string[] = []
    doc.descendants((node) => {
      if (node.isText) shown.push(node.text!)
      else if (node.isInline) shown.push(node.type.name)
    })
    expect(shown).toEqual(['Een', 'citation', 'footnoteToMatch', 'citation', 'twee'])
    expect(doc.textContent).toBe(state().doc.textContent)
  })

  it('can be taken away', () => {
    const { doc } = state().apply(settleNote(state(), 'HRW', null))
    expect(notesToMatch(doc.toJSON() as SectionDocument)).toEqual([{ text: 'EUAA', places: ['b000000000a'] }])
  })

  it('that are not there any more change nothing', () => {
    expect(settleNote(state(), 'UNHCR', citation).docChanged).toBe(false)
  })
})
