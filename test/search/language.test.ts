import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { readLanguageData, type LanguageData } from '#search/language/data.ts'
import { fold, tokenise } from '#search/language/fold.ts'
import { highlight } from '#search/language/highlight.ts'
import { makeLanguage, type Language } from '#search/language/language.ts'
import { stemDutch } from '#search/language/stem-dutch.ts'
import { stemEnglish } from '#search/language/stem-english.ts'
import { understand } from '#search/language/understand.ts'
import { editDistance, nearestWord } from '#search/planning/spelling.ts'

let data: LanguageData
let language: Language
beforeAll(async () => {
  data = await readLanguageData()
  language = makeLanguage(data)
})
const conceptsIn = (text: string) => language.concepts(tokenise(text)).map(({ concept }) => concept.key)

describe('words', () => {
  it.each([
    ['Syrië', 'syrie'],
    ['ŞIRNAK', 'sirnak'],
    ['Dāʿish', 'daʿish'],
    ['إدلب', 'ادلب'],
  ])('folds %s to %s', (raw, folded) => expect(fold(raw)).toBe(folded))

  it('parts words at hyphens and slashes, keeps apostrophes within them together, and drops the plural or genitive one', () => {
    expect(tokenise("Dera'a: homo's, IS-K en FGM/C").map((it) => it.word)).toEqual(['deraa', 'homo', 'is', 'k', 'en', 'fgm', 'c'])
  })

  it.each([
    ['vrouwen', 'vrouw'],
    ['veiligheid', 'veilig'],
    ['mogelijkheden', 'mogelijk'],
    ['verkrachtingen', 'verkracht'],
    ['kerken', 'kerk'],
    ['soldaten', 'soldat'],
    ['soldaat', 'soldat'],
    ['bommen', 'bom'],
    ['huwelijks', 'huwelijk'],
  ])('stems the Dutch %s to %s', (word, stem) => expect(stemDutch(word)).toBe(stem))

  it.each([
    ['killings', 'kill'],
    ['parties', 'party'],
    ['churches', 'church'],
    ['attacked', 'attack'],
  ])('stems the English %s to %s', (word, stem) => expect(stemEnglish(word)).toBe(stem))

  it('splits every compound of the test pairs as they say', () => {
    const wrong = data.compounds.testPairs.filter(({ compound, parts }) => language.split(compound).join() !== parts.join())
    expect(wrong).toEqual([])
    expect(data.compounds.testPairs).toHaveLength(139)
  })

  it('never splits the words that must not be split', () => {
    expect(data.compounds.mustNotSplit.filter((word) => language.split(word).length > 0)).toEqual([])
    expect(data.compounds.mustNotSplit).toHaveLength(46)
  })

  it('is not held up by a long string of letters', () => {
    const started = performance.now()
    language.split('mensen'.repeat(2000))
    expect(performance.now() - started).toBeLessThan(50)
  })
})

describe('the thesaurus', () => {
  it('finds the longest label, in any language and spelling', () => {
    expect(conceptsIn('positie van vrouwen')).toEqual(['position-women'])
    expect(conceptsIn('alleenstaande vrouwen')).toEqual(['single-women'])
    expect(conceptsIn('FGM')).toEqual(['fgm'])
    expect(conceptsIn('ختان الإناث')).toEqual(['fgm'])
  })

  it('takes an ambiguous label only as it is written: IS is a group, is a verb; Van a province, van a preposition', () => {
    expect(conceptsIn('een aanslag van IS in Van')).toEqual(['islamic-state', 'adm1-tr-van'])
    expect(conceptsIn('dit is van hem')).toEqual([])
    expect(conceptsIn('Van hem is niets bekend')).toEqual([])
  })

  it('finds by dated words too', () => expect(conceptsIn('meisjesbesnijdenis')).toEqual(['fgm']))

  it('does not take a member of an umbrella for the whole', () => {
    const umbrellas = data.thesaurus.concepts.filter((it) => it.umbrella)
    expect(umbrellas.length).toBeGreaterThan(30)
    expect(conceptsIn('Hawiye')).not.toContain('somali-clans')
    expect(conceptsIn('Somalische clans')).toContain('somali-clans')
  })

  it('has no broader or related key that leads nowhere', () => {
    const keys = new Set(data.thesaurus.concepts.map((it) => it.key))
    const loose = data.thesaurus.concepts
      .flatMap((it) => [it.broader, ...it.related])
      .filter((key) => key !== null && !keys.has(key))
    expect(loose).toEqual([])
  })
})

