import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { withPublicFaces } from '#editor/document/public-face.ts'
import { textOf } from '#editor/render/citations/pieces.ts'
import { shortTitle } from '#editor/render/citations/source-words.ts'
import { entryPieces, footnotePieces } from '#editor/render/citations/styles.ts'
import { bibliographyOf, createFootnotes } from '#editor/render/footnotes.ts'
import { renderText } from '#editor/render/text.ts'
import { CitationAttributes } from '#schemas/document.ts'
import { citationStyles, languages } from '#schemas/vocabulary.ts'
import { citation, ids, item, paragraph, sampleRelease, secretItem, secrets, secretSentence, text } from './sample.ts'

const observatory = item({
  publisher: 'Syrian Observatory for Human Rights (SOHR)',
  title: 'Detention in the north: what changed since the spring',
})
const plain = { locator: 'p. 3', support: 'supports' as const, quote: null }
const full = (style: 'dutch-report' | 'euaa', changes = {}, language: 'nl' | 'en' = 'nl') =>
  textOf(footnotePieces(observatory, { ...plain, ...changes }, { language, style }))
const short = (style: 'dutch-report' | 'euaa', changes = {}, language: 'nl' | 'en' = 'nl') =>
  textOf(footnotePieces(observatory, { ...plain, ...changes }, { language, style, first: 4 }))

describe('the style of Dutch reports', () => {
  it('is full at first mention and short after it, and says where the full one stands', () => {
    expect(full('dutch-report')).toBe(
      'Syrian Observatory for Human Rights (SOHR), Detention in the north: what changed since the spring, 15 januari 2026 (p. 3), https://www.hrw.org/world-report/2026, geraadpleegd op 22 november 2026',
    )
    expect(short('dutch-report', { locator: 'p. 7' })).toBe('SOHR, Detention in the north (p. 7), zie noot 4')
    expect(short('dutch-report', { locator: '' }, 'en')).toBe('SOHR, Detention in the north, see note 4')
  })

  it('keeps in the short form what the source does for the sentence, and the quoted words', () => {
    expect(short('dutch-report', { support: 'contradicts', quote: 'none was released' })).toBe(
      'anders: SOHR, Detention in the north (p. 3), zie noot 4: “none was released”',
    )
  })
})

describe('the style like that of the EU Agency for Asylum', () => {
  it('has the abbreviation, the word url as the link, and the place last', () => {
    expect(full('euaa', {}, 'en')).toBe('SOHR, Detention in the north: what changed since the spring, 15 January 2026, url, p. 3')
    const link = footnotePieces(observatory, plain, { language: 'en', style: 'euaa' }).find((piece) => piece.url)
    expect(link).toEqual({ text: 'url', url: 'https://www.hrw.org/world-report/2026' })
    expect(short('euaa', { locator: 'p. 7' }, 'en')).toBe('SOHR, Detention in the north, 15 January 2026, p. 7')
  })

  it('explains the abbreviation in the list of sources, with address and day of consultation', () => {
    expect(textOf(entryPieces(observatory, 'en', 'euaa'))).toBe(
      'SOHR (Syrian Observatory for Human Rights), Detention in the north: what changed since the spring, 15 January 2026, https://www.hrw.org/world-report/2026, accessed on 22 November 2026',
    )
  })

  it('never makes a link of what is no address of the web', () => {
    const odd = item({ url: 'javascript:alert(1)' })
    const pieces = footnotePieces(odd, plain, { language: 'en', style: 'euaa' })
    expect(pieces.every((piece) => piece.url === undefined)).toBe(true)
    expect(textOf(pieces)).not.toContain(', url,')
  })
})

