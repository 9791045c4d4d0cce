// @vitest-environment jsdom
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createFootnotes, renderBibliographyHtml, renderFootnotesHtml } from '#editor/render/footnotes.ts'
import { textOf } from '#editor/render/citations/pieces.ts'
import { footnotePieces } from '#editor/render/citations/styles.ts'
import type { Citing } from '#editor/render/citations/source-words.ts'
import type { CitedItem } from '#schemas/release.ts'
import type { Language } from '#schemas/vocabulary.ts'
import { renderSectionHtml } from '#editor/render/html.ts'
import { renderReleaseHtml } from '#editor/render/release-html.ts'
import { renderText } from '#editor/render/text.ts'
import type { DocumentNode } from '#schemas/document.ts'
import { citation, figures, ids, item, paragraph, sampleRelease, secretItem, secrets, secretSentence, text } from './sample.ts'

const parsed = (html: string) => new DOMParser().parseFromString(html, 'text/html')

const footnoteText = (of: CitedItem, citing: Citing, language: Language) =>
  textOf(footnotePieces(of, citing, { language, style: undefined }))

const section = (nodes: DocumentNode[], changes = {}) => {
  const sources = sampleRelease()
  const footnotes = createFootnotes(sources)
  const document = { type: 'doc' as const, content: nodes }
  const html = renderSectionHtml({ document, sources, footnotes, headingLevel: 3, language: 'nl', ...changes })
  return { html, dom: parsed(html).body, footnotes }
}

