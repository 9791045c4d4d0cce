import { describe, expect, it } from 'vitest'
import { createRelease } from '#app/services/releases/create-release.server.ts'
import { readSourceItem } from '#app/services/sources/read-source-item.server.ts'
import { readSource } from '#app/services/sources/read-source.server.ts'
import { sentencesCiting } from '#editor/document/citing-sentences.ts'
import type { DocumentNode } from '#schemas/document.ts'
import { testDatabase } from '../support/database.ts'
import { approvedReport } from '../support/released.ts'

const one = '0b5ad9f3-6f6c-4a36-9d0a-2f5cf5ef3a01'
const two = '0b5ad9f3-6f6c-4a36-9d0a-2f5cf5ef3a02'
const text = (words: string): DocumentNode => ({ type: 'text', text: words })
const cite = (sourceItemId: string, attrs = {}): DocumentNode => ({ type: 'citation', attrs: { sourceItemId, ...attrs } })
const block = (id: string, ...content: DocumentNode[]): DocumentNode => ({ type: 'paragraph', attrs: { id }, content })
const found = (...content: DocumentNode[]) =>
  sentencesCiting({ type: 'doc', content }, new Set([one]), 'nl').map((it) => [it.blockId, it.text])

describe('the sentences that rest on a publication', () => {
  it('are those before the citation, also when it stands after the full stop', () => {
    expect(
      found(
        block(
          'b1',
          text('Eerste zin. Tweede zin.'),
          cite(one),
          text(' Derde zin'),
          cite(two),
          text('. Vierde zin'),
          cite(one),
          text('.'),
        ),
      ),
    ).toEqual([
      ['b1', 'Tweede zin.'],
      ['b1', 'Vierde zin.'],
    ])
  })

  it('come from lists, tables and quotations too, with the block they stand in', () => {
    const cell = { type: 'tableCell', attrs: { id: 'bc' }, content: [block('bp', text('In een cel.'), cite(one))] }
    expect(
      found(
        {
          type: 'bulletList',
          attrs: { id: 'bl' },
          content: [{ type: 'listItem', content: [{ type: 'paragraph', content: [text('Punt.'), cite(one)] }] }],
        },
        { type: 'table', content: [{ type: 'tableRow', content: [cell] }] },
      ),
    ).toEqual([
      ['bl', 'Punt.'],
      ['bp', 'In een cel.'],
    ])
  })

  it('come once where a sentence cites the same twice for the same purpose, and again for another', () => {
    const again = [cite(one), cite(one, { locator: 'p. 2' }), cite(one, { support: 'contradicts' })]
    expect(found(block('b1', text('Een zin.'), ...again))).toHaveLength(2)
  })

  it('may be without words, and nothing is found where nothing is cited', () => {
    expect(found(block('b1', cite(one), text('Daarna.')))).toEqual([['b1', 'Daarna.']])
    expect(found(block('b1', cite(one)))).toEqual([['b1', '']])
    expect(found(block('b1', text('Geen bron.')))).toEqual([])
  })
})

describe('the page of a source', () => {
  const db = testDatabase()

  it('shows all sentences resting on it, in the making and released', async () => {
    const { reportId, sectionIds, itemId, author, publisher } = await approvedReport(db.sql, ['Eerst dit. Dan dat.', 'Nog een.'])
    const { number } = await createRelease(publisher, { reportId, sectionIds: [sectionIds[0]!] })
    const { resting, item } = await readSourceItem(author, itemId)
    expect(resting.drafts.map((line) => line.sentences.map((it) => it.text))).toEqual([['Dan dat.'], ['Nog een.']])
    expect(resting.released).toMatchObject([
      { release: number, newest: true, sentences: [{ text: 'Dan dat.', sourceItemId: itemId, locator: 'p. 3' }] },
    ])
    expect((await readSource(author, item.sourceId)).resting).toEqual(resting)
    const nextDay = { ...publisher, clock: () => new Date('2026-11-02T12:00:00Z') }
    const later = await createRelease(nextDay, { reportId, sectionIds })
    const after = (await readSourceItem(author, itemId)).resting.released
    expect(after.map((line) => [line.release, line.newest, line.sentences.length])).toEqual([
      [later.number, true, 1],
      [later.number, true, 1],
      [number, false, 1],
    ])
  })
})