describe('every style', () => {
  const secretCiting = { locator: secrets[3]!, quote: secrets[4]!, support: 'supports' as const }

  it.each(citationStyles)('%s says of a confidential source only that it is one, and its date, first and later', (style) => {
    for (const first of [undefined, 1]) {
      expect(textOf(footnotePieces(secretItem, secretCiting, { language: 'nl', style, first }))).toBe(
        'Vertrouwelijke bron, 2 maart 2026',
      )
    }
    expect(textOf(entryPieces(secretItem, 'en', style))).toBe('Confidential source, 2 March 2026')
  })

  it('never says ibid., never an empty part, whatever a record holds', () => {
    const anyItem = fc.record({
      publisher: fc.stringMatching(/^[\w ]*$/),
      title: fc.stringMatching(/^ *[\w ]*\w$/),
      published: fc.constantFrom(null, '2025', '2025-07', '2025-07-03'),
      url: fc.constantFrom(null, 'https://example.org/a', 'ftp://x'),
      accessedOn: fc.constantFrom(null, '2026-01-02'),
      language: fc.constantFrom(null, 'ar', 'mul', 'en'),
    })
    fc.assert(
      fc.property(
        anyItem,
        fc.stringMatching(/^[\w ]*$/),
        fc.constantFrom(...citationStyles),
        fc.constantFrom(...languages),
        fc.constantFrom(undefined, 2),
        (changes, locator, style, language, first) => {
          const pieces = footnotePieces(item(changes), { ...plain, locator }, { language, style, first })
          expect(textOf(pieces).trim()).not.toBe('')
          expect(textOf(pieces)).not.toMatch(/^, /)
          expect(textOf(pieces)).not.toContain(', ,')
        },
      ),
      { numRuns: 300 },
    )
    expect(short('dutch-report') + short('euaa')).not.toMatch(/ibid/i)
  })

  it('shortens a title to what stands before its subtitle, never to nothing', () => {
    expect(shortTitle('Jaarverslag')).toBe('Jaarverslag')
    expect(shortTitle('Syria: a country')).toBe('Syria: a country')
    expect(shortTitle('Detention – what changed')).toBe('Detention')
    expect(shortTitle('a'.repeat(200))).toHaveLength(62)
    expect(shortTitle('woord '.repeat(40)).length).toBeLessThanOrEqual(62)
  })
})

describe('numbering at render', () => {
  const noted = (citationStyle?: 'dutch-report' | 'euaa') => {
    const notes = createFootnotes({ ...sampleRelease(), citationStyle })
    const cite = (changes: Partial<CitationAttributes>) =>
      notes.cite(CitationAttributes.parse({ sourceItemId: ids.report, ...changes }), 'nl').note
    return [cite({ locator: 'p. 1' }), cite({ locator: 'p. 2' }), cite({ locator: 'p. 1' }), cite({ support: 'contradicts' })]
  }

  it('gives the first footnote of an item in full and later ones short, each with its own number', () => {
    const notes = noted('dutch-report')
    expect(notes.map((note) => note.number)).toEqual([1, 2, 1, 3])
    expect(notes[0]!.text).toContain('https://')
    expect(notes[1]!.text).toBe('Human Rights Watch, World Report 2026 (p. 2), zie noot 1')
    expect(notes[3]!.text).toBe('anders: Human Rights Watch, World Report 2026, zie noot 1')
  })

  it('leaves every footnote in full in a release from before there were styles', () => {
    for (const note of noted()) expect(note.text).toContain('https://www.hrw.org/world-report/2026')
  })

  it('has one line in the list of sources for an item that is cited many times', () => {
    const twice = [
      paragraph(text('Een.'), citation(ids.report)),
      paragraph(text('Twee.'), citation(ids.report, { locator: 'x' })),
    ]
    for (const citationStyle of citationStyles) {
      const content = sampleRelease(twice, { citationStyle })
      const entries = bibliographyOf(Object.values(content.items), 'nl', citationStyle).map(textOf)
      expect(entries.filter((entry) => entry.includes('World Report 2026'))).toHaveLength(1)
      expect(renderText(content)).toContain(entries[0])
    }
  })
})

describe('the public face of a document', () => {
  it('keeps of a citation of a confidential source neither the place nor the words, and leaves all else as it is', () => {
    const open = citation(ids.report, { locator: 'p. 3', quote: 'woorden' })
    const document = { type: 'doc' as const, content: [secretSentence, paragraph(text('Open.'), open)] }
    const before = JSON.stringify(document)
    const shown = withPublicFaces(document, (id) => id === ids.secret)
    for (const secret of secrets) expect(JSON.stringify(shown)).not.toContain(secret)
    expect(shown.content[1]).toEqual(document.content[1])
    expect(JSON.stringify(document), 'the text itself is not touched').toBe(before)
  })
})
