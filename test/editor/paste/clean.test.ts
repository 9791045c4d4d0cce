// @vitest-environment jsdom
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { nodesOf } from '#editor/document/read.ts'
import { checkDocument } from '#editor/document/schema.ts'
import { cleanHtml } from '#editor/paste/clean.ts'
import { blocksOf } from '#editor/paste/into-section.ts'
import { fitHeadings } from '#editor/paste/structure.ts'
import type { DocumentNode } from '#schemas/document.ts'

const fixture = (name: string) => readFileSync(join(import.meta.dirname, 'fixtures', `${name}.html`), 'utf8')

/** What stands in a section after pasting HTML, checked as the server checks it. */
function pasted(html: string, language = 'nl') {
  const document = new DOMParser().parseFromString(html, 'text/html')
  const cleaned = cleanHtml(document, language)
  fitHeadings(document.body)
  const content = checkDocument({ type: 'doc', content: blocksOf(document.body) }).content
  return { ...cleaned, content, short: content.map(short) }
}

/** A block in short: its type and what is in it; words in bold between stars, in italics between underscores, notes in brackets. */
function short(node: DocumentNode): string {
  const inner = (node.content ?? []).map(short).join('')
  switch (node.type) {
    case 'text': {
      const sign = (type: string, around: string) => (node.marks?.some((mark) => mark.type === type) ? around : '')
      const lang = node.marks?.find((mark) => mark.type === 'language')?.attrs?.lang
      const text = `${sign('bold', '*')}${sign('italic', '_')}${node.text ?? ''}${sign('italic', '_')}${sign('bold', '*')}`
      return lang ? `${String(lang)}:${text}` : text
    }
    case 'footnoteToMatch':
      return `[${String(node.attrs?.text)}]`
    case 'hardBreak':
      return '/'
    case 'paragraph':
      return `p(${inner})`
    case 'heading':
      return `h${String(node.attrs?.level)}(${inner})`
    case 'table':
      return `table(${node.attrs?.caption ? `${String(node.attrs.caption)}: ` : ''}${inner})`
    default:
      return `${node.type}(${inner})`
  }
}

describe('what is pasted from Word', () => {
  const word = pasted(fixture('word'))

  it('keeps headings, lists in lists, quotations, tables with header cells and their caption, and no dress', () => {
    expect(word.origin).toBe('word')
    expect(word.short).toEqual([
      'h3(Dienstplicht)',
      'p(De *dienstplicht* geldt voor mannen van 18 tot 42 jaar.[Human Rights Watch, World Report 2024, hrw.org (https://www.hrw.org/world-report/2024), p. 12.] De term ar:خدمة komt in de wet voor.)',
      'p(Uitstel is mogelijk. Vrijstelling bestaat voor enige zonen.)',
      'h4(Uitzonderingen)',
      'bulletList(listItem(p(enige zonen)bulletList(listItem(p(zolang de vader leeft))))listItem(p(studenten)))',
      'orderedList(listItem(p(eerst aanvragen)))',
      'blockquote(p(“Wie vlucht, wordt gestraft.”))',
      'p(Zie het verslag[https://example.org/verslag?id=3] en paragraaf 3.2.)',
      'table(Tabel 1: boetes: tableRow(tableHeader(p(*Jaar*))tableHeader(p(*Bedrag*)))tableRow(tableCell(p(2024))tableCell(p(8.000 dollar))))',
    ])
  })

  it('says what came along and what did not', () => {
    expect(word).toMatchObject({ notes: 1, links: 1, notesWithoutText: 0 })
    expect(word.leftOut).toEqual({ images: 1, deletions: 1, insertions: 1, comments: 1, objects: 0 })
  })
})

describe('what is pasted from LibreOffice', () => {
  it('keeps structure, languages of words, and notes of more than one paragraph at their place', () => {
    const { origin, short, notes, leftOut } = pasted(fixture('libreoffice'))
    expect(origin).toBe('libreoffice')
    expect(short).toEqual([
      'h3(Dienstplicht)',
      'p(De *dienstplicht* geldt voor mannen.[Wetsdecreet 30 van 2007, artikel 3.] en:_Military service_ heet zij in verslagen.[EUAA, Country guidance. Tweede alinea van de noot.])',
      'orderedList(listItem(p(aanvragen))listItem(p(afwachten)bulletList(listItem(p(soms lang)))))',
      'table(tableRow(tableHeader(p(Jaar))tableHeader(p(Bedrag)))tableRow(tableCell(p(2024))tableCell(p(8.000))))',
      'blockquote(p(Een citaat.))',
    ])
    expect(notes).toBe(2)
    expect(leftOut.images).toBe(1)
  })
})

