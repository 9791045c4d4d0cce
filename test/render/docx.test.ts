// @vitest-environment jsdom
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { renderDocx } from '#editor/render/docx.ts'
import type { DocumentNode } from '#schemas/document.ts'
import type { ReleaseContent } from '#schemas/release.ts'
import { unzip } from '../support/unzip.ts'
import { citation, figures, ids, item, paragraph, sampleRelease, secrets, secretSentence, text } from './sample.ts'

/** The document's parts as XML; every part must be well-formed. */
async function open(content: ReleaseContent) {
  const files = unzip(await renderDocx(content, { hash: 'a'.repeat(64) }))
  const parts = new Map<string, Document>()
  for (const [name, file] of files) {
    if (!/\.(xml|rels)$/.test(name)) continue
    const xml = new DOMParser().parseFromString(file.toString('utf8'), 'application/xml')
    if (xml.querySelector('parsererror')) throw new Error(`${name} is not well-formed`)
    parts.set(name, xml)
  }
  const part = (name: string) => parts.get(`word/${name}.xml`) as Document
  const all = (name: string, tag: string) => [...part(name).getElementsByTagName(tag)]
  const paragraphs = (name = 'document') =>
    all(name, 'w:p').map((it) => ({
      style: it.getElementsByTagName('w:pStyle')[0]?.getAttribute('w:val') ?? '',
      text: [...it.getElementsByTagName('w:t')].map((run) => run.textContent).join(''),
    }))
  const everything = [...files.values()].map((file) => file.toString('utf8')).join('\n')
  return { files, part, all, paragraphs, everything }
}
const release = (...nodes: DocumentNode[]) => sampleRelease(nodes)