describe('a section as HTML', () => {
  it('gives every block its anchor, and says in words what is a synthesis, a quotation or a gap', () => {
    const { dom } = section(sampleRelease().sections[0]!.document.content)
    expect(dom.querySelector('p#b0000000002')!.className).toBe('block block-synthesis')
    expect([...dom.querySelectorAll('.block-label')].map((it) => it.textContent)).toEqual([
      'Samenvatting',
      'Kennislacune',
      'Citaat',
    ])
    expect(dom.querySelector('h3#b0000000001')!.textContent).toBe('Wetgeving')
    expect(dom.querySelector('[lang=ar][dir=rtl]')!.textContent).toBe('نقض')
    expect(dom.querySelector('blockquote#b0000000016')).toBeTruthy()
  })

  it('shows an incident only with what it is against the whole, with limits and source', () => {
    const { dom } = section(sampleRelease().sections[0]!.document.content)
    const words = dom.querySelector('aside.incident')!.textContent
    expect(words).toContain('Teir Maaleh, Ar Rastan (Homs)')
    expect(words).toContain('laagste 3 – beste 5 – hoogste 8')
    expect(words).toContain('1 van 1.214 gebeurtenissen')
    expect(words).toContain('tegen 1.480 in de gelijke periode ervoor, 1 januari – 30 november 2018 (−18 %)')
    expect(words).toContain(figures.limits)
    expect(words).toContain(figures.datasetCitation)
  })

  it('gives the reason where an incident has no figures, and no record without its card', () => {
    const incident = { type: 'incident', attrs: { incidentId: ids.incident, contextCardId: ids.card } }
    const reason = { id: ids.card, incidentId: ids.incident, figures: null, note: '', noContextReason: 'Geen eerdere periode.' }
    const sources = { ...sampleRelease(), cards: { [ids.card]: reason } }
    expect(section([incident], { sources }).dom.textContent).toContain('Geen cijfers over het geheel: Geen eerdere periode.')
    const without = section([incident], { sources: { ...sources, cards: {} } }).dom.textContent
    expect(without).toBe('De gegevens van dit incident ontbreken.')
  })

  it('marks column and row headers and keeps the top rows of only headers together', () => {
    const cell = (type: string, words: string, attrs = {}) => ({ type, attrs, content: [paragraph(text(words))] })
    const { dom } = section([
      {
        type: 'table',
        content: [
          { type: 'tableRow', content: [cell('tableHeader', 'Jaar'), cell('tableHeader', 'Doden', { colspan: 2 })] },
          { type: 'tableRow', content: [cell('tableHeader', '2019'), cell('tableCell', '1'), cell('tableCell', '2')] },
        ],
      },
    ])
    expect([...dom.querySelectorAll('th')].map((it) => it.scope)).toEqual(['col', 'colgroup', 'row'])
    expect(dom.querySelectorAll('thead tr')).toHaveLength(1)
    expect(dom.querySelector('thead th[colspan="2"]')).toBeTruthy()
  })

  it('keeps the text of nodes it does not know, block or inline', () => {
    const { dom } = section([
      { type: 'sidebar', content: [paragraph(text('binnen')), { type: 'text', text: 'los' }] },
      { type: 'poem', content: [{ type: 'verse', text: 'vers' }] },
      paragraph({ type: 'mention', content: [text('genoemd')] }, text(' en verder')),
      { type: 'bulletList', content: [paragraph(text('zonder punt'))] },
      { type: 'embed', text: 'ingesloten', content: [paragraph(text('kind'))] },
    ])
    for (const words of ['binnen', 'los', 'vers', 'genoemd en verder', 'zonder punt', 'ingesloten', 'kind']) {
      expect(dom.textContent).toContain(words)
    }
  })

  it('lets no written text become markup', () => {
    const nasty = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '<script>alert(1)</script>',
        '"><img src=x onerror=alert(1)>',
        "' onclick='",
        '</style>',
        '<!--',
        ']]>',
        '&lt;',
      ),
    )
    fc.assert(
      fc.property(nasty, nasty, nasty, (words, locator, title) => {
        const content = sampleRelease(
          [
            {
              type: 'paragraph',
              attrs: { id: words, kind: words },
              content: [
                { type: 'text', text: words || '-', marks: [{ type: 'language', attrs: { lang: locator } }] },
                citation(ids.report, { locator, quote: words, support: title }),
              ],
            },
          ],
          { items: { [ids.report]: item({ title, url: `javascript:alert(1)//${title}`, publisher: words, language: locator }) } },
        )
        const document = parsed(renderReleaseHtml({ ...content, title, notice: words }, { hash: locator }))
        expect(
          document.querySelector('script, img, [onclick], [onerror], main a[href^="javascript"], footer a[href^="j"]'),
        ).toBeNull()
        expect(document.querySelectorAll('main p.block')).toHaveLength(1)
        const shown = (value: string) => value.replace(/(?![\t\n\r])\p{Cc}|\p{Cs}|\p{Noncharacter_Code_Point}/gu, '\uFFFD')
        const spaces = (value: string) => value.replace(/\s+/g, ' ').trim()
        expect(spaces(document.querySelector('main p.block')!.textContent)).toBe(spaces(`${shown(words || '-')}1`))
      }),
      { numRuns: 40 },
    )
  })
})