describe('what is pasted from Google Docs', () => {
  it('is not bold as a whole, has its lists in each other, its notes and the addresses its links really lead to', () => {
    const { origin, short, notes, links, leftOut } = pasted(fixture('google-docs'))
    expect(origin).toBe('google-docs')
    expect(short).toEqual([
      'h3(Dienstplicht)',
      'p(De *dienstplicht*_ geldt_ voor mannen.[Wetsdecreet 30, artikel 3.] Zie dit artikel[https://doi.org/10.1000/xyz123].)',
      'bulletList(listItem(p(enige zonen)bulletList(listItem(p(zolang de vader leeft))))listItem(p(studenten)))',
      'table(tableRow(tableHeader(p(*Jaar*))tableHeader(p(*Bedrag*)))tableRow(tableCell(p(2024))tableCell(p(8.000))))',
    ])
    expect({ notes, links, comments: leftOut.comments }).toEqual({ notes: 1, links: 1, comments: 1 })
  })
})

describe('what is pasted from a web page', () => {
  const web = pasted(fixture('web'), 'en')

  it('has no scripts, frames or forged citations; a note that was not copied along keeps its sign', () => {
    expect(web.short).toEqual([
      'h3(Conscription)',
      'p(Men aged 18 to 42 must serve.[Legislative Decree 30, article 3 (https://example.org/decree).] The area is 185 km².[[9]])',
      'p(See the report[https://www.example.org/report], this and us.)',
      'p(Front lines in 2024)',
      'p(Forged)',
      'table(Fines: tableRow(tableHeader(p(Year))tableHeader(p(Amount)))tableRow(tableCell(p(2024))tableCell(p(8000))))',
      'h4(Notes)',
    ])
    expect(web).toMatchObject({ origin: 'web', notes: 2, notesWithoutText: 1, links: 1 })
    expect(web.leftOut).toMatchObject({ images: 1, objects: 1 })
    expect([...nodesOf({ type: 'doc', content: web.content })].some((node) => /citation|incident/.test(node.type))).toBe(false)
  })

  it.each([
    ['nothing', '', ['p()']],
    ['bare words', 'Alleen <i>woorden</i>', ['p(Alleen _woorden_)']],
    ['words in boxes in boxes', '<div><div><div>een</div>twee</div></div>', ['p(een)', 'p(twee)']],
    ['a frame around text', '<table><tr><td><p>een</p><p>twee</p></td></tr></table>', ['p(een)', 'p(twee)']],
    ['program text with its lines', '<pre>een\ntwee</pre>', ['p(een/twee)']],
    ['marks of no width', 'ge\u00ADzo\u200Bnd', ['p(gezond)']],
    ['what is hidden', '<p>zicht<span style="display:none">baar</span></p>', ['p(zicht)']],
    ['a link to a place in the page', '<p id="x">A</p><p><a href="#x">terug</a></p>', ['p(A)', 'p(terug)']],
    ['headings of low rank', '<h5>A</h5><h6>B</h6>', ['h3(A)', 'h4(B)']],
    [
      'a text wholly in a language',
      '<p lang="en-US">Hele tekst</p><p lang="en-US">in het Nederlands</p>',
      ['p(Hele tekst)', 'p(in het Nederlands)'],
    ],
    ['a list in a list without an item', '<ul><ul><li>x</li></ul></ul>', ['bulletList(listItem(p(x)))']],
  ])('reads %s', (_what, html, expected) => {
    expect(pasted(html).short).toEqual(expected)
  })

  it('takes words of a section that is only read over without what they lead to in this program', () => {
    const { short, links, notes } = pasted(
      '<p>De <a class="commented" href="http://here/sections/1#comment-2" aria-label="x">wet</a><a class="comment-sign" href="http://here/sections/1#comment-3"></a> kent ' +
        '<a class="term" data-term="peildatum" href="http://here/glossary#peildatum">een peildatum</a>, ' +
        '<a class="term" href="https://example.org/wiki">elders</a>.</p>',
    )
    expect(short).toEqual(['p(De wet kent een peildatum, elders[https://example.org/wiki].)'])
    expect([links, notes]).toEqual([1, 0])
  })
})
