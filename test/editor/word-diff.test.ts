import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wordDiff } from '#editor/document/word-diff.ts'

const marked = (before: string, after: string) =>
  wordDiff(before, after)
    .map(({ text, change }) => (change === 'same' ? text : change === 'removed' ? `[-${text}-]` : `[+${text}+]`))
    .join('')

describe('the difference between two wordings', () => {
  it('is told word by word, what went before what came in its place', () => {
    expect(marked('Is de situatie verslechterd?', 'Hoe is de situatie veranderd?')).toBe(
      '[-Is-][+Hoe is+] de situatie [-verslechterd-][+veranderd+]?',
    )
  })

  it('takes changed words with only a space between them as one change', () => {
    expect(marked('een twee drie vier', 'een 2 3 vier')).toBe('een [-twee drie-][+2 3+] vier')
  })

  it('says nothing of wordings that are the same, and all of wordings that are not there', () => {
    expect(wordDiff('Wat is bekend?', 'Wat is bekend?')).toEqual([{ text: 'Wat is bekend?', change: 'same' }])
    expect(wordDiff('', 'Nieuw')).toEqual([{ text: 'Nieuw', change: 'added' }])
    expect(wordDiff('Oud', '')).toEqual([{ text: 'Oud', change: 'removed' }])
    expect(wordDiff('', '')).toEqual([])
  })

  it('loses and invents no character, whatever the two texts', () => {
    const text = fc
      .array(fc.constantFrom('de', 'het', ' ', '  ', '\n', '?', ',', 'Lhbtiq+', 'é', '🌍', 'x'))
      .map((it) => it.join(''))
    fc.assert(
      fc.property(text, text, (before, after) => {
        const parts = wordDiff(before, after)
        const side = (change: string) =>
          parts.flatMap((it) => (it.change === 'same' || it.change === change ? it.text : [])).join('')
        expect([side('removed'), side('added')]).toEqual([before, after])
        expect(parts.every((it) => it.text !== '')).toBe(true)
      }),
    )
  })
})
