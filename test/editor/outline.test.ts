import { describe, expect, it } from 'vitest'
import { countWords } from '#editor/document/count-words.ts'
import { headingsOf } from '#editor/document/headings.ts'
import { cite, document, fact, incident, list, table, text } from './checks/blocks.ts'

const heading = (id: string, level: number, words: string) => ({
  type: 'heading',
  attrs: { id, level },
  ...(words && { content: [text(words)] }),
})

describe('the words of a text', () => {
  it('are counted in paragraphs, headings, lists and tables; a citation is no word and parts none', () => {
    const half = fact('b1', text('half', 'bold'), 'woord', cite(), ' en een.')
    expect(countWords(document(half))).toBe(3)
    expect(countWords(document(heading('b2', 3, 'Twee woorden'), list('bl', fact('b3', 'Nog drie woorden.'))))).toBe(5)
    expect(countWords(document(table('bt', fact('b4', 'een'), fact('b5', 'twee')), incident('b6'), fact('b7')))).toBe(2)
  })

  it('are those that stay when suggested deletions are gone', () => {
    expect(countWords(document(fact('b1', 'Dit blijft', text(' dit niet', 'deletion'))))).toBe(2)
  })
})

describe('the headings of a text', () => {
  it('are listed in reading order with their levels, without empty ones', () => {
    expect(
      headingsOf(document(heading('b1', 3, 'Wet '), fact('b2', 'Tekst.'), heading('b3', 4, ''), heading('b4', 4, 'Praktijk'))),
    ).toEqual([
      { blockId: 'b1', level: 3, words: 'Wet' },
      { blockId: 'b4', level: 4, words: 'Praktijk' },
    ])
  })
})
