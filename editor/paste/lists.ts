import { line, styleOf, unwrap } from './dom.ts'

const ordered = /^\(?(?:\d{1,3}|[a-z]|[ivxlc]{1,6})[.)]/i

/** Level of a paragraph that Word wrote as an item of a list: 1 and on; null for any other. */
function levelOf(paragraph: Element): number | null {
  const level = /mso-list:\s*[^;"']*?level(\d)/.exec(styleOf(paragraph))?.[1]
  return level === undefined ? null : Number(level)
}

/** The sign Word wrote before an item: "·", "1.", "a)". */
const signOf = (paragraph: Element): string =>
  line([...paragraph.querySelectorAll('[style]')].find((it) => /mso-list:\s*ignore/.test(styleOf(it)))?.textContent ?? '')

type Item = { level: number; ordered: boolean; element: Element }

/** Makes lists of the paragraphs Word writes with signs before them. To be called before the signs are left out. */
export function wordLists(body: Element): void {
  const paragraphs = [...body.querySelectorAll('p')]
  const items = new Map<Element, Item>()
  for (const element of paragraphs) {
    const level = levelOf(element)
    if (level !== null) items.set(element, { level, ordered: ordered.test(signOf(element)), element })
  }
  for (const first of items.keys()) {
    if (!first.isConnected || first.closest('li')) continue
    const run: Item[] = []
    for (let next: Element | null = first; next && items.has(next); next = next.nextElementSibling) run.push(items.get(next)!)
    const anchor = first.ownerDocument.createComment('')
    first.before(anchor)
    anchor.replaceWith(listOf(run, first.ownerDocument))
  }
}

/** Items one after the other as lists in each other: a deeper one belongs to the item before it. */
function listOf(run: readonly Item[], document: Document): DocumentFragment {
  const top = document.createDocumentFragment()
  const open: { level: number; ordered: boolean; list: Element }[] = []
  for (const { level, ordered, element } of run) {
    while (open.length > 0 && (open.at(-1)!.level > level || (open.at(-1)!.level === level && open.at(-1)!.ordered !== ordered)))
      open.pop()
    let current = open.at(-1)
    if (!current || current.level < level) {
      const list = document.createElement(ordered ? 'ol' : 'ul')
      const into = current?.list.lastElementChild ?? top
      into.append(list)
      current = { level, ordered, list }
      open.push(current)
    }
    const item = document.createElement('li')
    item.append(element)
    element.removeAttribute('style')
    current.list.append(item)
  }
  return top
}

/** Puts lists that stand in a list beside its items, as Google Docs and others write them, in the item before. */
export function nestLists(body: Element): void {
  for (const list of body.querySelectorAll('ul > ul, ul > ol, ol > ul, ol > ol')) {
    const before = list.previousElementSibling
    if (before?.localName === 'li') before.append(list)
    else unwrap(list)
  }
}
