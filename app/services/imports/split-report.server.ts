import { JSDOM } from 'jsdom'
import { stripAttributes } from '#editor/paste/clean.ts'
import { blocksOf } from '#editor/paste/into-section.ts'
import { levelOf, lowHeadings } from '#editor/paste/structure.ts'
import type { DocumentNode } from '#schemas/document.ts'

/** A heading of the file with what stands under it, to the next heading of whatever level. */
export type Part = {
  /** Of the heading, 1 to 6; 0 for what stands before the first. */
  level: number
  /** As it is written, with its number if that was typed. */
  title: string
  /** The number in the title, or else where the heading comes when headings are counted. */
  number: string
  counted: boolean
  /** Without the heading; none when nothing stands under it. */
  blocks: DocumentNode[]
}

/** HTML as a page nothing of which is run or fetched. */
export const htmlPage = (html: string): Document => new JSDOM(html).window.document

/** A whole file's clean HTML in parts. What comes back from a form is cleaned of everything but structure once more. */
export function partsOf(html: string): Part[] {
  const { body } = htmlPage(html)
  stripAttributes(body)
  const parts: { level: number; title: string; holder: Element }[] = [
    { level: 0, title: '', holder: body.ownerDocument.createElement('div') },
  ]
  for (const node of [...body.childNodes]) {
    const heading = /^h[1-6]$/i.test(node.nodeName) ? (node as Element) : null
    if (!heading) parts.at(-1)!.holder.append(node)
    else {
      const holder = body.ownerDocument.createElement('div')
      // A note at a heading stays with the text under it.
      const notes = [...heading.querySelectorAll('[data-footnote-to-match]')]
      const title = (heading.textContent ?? '').replace(/\s+/g, ' ').trim()
      if (notes.length > 0) {
        const paragraph = body.ownerDocument.createElement('p')
        paragraph.append(...notes)
        holder.append(paragraph)
      }
      parts.push({ level: levelOf(heading), title, holder })
    }
  }
  const counters = [0, 0, 0, 0, 0, 0]
  return parts.flatMap(({ level, title, holder }): Part[] => {
    lowHeadings(holder)
    const isEmpty = (holder.textContent ?? '').trim() === '' && !holder.querySelector('[data-footnote-to-match]')
    if (level === 0) return isEmpty ? [] : [{ level, title, number: '', counted: false, blocks: blocksOf(holder) }]
    counters[level - 1]!++
    counters.fill(0, level)
    const written = /^(?:hoofdstuk|chapter)?\s*(\d+(?:\.\d+)*)\.?\s/i.exec(`${title} `)?.[1]
    const counted = counters.slice(0, level).filter(Boolean).join('.')
    return [{ level, title, number: written ?? counted, counted: !written, blocks: isEmpty ? [] : blocksOf(holder) }]
  })
}
