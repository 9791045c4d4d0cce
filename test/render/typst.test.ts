import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gridOf } from '#editor/render/grid.ts'
import { typstString } from '#editor/render/typst-code.ts'
import { renderTypst } from '#editor/render/typst.ts'
import { compilePdf } from '#app/services/releases/compile-pdf.server.ts'
import type { DocumentNode } from '#schemas/document.ts'
import type { ReleaseContent } from '#schemas/release.ts'
import { citation, ids, item, paragraph, sampleRelease, secrets, secretSentence, text } from './sample.ts'

const { resolve } = createRequire(import.meta.url)
const fontPaths = ['source-serif-4', 'source-sans-3', 'noto-naskh-arabic'].map((name) =>
  dirname(resolve(`@expo-google-fonts/${name}/package.json`)),
)
const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths }], workspace: '/no-files' })
/** The elements of one kind in the set text, as Typst sees them. */
const elements = (content: ReleaseContent, selector: string): Record<string, unknown>[] =>
  compiler.query({ mainFileContent: renderTypst(content) }, { selector })
const textOf = (value: unknown): string =>
  Array.isArray(value)
    ? value.map(textOf).join('')
    : typeof value === 'object' && value !== null
      ? Object.entries(value)
          .filter(([key]) => ['text', 'children', 'child', 'body'].includes(key))
          .map(([, inside]) => textOf(inside))
          .join('')
      : typeof value === 'string'
        ? value
        : ''

const traps = [
  '#read("/etc/hostname")',
  '"; #panic("raak") //',
  '\\"; #panic("raak")',
  '\\',
  '\\\\"',
  '*vet* _schuin_ `code` $x^2$ = Kop',
  '] [ ) ( } {',
  '<fn-1> @fn-1 /* // ',
  'a\u0000b\u001fc\ud800d\ufffee',
  'regel\r\neen\u2028twee\ttab',
  'https://example.org/#a"b',
  '\u202eomgekeerd',
]

