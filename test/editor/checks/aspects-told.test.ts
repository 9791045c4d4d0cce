import { describe, expect, it } from 'vitest'
import { aspectsTold } from '#editor/checks/aspects-told.ts'
import { document, fact, list, paragraph, text } from './blocks.ts'

describe('where a text speaks of law, policy, practice and protection', () => {
  it('is the first block that does, in words', () => {
    const told = aspectsTold(
      document(
        fact('b1', 'Het is er warm.'),
        fact('b2', 'De wet verbiedt dit.'),
        list('bl', fact('b3', 'In de praktijk wordt de wet niet gehandhaafd.')),
      ),
      'nl',
    )
    expect(told).toEqual({ law: { blockId: 'b2', gap: false }, practice: { blockId: 'b3', gap: false } })
  })

  it('is a gap only while nothing else is said of it', () => {
    const gap = paragraph('b1', 'gap', 'Over de praktijk is niets bekend.')
    expect(aspectsTold(document(gap), 'nl')).toEqual({ practice: { blockId: 'b1', gap: true } })
    expect(aspectsTold(document(gap, fact('b2', 'In de praktijk gebeurt het.')), 'nl')).toEqual({
      practice: { blockId: 'b2', gap: false },
    })
  })

  it('is not a heading, nor another language', () => {
    expect(aspectsTold(document({ type: 'heading', attrs: { id: 'b1', level: 3 }, content: [text('De wet')] }), 'nl')).toEqual({})
    expect(aspectsTold(document(fact('b1', 'The law forbids this.')), 'en')).toMatchObject({ law: { blockId: 'b1' } })
  })
})
