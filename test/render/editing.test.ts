import { JSDOM } from 'jsdom'
import { describe, expect, it } from 'vitest'
import { createFootnotes } from '#editor/render/footnotes.ts'
import { renderDocx } from '#editor/render/docx.ts'
import { renderSectionHtml } from '#editor/render/html.ts'
import { renderText } from '#editor/render/text.ts'
import { renderTypst } from '#editor/render/typst.ts'
import { documentsOfRelease } from '#search/documents/release-documents.ts'
import { compilePdf } from '#app/services/releases/compile-pdf.server.ts'
import type { DocumentNode } from '#schemas/document.ts'
import { termsInOrder } from '#editor/glossary/glossary.ts'
import golden from '../editor/golden-2.json'
import { unzip } from '../support/unzip.ts'
import { sampleRelease } from './sample.ts'

const release = () => sampleRelease(golden.content as DocumentNode[])
const words = [
  'Volgens de buren en het leger',
  'vertrokken',
  'vluchtten',
  '[UNHCR, Position on returns, maart 2019, p. 4]',
  '12 maart 2019, Teir Maaleh, Ar Rastan (Homs) (',
  '1 van 1.214 gebeurtenissen',
  'Aantallen per jaar',
]

const termKey = termsInOrder('nl')[0]!.key

describe('everything a text can hold', () => {
  it('is in the HTML, with what is suggested told apart and the caption above its table', () => {
    const sources = release()
    const html = renderSectionHtml({
      document: sources.sections[0]!.document,
      sources,
      footnotes: createFootnotes(sources),
      headingLevel: 3,
      language: 'nl',
    })
    const { body } = new JSDOM(html).window.document
    for (const it of words) expect(body.textContent).toContain(it)
    expect(body.querySelector('table > caption')!.textContent).toBe('Aantallen per jaar')
    expect([...body.querySelectorAll('del')].map((it) => it.textContent)).toEqual([' vluchtten', ' eerst'])
    expect(body.querySelector('ins')!.textContent).toBe(' vertrokken')
    expect(html, 'nothing of comments and redactions').not.toMatch(/0b5ad9f3-6f6c-4a36-9d0a-2f5cf5ef3a04|5\.1\.2\.e/)
  })

  it('leads from words to the threads about them where a draft is read, and to nothing where a thread is unknown', () => {
    const sources = release()
    const comment = (threadId: string) => ({ type: 'comment', attrs: { threadId } })
    const said = (...content: DocumentNode[]) =>
      renderSectionHtml({
        ...{ document: { type: 'doc', content: [{ type: 'paragraph', content }] }, sources, footnotes: createFootnotes(sources) },
        ...{ headingLevel: 3, language: 'nl', termHref: (key) => `/glossary#${key}` },
        threadOn: (id, it) => (id === 'gone' ? undefined : { href: `#${id}`, label: `"${it}" ${id}`, resolved: id === 'done' }),
      })
    const link = (look: string, id: string, text: string) =>
      `<a class="${look}" href="#${id}" aria-label="&quot;${text}&quot; ${id}">${text}</a>`
    expect(said({ type: 'text', text: 'wet', marks: [comment('one')] })).toContain(link('commented', 'one', 'wet'))
    expect(said({ type: 'text', text: 'wet', marks: [comment('done'), comment('gone')] })).toContain(
      link('commented comment-resolved', 'done', 'wet'),
    )
    expect(said({ type: 'text', text: 'wet', marks: [comment('gone')] })).toBe('<p class="block">wet</p>')
    const two = said({ type: 'text', text: 'wet', marks: [comment('one'), comment('two'), { type: 'bold' }] })
    expect(two).toContain('<strong>wet</strong></a><a class="comment-sign" href="#two"')
    const term = said({ type: 'text', text: 'dubbel', marks: [comment('one'), { type: 'term', attrs: { key: termKey } }] })
    const { body } = new JSDOM(term).window.document
    expect(body.querySelector('mark.commented > a.term')!.textContent).toBe('dubbel')
    expect(body.querySelector('a.comment-sign')!.getAttribute('href')).toBe('#one')
    expect(body.querySelectorAll('a a').length).toBe(0)
  })

  it('is in plain text, Word, PDF and the passages of the search index', async () => {
    const text = renderText(release())
    for (const it of words) expect(text).toContain(it)

    const word = unzip(await renderDocx(release(), { hash: 'a'.repeat(64) }))
      .get('word/document.xml')!
      .toString('utf8')
    const said = word.replace(/<[^>]*>/g, '')
    for (const it of words) expect(said).toContain(it)
    expect(word).toContain('<w:strike/>')

    const typst = renderTypst(release())
    for (const it of ['#strike', '#underline', 'Aantallen per jaar', 'UNHCR, Position on returns']) expect(typst).toContain(it)
    expect((await compilePdf(typst)).subarray(0, 5).toString()).toBe('%PDF-')

    const passages = documentsOfRelease(release(), 'r')
      .map((it) => it.text)
      .join('\n')
    for (const it of ['Volgens de buren en het leger', 'Aantallen per jaar', 'UNHCR, Position']) expect(passages).toContain(it)
  })
})
