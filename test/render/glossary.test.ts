// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import { createFootnotes } from '#editor/render/footnotes.ts'
import { withTerms } from '#editor/render/glossary.ts'
import { renderSectionHtml } from '#editor/render/html.ts'
import { renderReleaseHtml } from '#editor/render/release-html.ts'
import { renderDocx } from '#editor/render/docx.ts'
import { renderTypst } from '#editor/render/typst.ts'
import type { DocumentNode } from '#schemas/document.ts'
import { unzip } from '../support/unzip.ts'
import { sampleRelease } from './sample.ts'

const term = (words: string, key: string): DocumentNode => ({
  type: 'text',
  text: words,
  marks: [{ type: 'term', attrs: { key } }],
})
const nodes: DocumentNode[] = [
  {
    type: 'paragraph',
    attrs: { id: 'b0000000001', kind: 'fact' },
    content: [term('Foltering', 'torture'), { type: 'text', text: ' en ' }, term('iets', 'of-later'), term(' meer', 'torture')],
  },
]
const release = sampleRelease(nodes)
const definition = 'Het opzettelijk toebrengen van hevige pijn'

describe('terms in what is rendered', () => {
  it('link to their definition on a page, are plain words where none is known, or where nobody says where it is', () => {
    const html = (termHref?: (key: string) => string) =>
      renderSectionHtml({
        ...{ document: release.sections[0]!.document, sources: release, language: 'nl', headingLevel: 3 },
        footnotes: createFootnotes(release),
        ...(termHref && { termHref }),
      })
    const links = [
      ...new DOMParser().parseFromString(
        html((key) => `/glossary#${key}`),
        'text/html',
      ).links,
    ]
    expect(links.map((link) => [link.getAttribute('href'), link.dataset.term, link.textContent])).toEqual([
      ['/glossary#torture', 'torture', 'Foltering'],
      ['/glossary#torture', 'torture', ' meer'],
    ])
    expect(html()).not.toContain('<a')
    expect(html()).toContain('Foltering en iets meer')
  })

  it('are explained once at the end of the HTML file, where their words lead to', () => {
    const page = new DOMParser().parseFromString(renderReleaseHtml(withTerms(release)), 'text/html')
    const [link] = page.querySelectorAll<HTMLAnchorElement>('a.term')
    const explained = page.querySelectorAll(link!.getAttribute('href')!)
    expect([explained.length, explained[0]!.textContent]).toEqual([1, expect.stringContaining(definition)])
    expect([...page.querySelectorAll('h2')].map((it) => it.textContent)).toContain('Begrippen')
    expect(page.querySelector('nav')!.textContent).toContain('Begrippen')
  })

  it('are explained in the PDF and the Word file', async () => {
    expect(renderTypst(withTerms(release))).toContain(definition)
    const word = unzip(await renderDocx(withTerms(release), {}))
      .get('word/document.xml')!
      .toString('utf8')
    expect(word).toContain(definition)
  })

  it('leave a release that uses none as it is', () => {
    const plain = sampleRelease()
    expect(withTerms(plain)).toBe(plain)
  })
})
