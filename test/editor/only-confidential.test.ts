import { describe, expect, it } from 'vitest'
import { restingOnOneConfidential } from '#editor/checks/only-confidential.ts'
import type { DocumentNode } from '#schemas/document.ts'

const open = '0b5ad9f3-6f6c-4a36-9d0a-2f5cf5ef3a01'
const secret = '0b5ad9f3-6f6c-4a36-9d0a-2f5cf5ef3a02'
const otherSecret = '0b5ad9f3-6f6c-4a36-9d0a-2f5cf5ef3a03'
const text = (words: string): DocumentNode => ({ type: 'text', text: words })
const cite = (sourceItemId: string, support = 'supports'): DocumentNode => ({
  type: 'citation',
  attrs: { sourceItemId, support },
})
const block = (id: string, ...content: DocumentNode[]): DocumentNode => ({ type: 'paragraph', attrs: { id }, content })
const found = (...content: DocumentNode[]) =>
  restingOnOneConfidential({ type: 'doc', content }, (id) => id !== open).map(({ blockId }) => blockId)

describe('a paragraph that rests only on one confidential source', () => {
  it('is found, once, however often it cites it', () => {
    expect(found(block('b1', text('Dit zei iemand.'), cite(secret), text(' En dat.'), cite(secret)))).toEqual(['b1'])
    expect(
      restingOnOneConfidential({ type: 'doc', content: [block('b1', text('woord '.repeat(40)), cite(secret))] }, () => true),
    ).toEqual([{ blockId: 'b1', excerpt: expect.stringMatching(/^(woord ){13}…$/) as string }])
  })

  it('is none when something else supports it too, in the open or another confidential source', () => {
    expect(found(block('b1', text('Dit.'), cite(secret), cite(open)))).toEqual([])
    expect(found(block('b1', text('Dit.'), cite(secret), cite(otherSecret)))).toEqual([])
    expect(found(block('b1', text('Dit.'), cite(open)), block('b2', text('Zonder bron.')))).toEqual([])
  })

  it('is one also beside sources that contradict it or only give context', () => {
    expect(found(block('b1', text('Dit.'), cite(secret), cite(open, 'contradicts'), cite(open, 'context')))).toEqual(['b1'])
    expect(found(block('b1', text('Dit.'), cite(secret, 'context'))), 'context is no support').toEqual([])
  })

  it('is looked for in lists, tables and quotations too, each paragraph by itself', () => {
    const item = (id: string, ...content: DocumentNode[]) => ({
      type: 'listItem',
      attrs: { id: `l${id}` },
      content: [block(id, ...content)],
    })
    expect(
      found(
        {
          type: 'bulletList',
          attrs: { id: 'bl' },
          content: [item('b1', text('Een.'), cite(secret)), item('b2', text('Twee.'), cite(open))],
        },
        { type: 'blockquote', attrs: { id: 'bq' }, content: [{ type: 'paragraph', content: [text('Drie.'), cite(secret)] }] },
      ),
    ).toEqual(['b1', 'bq'])
  })

  it('survives a citation that points nowhere', () => {
    expect(found(block('b1', text('Dit.'), { type: 'citation', attrs: { sourceItemId: 'nergens' } }, cite(secret)))).toEqual([
      'b1',
    ])
  })
})
