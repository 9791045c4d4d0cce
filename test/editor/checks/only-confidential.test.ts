import { describe, expect, it } from 'vitest'
import { onlyConfidential } from '#editor/checks/only-confidential.ts'
import type { DocumentNode } from '#schemas/document.ts'
import { cite, context, document, fact, list, open, otherSecret, quotation, secret } from './blocks.ts'

const found = (...content: DocumentNode[]) => onlyConfidential.find(document(...content), context()).map(({ blockId }) => blockId)

describe('a paragraph that rests only on one confidential source', () => {
  it('is found, once, however often it cites it', () => {
    expect(found(fact('b1', 'Dit zei iemand.', cite(secret), ' En dat.', cite(secret)))).toEqual(['b1'])
    expect(onlyConfidential.find(document(fact('b1', 'woord '.repeat(40), cite(secret))), context())).toEqual([
      { blockId: 'b1', excerpt: expect.stringMatching(/^(woord ){13}…$/) as string },
    ])
  })

  it('is none when something else supports it too, in the open or another confidential source', () => {
    expect(found(fact('b1', 'Dit.', cite(secret), cite(open)))).toEqual([])
    expect(found(fact('b1', 'Dit.', cite(secret), cite(otherSecret)))).toEqual([])
    expect(found(fact('b1', 'Dit.', cite(open)), fact('b2', 'Zonder bron.'))).toEqual([])
  })

  it('is one also beside sources that contradict it or only give context', () => {
    expect(found(fact('b1', 'Dit.', cite(secret), cite(open, 'contradicts'), cite(open, 'context')))).toEqual(['b1'])
    expect(found(fact('b1', 'Dit.', cite(secret, 'context'))), 'context is no support').toEqual([])
  })

  it('is looked for in lists and quotations too, each paragraph by itself', () => {
    const nameless: DocumentNode = { type: 'paragraph', content: [{ type: 'text', text: 'Drie.' }, cite(secret)] }
    expect(
      found(list('bl', fact('b1', 'Een.', cite(secret)), fact('b2', 'Twee.', cite(open))), quotation('bq', nameless)),
    ).toEqual(['b1', 'bq'])
  })

  it('survives a citation that points nowhere', () => {
    expect(found(fact('b1', 'Dit.', cite('nergens'), cite(secret)))).toEqual(['b1'])
  })
})
