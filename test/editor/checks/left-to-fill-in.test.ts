import { describe, expect, it } from 'vitest'
import { buildingBlocks, toFillIn } from '#editor/building-blocks/building-blocks.ts'
import { leftToFillIn } from '#editor/checks/left-to-fill-in.ts'
import { context, document, fact, paragraph } from './blocks.ts'

const found = (words: string) => leftToFillIn.find(document(fact('b1', words)), context()).map(({ excerpt }) => excerpt)

describe('what building blocks leave open', () => {
  it('is found until it is filled in', () => {
    expect(found('Over ‹onderwerp› is niets gevonden, laatst op ‹datum›.')).toEqual(['‹onderwerp›', '‹datum›'])
    expect(found('Over dienstplicht is niets gevonden.')).toEqual([])
    expect(found('Hij zei «niets» en “[…]”, 3 < 4 ‹ 5.'), 'other signs are not meant').toEqual([])
  })

  it('is in every building block, in both languages as often, and each is named once', () => {
    expect(new Set(buildingBlocks.map(({ id }) => id)).size).toBe(buildingBlocks.length)
    for (const { id, kind, text, title } of buildingBlocks) {
      for (const language of ['nl', 'en'] as const) {
        expect(title[language], id).not.toBe('')
        const block = paragraph('b1', kind, text[language])
        const open = leftToFillIn.find(document(block), { ...context(), language })
        expect(open.length, `${id} ${language}`).toBe([...text[language].matchAll(toFillIn)].length)
        expect(open.length).toBeGreaterThan(1)
      }
      expect(text.nl.match(toFillIn)!.length, id).toBe(text.en.match(toFillIn)!.length)
    }
  })
})
