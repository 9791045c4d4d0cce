import { describe, expect, it } from 'vitest'
import { textBlocksOf } from '#editor/document/text-blocks.ts'
import { checkDocument, nodesOf } from '#editor/document/schema.ts'
import { isSettled, unsettled } from '#editor/document/settled.ts'
import { withoutEditing } from '#editor/document/without-editing.ts'
import type { SectionDocument } from '#schemas/document.ts'
import before from './golden-1.json'
import golden from './golden-2.json'

const document = golden as SectionDocument

describe('what must be dealt with before others judge a text', () => {
  it('is counted: each suggestion once however many marks it has, notes to match, guidance', () => {
    expect(unsettled(document)).toEqual({ suggestions: 4, toMatch: 1, guidance: 1 })
    expect(isSettled(document)).toBe(false)
    expect(unsettled(before as SectionDocument)).toEqual({ suggestions: 0, toMatch: 0, guidance: 0 })
    expect(isSettled(before as SectionDocument)).toBe(true)
  })
})

describe('a text without what its makers said of it', () => {
  it('has no trace of comments, and every word and other mark', () => {
    const plain = withoutEditing(document)
    const marks = [...nodesOf(plain)].flatMap((node) => node.marks ?? []).map(({ type }) => type)
    expect(marks).not.toContain('comment')
    expect(marks).toEqual(expect.arrayContaining(['insertion', 'deletion', 'modification', 'redaction', 'term', 'language']))
    expect(plain.content.flatMap(textBlocksOf)).toEqual(document.content.flatMap(textBlocksOf))
    expect(checkDocument(plain)).toEqual(plain)
  })

  it('does not tell by the pieces of its text where a comment was', () => {
    const comment = { type: 'comment', attrs: { threadId: '0b5ad9f3-6f6c-4a36-9d0a-2f5cf5ef3a01' } }
    const paragraph = (...content: unknown[]) => ({ type: 'doc', content: [{ type: 'paragraph', content }] }) as SectionDocument
    const told = paragraph({ type: 'text', text: 'Een ' }, { type: 'text', text: 'woord', marks: [comment] })
    expect(withoutEditing(told)).toEqual(paragraph({ type: 'text', text: 'Een woord' }))
  })

  it('is the same text where nobody said anything', () => {
    expect(withoutEditing(before as SectionDocument)).toEqual(before)
  })
})
