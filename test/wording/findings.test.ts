import { describe, expect, it } from 'vitest'
import { openingOf, wordingFindings } from '#editor/checks/question-wording/find.ts'
import given from './given.nl.json' with { type: 'json' }

const kinds = (text: string, language: 'nl' | 'en' = 'nl') =>
  [...new Set(wordingFindings(text, language).map((it) => it.kind))].sort()

describe('the wording of a question', () => {
  it.each(given)('is judged as its label says: $question', ({ question, kinds: labels }) => {
    expect(kinds(question)).toEqual([...labels].sort())
  })

  it('tells where a finding stands, why, and how else, in both languages', () => {
    const text = 'Hoe gaat het regime om met critici?'
    const [finding, ...more] = wordingFindings(text, 'nl')
    expect(more).toEqual([])
    expect(finding).toMatchObject({
      rule: 'nl.leading.loaded-term',
      kind: 'leading',
      from: 13,
      to: 19,
      excerpt: 'regime',
      passage: text,
    })
    expect(text.slice(finding!.from, finding!.to)).toBe(finding!.excerpt)
    for (const words of [finding!.why, finding!.suggestion]) expect(words.nl && words.en).toBeTruthy()
  })

  it('is open, closed, or neither can be said', () => {
    expect(openingOf('Hoe leven bekeerlingen?', 'nl')).toBe('open')
    expect(openingOf('Is er opvang?', 'nl')).toBe('closed')
    expect(openingOf('De positie van vrouwen.', 'nl')).toBe('unknown')
    expect(openingOf('Can women file a complaint?', 'en')).toBe('closed')
  })
})
