import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainText } from '#app/services/sources/references/bibtex-text.ts'
import { largestFile, mostEntries, parseReferences } from '#app/services/sources/references/parse-references.ts'
import { partialDate } from '#app/services/sources/references/reference-fields.ts'

const places = (text: string) => parseReferences(text).problems.map(({ line, entry, code }) => [line, entry, code])

const ris = `TY  - RPRT
TI  - Detention in the north:
      what changed
PB  - Syrian Observatory for Human Rights (SOHR)
AU  - Someone, A.
DA  - 2025/07/03/
UR  - https://example.org/report?utm_source=mail
LA  - en
Y2  - 2026/11/01
ER  - 

TY  - JOUR
T1  - An article
JF  - Journal of Something
AU  - Author, First
AU  - Author, Second
PY  - 2024
DO  - https://doi.org/10.1000/ABC
ER  - `

const bibtex = `% exported
@string{acm = "Association"}
@comment{nothing here}
@article{key2024,
  author = {M{\\"u}ller, J. and {\\'E}tienne, A.},
  title  = {{The} {S}yrian question -- a r\\'esum\\'e},
  journal = "Journal of " # acm,
  year = 2024, month = jul, day = 3,
  doi = {10.1000/xyz},
  language = {english},
}
@TechReport(report,
  title = {A report}, institution = {The Institute},
  date = {2025-07}, urldate = {2026-11-01},
  howpublished = {\\url{https://example.org/a\\_b}}
)`

const csl = JSON.stringify(
  [
    {
      id: '1',
      type: 'report',
      title: 'World Report',
      publisher: 'Human Rights Watch',
      issued: { 'date-parts': [[2026, 1, 15]] },
      accessed: { 'date-parts': [['2026', '11', '22']] },
      URL: 'https://www.hrw.org/world-report/2026',
      language: 'en-US',
      author: [{ family: 'A', given: 'B' }],
      'x-unknown': { deep: true },
    },
    {
      type: 'article-newspaper',
      title: 'News',
      'container-title': 'The Paper',
      publisher: 'The Group',
      issued: { raw: '3 July 2025' },
    },
    { type: 'legislation', title: 'Law 1', authority: 'Parliament' },
    { type: 'book', title: 'By a person', author: [{ family: 'De Vries', given: 'A.' }, { literal: 'The Council' }] },
  ],
  null,
  1,
)

describe('a RIS file', () => {
  it('is read in the fields that the register keeps', () => {
    expect(parseReferences(ris)).toEqual({
      format: 'ris',
      total: 2,
      problems: [],
      entries: [
        {
          entry: 1,
          line: 1,
          title: 'Detention in the north: what changed',
          publisher: 'Syrian Observatory for Human Rights (SOHR)',
          kind: 'other',
          published: '2025-07-03',
          accessedOn: '2026-11-01',
          url: 'https://example.org/report',
          doi: null,
          language: 'en',
        },
        {
          entry: 2,
          line: 12,
          title: 'An article',
          publisher: 'Journal of Something',
          kind: 'academic',
          published: '2024',
          accessedOn: null,
          url: 'https://doi.org/10.1000/abc',
          doi: '10.1000/abc',
          language: null,
        },
      ],
    })
  })

  it('says of everything wrong where it is, and goes on with the rest', () => {
    const wrong = [
      'EndNote export',
      'TY  - RPRT',
      'PB  - Bureau',
      'DA  - 2025/13/40',
      'UR  - geen adres',
      'ER  - ',
      'TY  - RPRT',
      'TI  - Zonder einde',
      'TY  - RPRT',
      'TI  - Goed',
      'PB  - Bureau',
      'LA  - Klingon',
      'ER  - ',
      'TY  - RPRT',
    ].join('\r\n')
    expect(places(wrong)).toEqual([
      [1, null, 'text-between'],
      [2, 1, 'no-title'],
      [4, 1, 'malformed-date'],
      [5, 1, 'malformed-address'],
      [7, 2, 'unclosed-entry'],
      [12, 3, 'language-left-out'],
      [14, 4, 'unclosed-entry'],
    ])
    expect(parseReferences(wrong).entries).toMatchObject([{ entry: 3, line: 9, title: 'Goed', language: null }])
  })
})

describe('a BibTeX file', () => {
  it('is read with macros, accents, both kinds of quotes, and BibLaTeX dates', () => {
    expect(parseReferences(bibtex)).toMatchObject({
      format: 'bibtex',
      total: 2,
      problems: [],
      entries: [
        {
          entry: 1,
          line: 4,
          title: 'The Syrian question – a résumé',
          publisher: 'Journal of Association',
          kind: 'academic',
          published: '2024-07-03',
          doi: '10.1000/xyz',
          language: 'en',
        },
        {
          entry: 2,
          line: 12,
          title: 'A report',
          publisher: 'The Institute',
          published: '2025-07',
          accessedOn: '2026-11-01',
          url: 'https://example.org/a_b',
        },
      ],
    })
  })

  it('says which entry is broken, and goes on after it', () => {
    const wrong =
      '@book{a, title = {Open\n}\n@book{b title = {x}}\n@book{c, title = {Goed}, publisher = {P}}\n@misc{d, title = {Dicht}, year = {later}, publisher={Q}}\n@book{e, title = "half'
    expect(places(wrong)).toEqual([
      [1, 1, 'malformed-entry'],
      [3, 2, 'malformed-entry'],
      [5, 4, 'malformed-date'],
      [6, 5, 'unclosed-entry'],
    ])
    expect(parseReferences(wrong).entries).toMatchObject([{ entry: 3, title: 'Goed' }])
  })

  it('writes accents and signs out as letters', () => {
    expect(plainText('{\\"o}\\"{U}\\`e\\^{\\i} \\c{c}\\v s {\\ss}\\o{} \\& 50\\% a--b---c~d {\\{}x{\\}} \\emph{na}')).toBe(
      'öÜèî çš ßø & 50% a–b—c d {x} na'.normalize('NFC'),
    )
  })
})