describe('a release as Typst and PDF', () => {
  it('writes the same Typst for the same release', async () => {
    await expect(renderTypst(sampleRelease(), { hash: 'abc123' })).toMatchFileSnapshot('golden-typst.typ')
  })

  it('is set as PDF/UA-1 in the report’s language, with title, day and Arabic letters', async () => {
    const pdf = (await compilePdf(renderTypst(sampleRelease(), { hash: 'abc123' }))).toString('latin1')
    expect(pdf).toMatch(/<pdfuaid:part>1</)
    expect(pdf).toMatch(/\/Lang\s*\(nl-NL\)/)
    expect(pdf).toContain('SYR-2026-1')
    expect(pdf).toContain('2026-11-23')
    expect(pdf).toContain('NotoNaskhArabic')
    expect(pdf).toContain('SourceSerif4')
    const english = await compilePdf(renderTypst(sampleRelease(undefined, { language: 'en', notice: null })))
    expect(english.toString('latin1')).toMatch(/\/Lang\s*\(en-GB\)/)
  })

  it('has headings with the report’s own numbers, no level skipped', () => {
    const headings = elements(
      sampleRelease([
        { type: 'heading', attrs: { level: 4 }, content: [text('Meteen diep')] },
        { type: 'heading', attrs: { level: 3 } },
        { type: 'heading', attrs: { level: 3 }, content: [text('Weer hoog')] },
      ]),
      'heading',
    )
    expect(headings.map(({ level, body }) => [level, textOf(body)]).slice(1)).toEqual([
      [1, '3 Mensenrechten'],
      [2, '3.2 Militaire dienst'],
      [3, 'Meteen diep'],
      [3, 'Weer hoog'],
      [1, 'Bronnen'],
    ])
  })

  it('takes no written text for markup or code', async () => {
    const random = fc.sample(fc.string({ unit: 'grapheme-ascii', minLength: 1 }), { numRuns: 100, seed: 7 })
    const all = [...traps, ...random]
    const nodes = all.flatMap((trap): DocumentNode[] => [
      paragraph(text(trap), citation(ids.report, { locator: trap, quote: trap })),
      { type: 'heading', attrs: { level: 3 }, content: [text(trap), text('.')] },
      { type: 'bulletList', content: [{ type: 'listItem', content: [{ ...paragraph(text(trap)), attrs: { kind: 'gap' } }] }] },
      paragraph({ type: 'text', text: trap, marks: [{ type: 'bold' }, { type: 'language', attrs: { lang: trap } }] }, text(trap)),
    ])
    const content = {
      ...sampleRelease(nodes, {
        items: { [ids.report]: item({ title: traps.join(' '), publisher: traps[1]!, url: `https://e.org/${traps[2]!}` }) },
        title: traps[1]!,
        notice: traps[2]!,
      }),
    }
    expect((await compilePdf(renderTypst(content, { hash: traps[0] }))).subarray(0, 5).toString()).toBe('%PDF-')
    // Chapter, section and the two lists of contents and sources besides.
    expect(elements(content, 'heading')).toHaveLength(all.length + 4)
    expect(elements(content, 'footnote').length).toBeGreaterThan(traps.length)
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (words) => {
        const literal = typstString(words)
        expect(literal).toMatch(/^"(?:[^"\\\n\r]|\\["\\])*"$/)
      }),
    )
  }, 60_000)

  it('numbers footnotes as the other renditions do, and points back to one that returns', () => {
    const again = citation(ids.report, { locator: 'p. 1' })
    const content = sampleRelease([
      paragraph(text('Een'), again, text(' twee'), citation(ids.report, { locator: 'p. 2' })),
      { type: 'blockquote', content: [paragraph(text('weer'), again)] },
    ])
    const typst = renderTypst(content)
    expect(typst).toContain('#footnote(numbering: _ => "1", <fn-1>);')
    expect(elements(content, 'footnote')).toHaveLength(3)
  })

  it('never names a confidential source', () => {
    const typst = renderTypst(sampleRelease([secretSentence]))
    for (const secret of secrets) expect(typst).not.toContain(secret)
    expect(typst).toContain('Vertrouwelijke bron, 2 maart 2026')
  })

  it('sets tables with header rows, and ragged or overlapping ones too', async () => {
    const cell = (type: string, words: string, attrs = {}): DocumentNode => ({ type, attrs, content: [paragraph(text(words))] })
    const content = sampleRelease([
      {
        type: 'table',
        content: [
          { type: 'tableRow', content: [cell('tableHeader', 'a', { rowspan: 9 }), cell('tableHeader', 'b', { colspan: 3 })] },
          { type: 'tableRow', content: [cell('tableHeader', 'c', { rowspan: 2 }), cell('tableCell', 'd')] },
          { type: 'tableRow', content: [cell('tableCell', 'e', { colspan: 90 })] },
          { type: 'tableRow', content: [] },
        ],
      },
      { type: 'table', content: [] },
      { type: 'table', content: [{ type: 'tableRow', content: [cell('tableHeader', 'alleen')] }] },
    ])
    await compilePdf(renderTypst(content))
    const tables = elements(content, 'table')
    expect(tables).toHaveLength(2)
    for (const words of ['a', 'b', 'c', 'd', 'e']) expect(renderTypst(content)).toContain(`#"${words}";`)
  })

  it('lays every cell in a place of its own', () => {
    const cell = fc.record({ colspan: fc.integer({ min: 1, max: 4 }), rowspan: fc.integer({ min: 1, max: 4 }) })
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 4 }), { minLength: 1, maxLength: 5 }), fc.nat(5), (rows, headerRows) => {
        const whole = rows.map((cells) => ({ cells: cells.map((it) => ({ ...it, id: undefined, header: false, content: [] })) }))
        const grid = gridOf(whole, Math.min(headerRows, rows.length))
        const places = grid.rows.flat().reduce((sum, it) => sum + (it ? it.colspan * it.rowspan : 1), 0)
        expect(places).toBe(grid.columns * rows.length)
        expect(grid.rows.flat().filter(Boolean)).toHaveLength(rows.flat().length)
      }),
    )
  })
})