describe('a release as a Word document', () => {
  it('has Word’s own headings with the report’s numbers, its language, and the notice and page number on every page', async () => {
    const docx = await open(sampleRelease())
    const headings = docx.paragraphs().filter(({ style }) => /^(Title|Heading\d)$/.test(style))
    expect(headings.slice(0, 4)).toEqual([
      { style: 'Title', text: 'Algemeen ambtsbericht Syrië' },
      { style: 'Heading1', text: '3 Mensenrechten' },
      { style: 'Heading2', text: '3.2 Militaire dienst' },
      { style: 'Heading3', text: 'Wetgeving' },
    ])
    const language = docx.all('styles', 'w:docDefaults')[0]?.getElementsByTagName('w:lang')[0]
    expect(language?.getAttribute('w:val')).toBe('nl-NL')
    expect(docx.paragraphs('header1')[0]?.text).toContain('Demonstratietekst – geen ambtsbericht')
    expect(docx.all('footer1', 'w:instrText').map((it) => it.textContent)).toEqual(['PAGE', 'NUMPAGES'])
    expect(docx.paragraphs().map((it) => it.text)).toEqual(
      expect.arrayContaining([expect.stringContaining('Stand op 1 november 2026')]),
    )
  })

  it('numbers footnotes as Word does, and shows a repeated one by its number with a link to the first', async () => {
    const first = citation(ids.report, { locator: 'p. 1' })
    const docx = await open(
      release(
        paragraph(text('Eén.'), first, text(' Twee.'), citation(ids.report, { locator: 'p. 2' })),
        paragraph(text('Weer één.'), first),
      ),
    )
    expect(docx.all('document', 'w:footnoteReference').map((it) => it.getAttribute('w:id'))).toEqual(['1', '2'])
    const notes = docx.paragraphs('footnotes').map((it) => it.text.trim())
    expect(notes.filter((it) => it.includes('Human Rights Watch'))).toEqual([
      expect.stringContaining('(p. 1)'),
      expect.stringContaining('(p. 2)'),
    ])
    const repeated = docx.all('document', 'w:hyperlink').find((it) => it.getAttribute('w:anchor') === 'fn_1')
    expect(repeated?.textContent).toBe('1')
    const names = docx.all('document', 'w:bookmarkStart').map((it) => it.getAttribute('w:name'))
    expect(names).toContain('fn_1')
    const anchors = docx.all('document', 'w:hyperlink').flatMap((it) => it.getAttribute('w:anchor') ?? [])
    expect(anchors.filter((anchor) => !names.includes(anchor))).toEqual([])
  })

  it('restarts every numbered list and keeps its first number; items of lists in lists go deeper', async () => {
    const list = (start: number, ...items: DocumentNode[]): DocumentNode => ({
      type: 'orderedList',
      attrs: { start },
      content: items.map((it) => ({ type: 'listItem', content: [it] })),
    })
    const nested = { type: 'listItem', content: [paragraph(text('c')), list(1, paragraph(text('d')))] }
    const docx = await open(
      release(list(1, paragraph(text('a'))), list(5, paragraph(text('b'))), { type: 'bulletList', content: [nested] }),
    )
    const marks = docx.all('document', 'w:numPr').map((it) => ({
      level: it.getElementsByTagName('w:ilvl')[0]?.getAttribute('w:val'),
      list: it.getElementsByTagName('w:numId')[0]?.getAttribute('w:val'),
    }))
    expect(marks.map(({ level }) => level)).toEqual(['0', '0', '0', '1'])
    expect(new Set(marks.map(({ list }) => list)).size).toBe(4)
    expect(docx.all('numbering', 'w:start').map((it) => it.getAttribute('w:val'))).toContain('5')
  })

  it('repeats a table’s header row, keeps spans, and ends every cell in a paragraph', async () => {
    const cell = (type: string, attrs: object, ...content: DocumentNode[]) => ({ type, attrs: { ...attrs }, content })
    const docx = await open(
      release({
        type: 'table',
        content: [
          { type: 'tableRow', content: [cell('tableHeader', { colspan: 2 }, paragraph(text('Jaar en doden')))] },
          {
            type: 'tableRow',
            content: [cell('tableCell', { rowspan: 9 }, paragraph(text('2019'))), cell('tableCell', {}, paragraph(text('1')))],
          },
          { type: 'tableRow', content: [cell('tableCell', {})] },
          { type: 'tableRow', content: [] },
        ],
      }),
    )
    const repeated = docx.all('document', 'w:tblHeader').map((it) => it.getAttribute('w:val') !== 'false')
    expect(repeated).toEqual([true, false, false])
    expect(docx.all('document', 'w:gridSpan')[0]?.getAttribute('w:val')).toBe('2')
    expect(docx.all('document', 'w:vMerge').length).toBe(2)
    expect(docx.all('document', 'w:tr').length).toBe(3)
    for (const it of docx.all('document', 'w:tc')) expect(it.lastElementChild?.tagName).toBe('w:p')
  })

  it('says in words what is a synthesis or a gap, marks Arabic, and shows an incident only in its context', async () => {
    const docx = await open(sampleRelease())
    const styles = docx.paragraphs()
    expect(styles.find(({ style }) => style === 'Synthesis')?.text).toMatch(/^Samenvatting: /)
    expect(styles.find(({ style }) => style === 'Gap')?.text).toMatch(/^Kennislacune: /)
    const arabic = docx.all('document', 'w:r').find((it) => it.textContent === 'نقض')
    expect(arabic?.getElementsByTagName('w:rtl').length).toBe(1)
    expect(arabic?.getElementsByTagName('w:lang')[0]?.getAttribute('w:bidi')).toBe('ar')
    const incident = styles.filter(({ style }) => style === 'Incident').map((it) => it.text)
    expect(incident.join('\n')).toContain('1 van 1.214 gebeurtenissen')
    expect(incident.join('\n')).toContain(figures.limits)
  })

  it('holds nothing of a confidential source but that it is one, and its date', async () => {
    const { everything } = await open(release(secretSentence))
    for (const secret of secrets) expect(everything).not.toContain(secret)
    expect(everything).toContain('Vertrouwelijke bron, 2 maart 2026')
  })

  it('keeps the text of what it does not know, also in deep lists and empty shells', async () => {
    let deep: DocumentNode = paragraph(text('bodem'))
    for (let level = 0; level < 12; level++) {
      deep = { type: level % 2 ? 'bulletList' : 'orderedList', content: [{ type: 'listItem', content: [deep] }] }
    }
    const docx = await open(
      release(
        deep,
        { type: 'sidebar', content: [paragraph(text('binnen'))] },
        { type: 'table', content: [] },
        { type: 'bulletList' },
      ),
    )
    const words = docx.paragraphs().map((it) => it.text)
    expect(words).toEqual(expect.arrayContaining(['bodem', 'binnen']))
  })

  it('lets no written text become markup, whatever it is', async () => {
    const nasty = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('</w:t><w:instrText>DDEAUTO c:\\cmd', ']]>', '<!--', '&lt;', '\u0000\u0007\ud800', '"/><x'),
    )
    await fc.assert(
      fc.asyncProperty(nasty, nasty, nasty, async (words, locator, title) => {
        const content = sampleRelease([paragraph(text(words || '-'), citation(ids.report, { locator, quote: words }))], {
          items: {
            [ids.report]: item({
              title,
              publisher: words,
              url: `https://x.example/${encodeURIComponent(Buffer.from(locator).toString('hex'))}`,
            }),
          },
        })
        const docx = await open({ ...content, title, notice: words })
        expect(docx.all('document', 'w:instrText').length).toBe(0)
        const shown = (value: string) => value.replace(/(?![\t\n\r])\p{Cc}|\p{Cs}|\p{Noncharacter_Code_Point}/gu, '\uFFFD')
        const lines = (value: string) => value.replace(/\r\n?/g, '\n')
        expect(docx.paragraphs().map((it) => it.text)).toContain(lines(shown(words || '-')))
      }),
      { numRuns: 25 },
    )
  }, 60_000)
})