describe('a CSL-JSON file', () => {
  it('is read, whether a list or an object with one', () => {
    const read = parseReferences(csl)
    expect(read).toMatchObject({
      format: 'csl-json',
      total: 4,
      problems: [],
      entries: [
        {
          line: 2,
          title: 'World Report',
          publisher: 'Human Rights Watch',
          published: '2026-01-15',
          accessedOn: '2026-11-22',
          language: 'en-US',
        },
        { title: 'News', publisher: 'The Paper', kind: 'media', published: '2025-07-03' },
        { title: 'Law 1', publisher: 'Parliament', kind: 'legislation', published: null },
        { title: 'By a person', publisher: 'De Vries, A.; The Council', kind: 'academic' },
      ],
    })
    const inside = parseReferences(`{"items": ${csl}}`)
    expect(inside.entries).toEqual(read.entries)
  })

  it('says at which line it goes wrong', () => {
    expect(places('[\n {"title": "a"},\n {"title": }\n]')).toEqual([[3, null, 'malformed-json']])
    expect(places('[{"title": "a"}\n\n{}]')).toEqual([[3, null, 'malformed-json']])
    expect(places('[{"title": "a"},\n')).toEqual([[2, null, 'malformed-json']])
    expect(places('{"a": 1}')).toEqual([[1, null, 'not-a-list']])
    expect(
      places(
        '[\n {"title": "a, {", "publisher": "b"},\n\n {"title": ["x"]},\n {"title": "c", "publisher": "d", "issued": {"date-parts": [[2025, 2, 30]]}}\n]',
      ),
    ).toEqual([
      [4, 2, 'malformed-entry'],
      [5, 3, 'malformed-date'],
    ])
  })
})

describe('any file', () => {
  it('is refused as a whole when it is nothing, too much or something else', () => {
    expect(places('')).toEqual([[1, null, 'empty']])
    expect(places('[]')).toEqual([[1, null, 'empty']])
    expect(places('Beste collega, hierbij de bronnen.')).toEqual([[1, null, 'unknown-format']])
    expect(places('x'.repeat(largestFile + 1))).toEqual([[1, null, 'too-large']])
    expect(places(JSON.stringify(Array.from({ length: mostEntries + 1 }, () => ({}))))).toEqual([[1, null, 'too-many']])
  })

  it('never makes the reader fail, whatever is done to it', () => {
    const spoiled = fc
      .constantFrom(ris, bibtex, csl)
      .chain((text) =>
        fc
          .tuple(fc.nat(text.length), fc.nat(20), fc.string({ maxLength: 8 }))
          .map(([at, gone, put]) => text.slice(0, at) + put + text.slice(at + gone)),
      )
    fc.assert(
      fc.property(fc.oneof(spoiled, fc.string(), fc.stringMatching(/^@\w{1,5}\{[\w ={}",#]{0,40}$/)), (text) => {
        const { entries, problems, total } = parseReferences(text)
        const lines = text.split(/\r\n|\r|\n/).length
        for (const { line } of [...entries, ...problems]) {
          expect(line).toBeGreaterThan(0)
          expect(line).toBeLessThanOrEqual(lines)
        }
        expect(entries.length).toBeLessThanOrEqual(total)
        expect(entries.length + problems.length, 'nothing is passed over in silence').toBeGreaterThan(text.includes('@') ? -1 : 0)
      }),
      { numRuns: 400 },
    )
  })

  it('takes a megabyte within a second', () => {
    const record = 'TY  - RPRT\nTI  - Titel\nPB  - Bureau\nAB  - ' + 'woord '.repeat(500) + '\nER  - \n'
    const nested = '@book{a, title = {' + '{'.repeat(200_000)
    const began = performance.now()
    expect(parseReferences(record.repeat(250)).entries).toHaveLength(250)
    expect(parseReferences(nested).problems).toHaveLength(1)
    expect(parseReferences('@a{\n'.repeat(250)).problems).toHaveLength(250)
    expect(performance.now() - began).toBeLessThan(2000)
  })
})

describe('a date', () => {
  it.each([
    ['2025', '2025'],
    ['2025-7', '2025-07'],
    ['2025/07/03/', '2025-07-03'],
    ['2025-07-03T10:00:00Z', '2025-07-03'],
    ['3 July 2025', '2025-07-03'],
    ['July 3, 2025', '2025-07-03'],
    ['mei 2025', '2025-05'],
    ['2025///', '2025'],
    ['2025-02-30', undefined],
    ['2025-13', undefined],
    ['25', undefined],
    ['spring 2025', undefined],
  ])('%s is %s', (text, date) => expect(partialDate(text)).toBe(date))
})
