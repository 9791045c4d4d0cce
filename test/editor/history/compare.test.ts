import { Slice, Fragment, type Node } from '@tiptap/pm/model'
import { ReplaceStep } from '@tiptap/pm/transform'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sectionSchema } from '#editor/document/schema.ts'
import { compare, onlyBy, type ComparedBlock } from '#editor/history/compare.ts'
import { follow } from '#editor/history/follow.ts'
import { anEdit, authors, list, paragraph, textOf, written } from './texts.ts'

const shown = (blocks: readonly ComparedBlock[]) =>
  blocks.map(({ pieces }) =>
    pieces
      .map(({ change, content }) => {
        const words = content.map((node) => node.text ?? `<${node.type}>`).join('')
        return { same: words, added: `[+${words}+]`, removed: `[-${words}-]`, marked: `[~${words}~]` }[change]
      })
      .join(''),
  )
const sides = (block: ComparedBlock, without: 'added' | 'removed') =>
  block.pieces.flatMap(({ change, content }) => (change === without ? [] : content.map((it) => it.text ?? it.type))).join('')
const states = (blocks: readonly ComparedBlock[]) => blocks.map(({ state, moved }) => (moved ? 'moved' : state))
const citation = (locator: string) =>
  sectionSchema.nodes.citation!.create({ sourceItemId: '0b5ad9f3-6f6c-4a36-9d0a-2f5cf5ef3a01', locator })

