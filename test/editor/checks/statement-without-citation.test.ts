import { describe, expect, it } from 'vitest'
import { statementWithoutCitation } from '#editor/checks/statement-without-citation.ts'
import type { DocumentNode } from '#schemas/document.ts'
import { cite, context, document, fact, list, paragraph, quotation, table, text } from './blocks.ts'

const found = (...content: DocumentNode[]) => statementWithoutCitation.find(document(...content), context())

describe('a statement without a citation', () => {
  it('is a paragraph of fact that nothing is cited in, or what follows after the last citation', () => {
    expect(found(fact('b1', 'De wet verbiedt huwelijken onder achttien jaar.'))).toEqual([
      { blockId: 'b1', excerpt: 'De wet verbiedt huwelijken onder achttien jaar.' },
    ])
    expect(found(fact('b1', 'De wet verbiedt dit.', cite(), ' In de praktijk gebeurt het nog vaak.'))).toEqual([
      { blockId: 'b1', excerpt: 'In de praktijk gebeurt het nog vaak.' },
    ])
    expect(found(paragraph('b1', 'quote', 'De rechter zei dat het niet mocht.')), 'words quoted need a source too').toHaveLength(
      1,
    )
  })

  it('is none where a citation stands in the sentence, behind it, or behind a later one', () => {
    expect(found(fact('b1', 'De wet verbiedt dit.', cite()))).toEqual([])
    expect(found(fact('b1', 'De wet', cite(), ' verbiedt huwelijken onder de achttien.'))).toEqual([])
    expect(found(fact('b1', 'De wet verbiedt dit al lang. Toch komt het nog vaak voor.', cite()))).toEqual([])
  })

  it('is none in a summary, a gap, a heading, words too few to state anything, a reference and an introduction', () => {
    expect(found(paragraph('b1', 'synthesis', 'Het beeld in dit land is wisselend.'))).toEqual([])
    expect(found(paragraph('b1', 'gap', 'Hierover is in openbare bronnen niets gevonden.'))).toEqual([])
    expect(found({ type: 'heading', attrs: { id: 'b1', level: 3 }, content: [text('Een kop van vijf woorden')] })).toEqual([])
    expect(found(fact('b1', 'Noord en zuid.'), fact('b2', 'Zie ook paragraaf 3.2 hierboven.'))).toEqual([])
    expect(found(fact('b1', 'De wet noemt deze drie gronden:'))).toEqual([])
    expect(found(fact('b1'))).toEqual([])
  })

  it('in a list is what comes after the last cited item, in a table only a table without any citation', () => {
    expect(
      found(list('bl', fact('b1', 'Vrouwen mogen niet alleen reizen.'), fact('b2', 'Kinderen krijgen geen paspoort.', cite()))),
    ).toEqual([])
    expect(
      found(
        list('bl', fact('b1', 'Vrouwen mogen niet alleen reizen.', cite()), fact('b2', 'Kinderen krijgen daar geen paspoort.')),
      ),
    ).toMatchObject([{ blockId: 'b2' }])
    const cells = [fact('b1', 'In 2019 werden'), fact('b2', 'veertien zaken gemeld')]
    expect(found(table('bt', ...cells))).toMatchObject([{ blockId: 'bt' }])
    expect(found(table('bt', ...cells, fact('b3', 'bron', cite())))).toEqual([])
  })

  it('in a quotation needs a citation there', () => {
    expect(found(quotation('bq', fact('b1', 'Niemand mag zonder reden worden opgesloten.')))).toMatchObject([{ blockId: 'b1' }])
    expect(found(quotation('bq', fact('b1', 'Niemand mag zonder reden worden opgesloten.', cite())))).toEqual([])
  })

  it('reads a text as it will be once suggested deletions are gone, and takes a note still to be matched for a source', () => {
    const gone = { ...cite(), marks: [{ type: 'deletion' }] }
    expect(found(fact('b1', 'De wet verbiedt dit al jaren.', gone))).toHaveLength(1)
    expect(found(fact('b1', text('De wet verbiedt dit al jaren.', 'deletion')))).toEqual([])
    expect(found(fact('b1', 'De wet verbiedt dit al jaren.', { type: 'footnoteToMatch', attrs: { text: 'UN 2019' } }))).toEqual(
      [],
    )
  })

  it('shortens what it quotes', () => {
    expect(found(fact('b1', `${'woord '.repeat(40)}einde.`))[0]!.excerpt).toMatch(/^(woord ){13}…$/)
  })
})