describe('a query', () => {
  it('is phrases, exclusions and words', () => {
    const understanding = understand(language, '„positie van vrouwen” dienstplicht -Damascus -"in Aleppo"')
    expect(understanding.phrases).toEqual([' positie van vrouwen '])
    expect(understanding.excludedTerms).toEqual(['damascus'])
    expect(understanding.excludedPhrases).toEqual([' in aleppo '])
    expect(understanding.wanted.map((it) => it.text)).toContain('dienstplicht')
  })

  it('says what was understood: parts, synonyms, corrections', () => {
    expect(understand(language, 'veiligheidssituatie').understood).toContain('veiligheidssituatie (veiligheid + situatie)')
    expect(understand(language, 'FGM').understood.join()).toContain('vrouwelijke genitale verminking')
    expect(understand(language, 'Alepo', new Map([['alepo', 'aleppo']])).understood[0]).toBe('Alepo → aleppo')
  })

  it('keeps a hyphen within a word out of exclusion', () => {
    expect(understand(language, 'al-Hasakah').excludedTerms).toEqual([])
  })

  it('never throws and never asks for more than a bounded number of things', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary', maxLength: 3000 }), fc.string({ unit: 'grapheme', maxLength: 400 })),
        (query) => {
          const { wanted, phrases, excludedTerms } = understand(language, query)
          for (const phrase of phrases) expect(phrase).toMatch(/^ [\p{L}\p{N} ]+ $/u)
          for (const term of excludedTerms) expect(term).toMatch(/^[\p{L}\p{N}]+$/u)
          expect(wanted.length).toBeLessThanOrEqual(48)
        },
      ),
      { numRuns: 300 },
    )
  })
})

describe('typing errors', () => {
  it('counts letters too many, too few, wrong and swapped', () => {
    expect(editDistance('aleppo', 'alepo')).toBe(1)
    expect(editDistance('soldaat', 'sodlaat')).toBe(1)
    expect(editDistance('idlib', 'idlib')).toBe(0)
    expect(editDistance('abc', 'xyz')).toBe(3)
  })

  it('mends one error, two in a long word, none in the first letter', () => {
    expect(nearestWord('alepo', ['aleppo', 'idlib'])).toBe('aleppo')
    expect(nearestWord('veligheidstuatie', ['veiligheidssituatie'])).toBeUndefined()
    expect(nearestWord('dienstwegeraar', ['dienstweigeraar'])).toBe('dienstweigeraar')
    expect(nearestWord('taraa', ['daraa'])).toBeUndefined()
  })
})

describe('highlighted lines', () => {
  it('are the text itself in order, at most about 300 characters, with the matches in segments of their own', () => {
    const words = fc.constantFrom('vrouwen', 'en', '<b>', 'mannen', 'ontvoerd', '…', 'wegen.')
    fc.assert(
      fc.property(fc.array(words, { maxLength: 200 }), (parts) => {
        const text = parts.join(' ')
        const lines = highlight(language, text, new Set(['vrouw', 'ontvoerd']))
        const shown = lines.map((it) => it.text).join('')
        expect(shown.length).toBeLessThan(345)
        for (const { text: piece, match } of lines) if (match) expect(['vrouwen', 'ontvoerd']).toContain(piece)
        if (/vrouwen|ontvoerd/.test(text)) expect(lines.some((it) => it.match)).toBe(true)
        if (text.length <= 300) expect(shown).toBe(text)
      }),
      { numRuns: 200 },
    )
  })
})
