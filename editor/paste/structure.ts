import { isInline, line, renamed, styleOf, unwrap } from './dom.ts'

/** Paragraphs that are quotations by the name of their style. */
const quotes = '.MsoQuote, .MsoIntenseQuote, p.quote, p.Citaat'
const captions = '.MsoCaption'

/** What a text is made of, whatever it was made with: quotations, tables with their header cells and captions, lines. */
export function plainStructure(body: Element): void {
  for (const element of body.querySelectorAll(quotes)) {
    const quote = renamed(element, 'p')
    const before = quote.previousElementSibling
    if (before?.localName === 'blockquote' && before.hasAttribute('data-joined')) before.append(quote)
    else {
      const around = body.ownerDocument.createElement('blockquote')
      around.setAttribute('data-joined', '')
      quote.before(around)
      around.append(quote)
    }
  }
  for (const element of body.querySelectorAll('dt, dd, summary, figcaption')) renamed(element, 'p')
  for (const element of body.querySelectorAll('hr')) element.remove()
  for (const element of body.querySelectorAll('br')) if (partsBlocks(element)) element.remove()
  for (const element of body.querySelectorAll('pre')) linesOf(element)
  for (const element of body.querySelectorAll('h1, h2, h3, h4, h5, h6, p, div'))
    if (!element.querySelector('[data-footnote-to-match], table') && line(element.textContent ?? '') === '') element.remove()
  for (const table of body.querySelectorAll('table')) plainTable(table)
}

/** Whether a line break stands between blocks, or at their beginning or end, where nothing goes on on the next line. */
function partsBlocks(br: Element): boolean {
  const beside = (way: 'previousSibling' | 'nextSibling') => {
    let node = br[way]
    while (node && (node.nodeType === 8 || (node.nodeType === 3 && line(node.textContent ?? '') === ''))) node = node[way]
    return node
  }
  const isEdge = (node: Node | null) => node === null || (node.nodeType === 1 && !isInline(node as Element))
  const around = br.parentElement!
  return isEdge(beside('nextSibling')) && (!isInline(around) || around.localName === 'body' || isEdge(beside('previousSibling')))
}

/** Where every line break is meant, it stays one. */
function linesOf(pre: Element): void {
  const lines = (pre.textContent ?? '').split('\n')
  const paragraph = renamed(pre, 'p')
  paragraph.replaceChildren(
    ...lines.flatMap((text, index) => (index === 0 ? [text] : [pre.ownerDocument.createElement('br'), text])),
  )
}

function plainTable(table: Element): void {
  const rows = [...table.querySelectorAll('tr')].filter((row) => row.closest('table') === table)
  const cells = rows.map((row) => [...row.children].filter((cell) => cell.localName === 'td' || cell.localName === 'th'))
  // A frame around some text is no table.
  if (cells.flat().length <= 1) {
    const held = cells.flat()[0]
    if (held) table.replaceWith(...held.childNodes)
    else if (line(table.textContent ?? '') === '') table.remove()
    return
  }
  const first = cells[0] ?? []
  const isHead = (row: Element) =>
    row.closest('thead')?.closest('table') === table || /mso-yfti-firstrow:\s*yes/.test(styleOf(row))
  rows.forEach((row, index) => {
    if (isHead(row)) for (const cell of cells[index]!) header(cell)
  })
  if (!table.querySelector('th') && rows.length > 1 && first.every(isBold) && !cells.slice(1).flat().every(isBold))
    first.forEach(header)
  for (const cell of table.querySelectorAll('td, th'))
    for (const name of ['colspan', 'rowspan']) {
      const span = Number(cell.getAttribute(name) ?? 1)
      if (!Number.isInteger(span) || span < 2 || span > 60) cell.removeAttribute(name)
    }
  const before = table.previousElementSibling
  const caption = table.querySelector(':scope > caption') ?? (before?.matches(captions) ? before : null)
  if (!caption) return
  table.setAttribute('data-caption', line(caption.textContent ?? '').slice(0, 500))
  caption.remove()
}

function header(cell: Element): void {
  if (cell.localName === 'th') return
  const spans = ['colspan', 'rowspan'].map((name) => [name, cell.getAttribute(name)] as const)
  const made = renamed(cell, 'th')
  for (const [name, value] of spans) if (value) made.setAttribute(name, value)
}

/** Whether all words of a cell are in bold; also one without words, as the corner of a table often is. */
function isBold(cell: Element): boolean {
  const all = line(cell.textContent ?? '')
  const bold = [...cell.querySelectorAll('b, strong')].filter((it) => !it.parentElement?.closest('b, strong'))
  return line(bold.map((it) => it.textContent ?? '').join(' ')) === all
}

/** Brings headings of whatever levels to the two a section has: the highest there are, and all below. */
export function fitHeadings(body: Element): void {
  const headings = [...body.querySelectorAll('h1, h2, h3, h4, h5, h6')]
  const highest = Math.min(...headings.map(levelOf))
  for (const heading of headings) {
    for (const bold of heading.querySelectorAll('b, strong')) unwrap(bold)
    renamed(heading, levelOf(heading) === highest ? 'h3' : 'h4')
  }
}

/** Makes of every heading one of the lower kind: of those inside something, such as a table. */
export function lowHeadings(root: Element): void {
  for (const heading of root.querySelectorAll('h1, h2, h3, h4, h5, h6')) renamed(heading, 'h4')
}

/** Of a heading: 1 to 6. */
export const levelOf = (heading: Element): number => Number(heading.localName.slice(1))