describe('two moments of a text', () => {
  it('that are the same differ in nothing', () => {
    fc.assert(
      fc.property(fc.array(anEdit, { maxLength: 30 }), (edits) => {
        const { end } = written(edits)
        expect(states(compare(end, end)).filter((state) => state !== 'same')).toEqual([])
      }),
      { numRuns: 100, seed: 20261123 },
    )
  })

  it('are told apart without losing or inventing a word, and by those who wrote between them', () => {
    fc.assert(
      fc.property(fc.array(anEdit, { maxLength: 40 }), (edits) => {
        const { begin, end, steps } = written(edits)
        const blocks = compare(begin, end, follow(begin, steps, { keeping: true }))
        const words = (doc: Node) => {
          const found: string[] = []
          doc.descendants((node) => {
            if (node.isTextblock) found.push(node.textContent)
          })
          return found.sort()
        }
        const said = (without: 'added' | 'removed') =>
          blocks.filter(({ state }) => state !== without).map((block) => sides(block, without))
        const held = (list: string[], of: string[]) => expect([...list].sort().filter(Boolean)).toEqual(of.filter(Boolean))
        // Holders that changed come without words.
        held(said('added'), words(begin))
        held(said('removed'), words(end))
        if (end.eq(begin)) return
        for (const block of blocks) {
          for (const { change, by, content } of block.pieces) {
            if (change !== 'added') continue
            const letters = [
              ...new Set(
                content
                  .map(({ text }) => text ?? '')
                  .join('')
                  .replaceAll(' ', ''),
              ),
            ]
            expect(authors).toContain(by?.authorId)
            if (letters.length === 1 && letters[0] !== 'x') expect(by?.authorId).toBe(authors['abc'.indexOf(letters[0]!)])
          }
          if (block.state !== 'same' && block.state !== 'removed')
            expect(block.by.length, JSON.stringify(block)).toBeGreaterThan(0)
        }
      }),
      { numRuns: 300, seed: 20261123 },
    )
  })

  it('are compared word by word in blocks of the same id, whatever their order', () => {
    const before = textOf(paragraph('De wet stelt eisen.', 'b0000000001'), paragraph('Er is geen beleid.', 'b0000000002'))
    const after = textOf(
      paragraph('Er is beleid.', 'b0000000002'),
      paragraph('De wet stelt strenge eisen.', 'b0000000001'),
      paragraph('Nieuw.', 'b0000000003'),
    )
    const blocks = compare(before, after)
    expect(shown(blocks)).toEqual(['Er is [-geen -]beleid.', 'De wet stelt [+strenge +]eisen.', '[+Nieuw.+]'])
    expect(states(blocks).filter((state) => state === 'moved')).toHaveLength(1)
  })

  it('say where a block that is gone stood, and which words of it', () => {
    const [one, two, three] = [paragraph('Een.'), paragraph('Twee.'), paragraph('Drie.')]
    expect(shown(compare(textOf(one, two, three), textOf(one, three)))).toEqual(['Een.', '[-Twee.-]', 'Drie.'])
    expect(shown(compare(textOf(one, two), textOf(two)))).toEqual(['[-Een.-]', 'Twee.'])
  })

  it('take words in bold for the same words, and a citation of another page for another citation', () => {
    const bold = sectionSchema.text('Stelt', [sectionSchema.marks.bold!.create()])
    const of = (...content: Node[]) => textOf(sectionSchema.nodes.paragraph!.create({ id: 'b0000000001' }, content))
    const plain = of(sectionSchema.text('Stelt eisen'), citation('p. 1'))
    expect(shown(compare(plain, of(bold, sectionSchema.text(' eisen'), citation('p. 1'))))).toEqual(['[~Stelt~] eisen<citation>'])
    expect(shown(compare(plain, of(sectionSchema.text('Stelt eisen'), citation('p. 2'))))).toEqual([
      'Stelt eisen[-<citation>-][+<citation>+]',
    ])
  })

  it('say what else of a block changed: its kind, its level, what stands around it', () => {
    const words = sectionSchema.text('Vrouwen')
    const as = (type: string, attrs: object = {}) =>
      textOf(sectionSchema.nodes[type]!.create({ id: 'b0000000001', ...attrs }, words))
    const changes = (before: Node, after: Node) => compare(before, after).flatMap(({ attributes }) => attributes)
    expect(changes(as('paragraph'), as('paragraph', { kind: 'gap' }))).toEqual([{ name: 'kind', before: 'fact', after: 'gap' }])
    expect(changes(as('heading', { level: 3 }), as('heading', { level: 4 }))).toEqual([
      { name: 'level', before: '3', after: '4' },
    ])
    expect(changes(as('paragraph'), as('heading'))).toEqual([{ name: 'type', before: 'paragraph', after: 'heading' }])
    const inside = textOf(sectionSchema.nodes.blockquote!.create({ id: 'b0000000009' }, as('paragraph').firstChild!))
    expect(states(compare(as('paragraph'), inside))).toEqual(['moved'])
  })

  it('can be narrowed to what one person did: what others did counts as done', () => {
    const begin = textOf(paragraph('De wet stelt eisen.', 'b0000000001'), paragraph('Weg.', 'b0000000002'))
    const insert = (at: number, words: string, authorId: string) => ({
      step: new ReplaceStep(at, at, new Slice(Fragment.from(sectionSchema.text(words)), 0, 0)),
      authorId,
      at: 0,
    })
    const steps = [
      insert(14, 'strenge ', 'one'),
      insert(1, 'Ook ', 'two'),
      { step: new ReplaceStep(33, 39, Slice.empty), authorId: 'two', at: 0 },
    ]
    const way = follow(begin, steps, { keeping: true })
    const blocks = compare(begin, way.doc, way)
    expect(shown(blocks)).toEqual(['[+Ook +]De wet stelt [+strenge +]eisen.', '[-Weg.-]'])
    expect(shown(onlyBy(blocks, 'one'))).toEqual(['Ook De wet stelt [+strenge +]eisen.'])
    expect(shown(onlyBy(blocks, 'two'))).toEqual(['[+Ook +]De wet stelt strenge eisen.', '[-Weg.-]'])
    expect(states(onlyBy(blocks, 'three'))).toEqual(['same'])
  })

  it('of which one is another text altogether are still compared in bearable time', () => {
    const words = (seed: number) => Array.from({ length: 10_000 }, (_, n) => `woord${(n * seed) % 7919}`).join(' ')
    const begun = performance.now()
    compare(textOf(paragraph(words(31), 'b0000000001')), textOf(paragraph(words(97), 'b0000000001')))
    expect(performance.now() - begun).toBeLessThan(3000)
  })

  it('lose nothing in lists', () => {
    const before = list('een', 'twee')
    const item = before.child(1)
    const changed = item.copy(Fragment.from(item.firstChild!.copy(Fragment.from(sectionSchema.text('twee en meer')))))
    const after = before.copy(Fragment.from([before.child(0), changed]))
    expect(shown(compare(textOf(before), textOf(after)))).toEqual(['een', 'twee[+ en meer+]'])
  })
})
