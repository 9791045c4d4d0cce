import { beforeAll, describe, expect, it } from 'vitest'
import { likenessFinder, type Like, type Wording } from '#search/language/likeness.ts'
import { loadLanguage, type Language } from '#search/language/language.ts'
import { standardQuestions } from '../support/terms.ts'
import { likenessPairs } from './likeness-pairs.ts'

const texts = standardQuestions.map((question) => ({ item: question.key, wording: { nl: question.nl, en: question.en } }))
const shown = 5

describe('questions that may ask the same', () => {
  let language: Language
  let find: (wording: Wording) => Like<string>[]
  beforeAll(async () => {
    language = await loadLanguage()
    find = likenessFinder(language, texts)
  })

  it('are found among the first five for 18 of 22 proposals, in Dutch and in English, and none for what nobody asks', () => {
    const asked = likenessPairs.filter(({ key }) => key !== null)
    const found = asked.filter(({ nl, en = '', key }) =>
      find({ nl, en })
        .slice(0, shown)
        .some(({ item }) => item === key),
    )
    expect(`${found.length} of ${asked.length}`).toBe('18 of 22')
    const unasked = likenessPairs.filter(({ key }) => key === null)
    expect(unasked.flatMap(({ nl, en = '' }) => find({ nl, en }))).toEqual([])
  })

  it('show few beside them: fewer than three on average', () => {
    const counts = likenessPairs.map(({ nl, en = '' }) => find({ nl, en }).slice(0, shown).length)
    expect(counts.reduce((sum, count) => sum + count, 0) / counts.length).toBeLessThan(3)
  })

  it('say which words they share, whatever their form, as a part of a compound and across languages', () => {
    const two = (nl: string, en = '') =>
      likenessFinder(language, [{ item: 'a', wording: { nl, en } }])({
        nl: 'Hoe vaak komen kindhuwelijken voor onder vluchtelingen?',
        en: '',
      })
    expect(two('Wat is bekend over het kindhuwelijk van een vluchteling?')[0]?.shared).toEqual(
      expect.arrayContaining([
        { kind: 'word', here: 'kindhuwelijken', there: 'kindhuwelijk' },
        { kind: 'word', here: 'vluchtelingen', there: 'vluchteling' },
      ]),
    )
    expect(two('', 'What is known about child marriage among refugees?')[0]?.shared.map(({ kind }) => kind)).toContain('concept')
    expect(two('Hoe is de positie van journalisten?')).toEqual([])
  })

  it('are not there for a text without words, or among no texts', () => {
    expect(find({ nl: '', en: '' })).toEqual([])
    expect(find({ nl: 'Welke is dat en waarom?', en: '' })).toEqual([])
    expect(likenessFinder(language, [])({ nl: 'Hoe verloopt de dienstplicht?', en: '' })).toEqual([])
  })

  it('put the most alike first, and a question is most like itself', () => {
    for (const { item, wording } of texts.slice(0, 20)) {
      const [first] = find(wording)
      expect(first?.item).toBe(item)
      expect(first?.strength).toBeCloseTo(1)
    }
  })
})