describe('footnotes', () => {
  it('are numbered in reading order over all sections, and the same reference keeps its number', () => {
    const sources = sampleRelease()
    const footnotes = createFootnotes(sources)
    const one = (...nodes: DocumentNode[]) =>
      renderSectionHtml({
        document: { type: 'doc', content: [paragraph(...nodes)] },
        ...{ sources, footnotes, headingLevel: 3, language: 'nl' },
      })
    one(citation(ids.report, { locator: 'p. 1' }), citation(ids.report, { locator: 'p. 2' }))
    const second = one(
      citation(ids.report, { locator: 'p. 1' }),
      citation(ids.report, { locator: 'p. 1', support: 'contradicts' }),
    )
    expect(second).toContain('<sup class="fn"><a id="fnref-1-2" href="#fn-1" aria-label="voetnoot 1">1</a></sup>')
    expect(footnotes.list().map(({ number, itemId }) => [number, itemId])).toEqual([1, 2, 3].map((it) => [it, ids.report]))
    const dom = parsed(renderFootnotesHtml(footnotes))
    expect([...dom.querySelectorAll('#fn-1 .fn-back')].map((it) => it.getAttribute('href'))).toEqual(['#fnref-1-1', '#fnref-1-2'])
    expect(dom.querySelectorAll('ol > li')).toHaveLength(3)
  })

  it('read as Dutch reports write them', () => {
    expect(footnoteText(item(), { locator: 'p. 3', support: 'supports' }, 'nl')).toBe(
      'Human Rights Watch, World Report 2026, 15 januari 2026 (p. 3), https://www.hrw.org/world-report/2026, geraadpleegd op 22 november 2026',
    )
    expect(
      footnoteText(item({ published: '2025-07', url: null, accessedOn: null }), { locator: '', support: 'supports' }, 'nl'),
    ).toBe('Human Rights Watch, World Report 2026, juli 2025')
    expect(
      footnoteText(item({ published: null, url: null }), { locator: '§ 4', support: 'contradicts', quote: 'no' }, 'nl'),
    ).toBe('anders: Human Rights Watch, World Report 2026, z.d. (§ 4), geraadpleegd op 22 november 2026: “no”')
    expect(footnoteText(item({ url: null }), { locator: '', support: 'context' }, 'en')).toBe(
      'for context: Human Rights Watch, World Report 2026, 15 January 2026, accessed on 22 November 2026',
    )
  })

  it('say of a confidential source only that it is one, and its date', () => {
    const citing = { locator: secrets[3]!, quote: secrets[4]!, support: 'supports' as const }
    expect(footnoteText(secretItem, citing, 'nl')).toBe('Vertrouwelijke bron, 2 maart 2026')
    expect(footnoteText(secretItem, { ...citing, support: 'contradicts' }, 'en')).toBe(
      'to the contrary: Confidential source, 2 March 2026',
    )
    expect(renderBibliographyHtml([secretItem, item()], 'nl')).toMatch(
      /Human Rights Watch.*<li>Vertrouwelijke bron, 2 maart 2026<\/li>/,
    )
  })

  it('say so when a source is gone, without breaking the text', () => {
    const { html, footnotes } = section([paragraph(text('Een zin'), citation('nergens'))])
    expect(html).toContain('Een zin<sup')
    expect(footnotes.list()[0]!.text).toBe('Bron niet gevonden')
  })
})

describe('a release as one HTML file or plain text', () => {
  it('has title, notice, contents, dates, questions, footnotes, sources and hash', () => {
    const document = parsed(renderReleaseHtml(sampleRelease(), { hash: 'abc123' }))
    expect(document.documentElement.lang).toBe('nl')
    expect(document.querySelectorAll('h1')).toHaveLength(1)
    expect([...document.querySelectorAll('h1, h2, h3, h4')].map((it) => `${it.tagName} ${it.textContent}`)).toEqual([
      'H1 Algemeen ambtsbericht Syrië',
      'H2 Inhoud',
      'H2 3 Mensenrechten',
      'H3 3.2 Militaire dienst',
      'H4 Wetgeving',
      'H2 Voetnoten',
      'H2 Bronnen',
    ])
    for (const link of document.querySelectorAll('a[href^="#"]')) {
      expect(document.getElementById(link.getAttribute('href')!.slice(1)), link.outerHTML).toBeTruthy()
    }
    const words = document.body.textContent
    for (const part of [
      'Demonstratietekst – geen ambtsbericht',
      'abc123',
      'Stand op 1 november 2026',
      'Wat zegt de wet over desertie?',
    ]) {
      expect(words).toContain(part)
    }
  })

  it('never names a confidential source', () => {
    const content = sampleRelease([secretSentence])
    for (const rendition of [renderReleaseHtml(content), renderText(content)]) {
      for (const secret of secrets) expect(rendition).not.toContain(secret)
      expect(rendition).toContain('Vertrouwelijke bron, 2 maart 2026')
    }
  })

  it('reads as plain text', async () => {
    await expect(renderText(sampleRelease(), { hash: 'abc123' })).toMatchFileSnapshot('golden-text.txt')
  })
})
