import { describe, expect, it } from 'vitest'
import { incidentWithoutContext } from '#editor/checks/incident-without-context.ts'
import type { DocumentNode } from '#schemas/document.ts'
import type { Language } from '#schemas/vocabulary.ts'
import { bareCard, context, document, fact, incident, list, paragraph } from './blocks.ts'

const found = (content: DocumentNode[], language: Language = 'nl') =>
  incidentWithoutContext.find(document(...content), { ...context(), language })

describe('an incident without context', () => {
  it('is one whose card says nothing of the whole', () => {
    expect(found([incident('b1')])).toEqual([])
    expect(found([incident('b1', bareCard)])).toEqual([{ blockId: 'b1', excerpt: '' }])
    const mention = { ...incident('b9', bareCard), type: 'incidentMention' }
    expect(found([fact('b1', 'Zoals toen', mention, '.')])).toMatchObject([{ blockId: 'b1' }])
  })

  it('is an event of violence told with its day, with no incident of the register there or beside it', () => {
    const words = 'Het is er onrustig. Op 12 maart 2019 werden in Idlib negen mensen gedood.'
    const told = fact('b2', words)
    expect(found([told])).toEqual([{ blockId: 'b2', excerpt: 'Op 12 maart 2019 werden in Idlib negen mensen gedood.' }])
    expect(found([incident('b1'), told]), 'right before it').toEqual([])
    expect(found([told, incident('b3')]), 'right after it').toEqual([])
    expect(found([fact('b2', words, { ...incident(''), type: 'incidentMention' })]), 'in it').toEqual([])
    expect(found([told, fact('b3', 'Tussen hen in.'), incident('b4')]), 'further away').toMatchObject([{ blockId: 'b2' }])
    expect(found([list('bl', fact('b5', words))])).toMatchObject([{ blockId: 'b5' }])
  })

  it.each<[Language, string, boolean]>([
    ['nl', 'Op 3 juni 2018 is hij bij een controlepost opgepakt.', true],
    ['nl', 'In de nacht van 4 augustus volgde een luchtaanval op de wijk.', true],
    ['nl', 'Op 5 mei 2019 trad de wet in werking.', false],
    ['nl', 'In 2019 werden volgens deze bron 342 burgers gedood.', false],
    ['nl', 'De man overleed nadat hij was gemarteld.', false],
    ['en', 'On 12 March 2019 nine people were killed in Idlib.', true],
    ['en', 'On March 12, 2019 an airstrike hit the market.', true],
    ['en', 'The law entered into force on 5 May 2019.', false],
    ['en', 'In March 2019 civilians were killed in several towns.', false],
  ])('%s: %s', (language, sentence, isFound) => {
    expect(found([fact('b1', sentence)], language)).toHaveLength(isFound ? 1 : 0)
  })

  it('is not looked for in a summary, which tells again what stands below it', () => {
    expect(found([paragraph('b1', 'synthesis', 'Op 12 maart 2019 werden mensen gedood.')])).toEqual([])
  })
})
