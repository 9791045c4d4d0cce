import { Transform } from '@tiptap/pm/transform'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hitsIn, type FindQuery } from '#editor/find/find.ts'
import { replaceHits } from '#editor/find/replace.ts'
import { sectionSchema } from '#editor/document/schema.ts'
import type { DocumentNode } from '#schemas/document.ts'
import { cite, document, fact, list, text } from '../checks/blocks.ts'

const query = (words: string, rest: Partial<FindQuery> = {}): FindQuery => ({
  text: words,
  matchCase: false,
  wholeWord: false,
  ...rest,
})
const textOf = (...content: DocumentNode[]) => sectionSchema.nodeFromJSON(document(...content))
const found = (words: string, rest: Partial<FindQuery>, ...content: DocumentNode[]) =>
  hitsIn(textOf(...content), query(words, rest)).map((hit) => `${hit.blockId}:${hit.match}`)
const replaced = (words: string, by: string, ...content: DocumentNode[]) => {
  const doc = textOf(...content)
  return replaceHits(new Transform(doc), hitsIn(doc, query(words)), by)
}

describe('finding words in a text', () => {
  it('finds them in every block, in reading order, with where they stand', () => {
    const content = [fact('b1', 'Een wet en nog een wet.'), list('bl', fact('b2', 'De Wet.')), fact('b3', 'Niets.')]
    expect(found('wet', {}, ...content)).toEqual(['b1:wet', 'b1:wet', 'b2:Wet'])
    const doc = textOf(...content)
    for (const hit of hitsIn(doc, query('wet'))) expect(doc.textBetween(hit.from, hit.to)).toBe(hit.match)
    expect(hitsIn(doc, query('wet'))[1]).toMatchObject({ before: 'Een wet en nog een ', after: '.' })
  })

  it('shows some whole words around a place', () => {
    const [hit] = hitsIn(textOf(fact('b1', `${'voorafgaand '.repeat(9)}wet${' naderhand'.repeat(9)}`)), query('wet'))
    expect(hit!.before).toMatch(/^… (voorafgaand ){1,5}$/)
    expect(hit!.after).toMatch(/^( naderhand){1,5} …$/)
  })

  it('minds capitals and whole words only when asked', () => {
    const content = fact('b1', 'Wet, wetten en WET; rechtswet, wet_2, wét.')
    expect(found('wet', {}, content)).toHaveLength(5)
    expect(found('wet', { matchCase: true }, content)).toHaveLength(3)
    expect(found('wet', { wholeWord: true }, content)).toEqual(['b1:Wet', 'b1:WET'])
    expect(found('ÉÉN', {}, fact('b1', 'één'))).toHaveLength(1)
    expect(found('حلب', { wholeWord: true }, fact('b1', 'in حلب, toen'))).toHaveLength(1)
  })

  it('takes what is typed literally, but any space and quote for any other', () => {
    expect(found('(art. 5)', {}, fact('b1', 'zie (art. 5) en (artx 5)'))).toHaveLength(1)
    expect(found('niet "ja"', {}, fact('b1', 'niet “ja”'))).toHaveLength(1)
    expect(found("auto's", {}, fact('b1', 'auto’s'))).toHaveLength(1)
    expect(found('', {}, fact('b1', 'tekst'))).toEqual([])
  })

  it('finds nothing across a citation, a block, or words that somebody suggests to delete', () => {
    expect(found('wet en', {}, fact('b1', 'De wet', cite(), ' en'))).toEqual([])
    expect(found('eenwet', {}, fact('b1', 'een'), fact('b2', 'wet'))).toEqual([])
    expect(found('ja wet', {}, fact('b1', text('ja', 'bold'), text(' wet', 'italic'))), 'formatting is no border').toHaveLength(1)
  })
})

describe('replacing words in a text', () => {
  it('leaves citations, formatting and all other words as they are', () => {
    const { doc } = replaced('regering', 'autoriteiten', fact('b1', 'De ', text('regering', 'bold'), cite(), ' en de regering.'))
    expect(doc.toJSON()).toEqual(textOf(fact('b1', 'De ', text('autoriteiten', 'bold'), cite(), ' en de autoriteiten.')).toJSON())
  })

  it('touches only what differs: each place a step of its own', () => {
    const { doc, steps } = replaced('gedood', 'gedode', fact('b1', 'gedood en ', text('gedood', 'italic')))
    expect(doc.textContent).toBe('gedode en gedode')
    expect(steps.map((step) => step.toJSON() as unknown)).toMatchObject([
      { from: 15, to: 17 },
      { from: 5, to: 7 },
    ])
    expect(doc.firstChild!.child(1).marks[0]!.type.name).toBe('italic')
  })

  it('takes away, puts in the same words, and puts in words that hold what was found', () => {
    expect(replaced(' zeer', '', fact('b1', 'Een zeer grote zeer.')).doc.textContent).toBe('Een grote.')
    expect(replaced('wet', 'wet', fact('b1', 'De wet.')).steps).toEqual([])
    expect(replaced('wet', 'grondwet van de wet', fact('b1', 'De wet, wet.')).doc.textContent).toBe(
      'De grondwet van de wet, grondwet van de wet.',
    )
    expect(replaced('€', '$&', fact('b1', '5 €')).doc.textContent).toBe('5 $&')
    expect(replaced('😀', '😁', fact('b1', 'a😀b')).doc.textContent).toBe('a😁b')
  })

  it('does to any text what replacing in its letters does', () => {
    const piece = fc.tuple(fc.stringMatching(/^[ab ]{1,6}$/), fc.constantFrom('bold', 'italic', null))
    fc.assert(
      fc.property(
        fc.array(fc.array(piece, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 }),
        fc.stringMatching(/^[ab]{1,2}$/),
        fc.stringMatching(/^[abc]{0,3}$/),
        (blocks, words, by) => {
          const content = blocks.map((pieces, index) =>
            fact(`b${index}`, ...pieces.map(([letters, mark]) => (mark ? text(letters, mark) : text(letters)))),
          )
          const { doc } = replaced(words, by, ...content)
          doc.check()
          expect(doc.children.map((block) => block.textContent)).toEqual(
            blocks.map((pieces) =>
              pieces
                .map(([letters]) => letters)
                .join('')
                .replaceAll(words, by),
            ),
          )
        },
      ),
      { numRuns: 300 },
    )
  })
})
