import { blockAround, isInline, line, styleOf } from './dom.ts'

/** Signs that each program puts where a note belongs: Word, LibreOffice, Google Docs, wikis and common converters. */
const noteTarget = /^(_ftn|_edn|sdfootnote|sdendnote|ftnt|cite_note|footnote-|endnote-|fn[:\d-])/i
const longest = 5000

/** The place in this page that a link points to. A program that copies by way of a file writes the file's name before it. */
function targetOf(link: Element): string | null {
  const href = link.getAttribute('href') ?? ''
  const at = href.indexOf('#')
  if (at < 0 || (at > 0 && !/^file:/i.test(href))) return null
  try {
    return decodeURIComponent(href.slice(at + 1)) || null
  } catch {
    return href.slice(at + 1)
  }
}

/**
 * Puts every note where the text refers to it, as one `<span data-footnote-to-match="…">`, and takes the notes below the text away. Two links that
 * point at each other are a note and its place: that holds for every program.
 * @returns how many places there are, and of how many the note itself was not copied along: those keep their sign.
 */
export function placeNotes(body: Element): { notes: number; withoutText: number } {
  const places = new Map<string, Element[]>()
  for (const element of body.querySelectorAll('[id], a[name]'))
    for (const name of [element.id, element.getAttribute('name')])
      if (name) places.set(name, [...(places.get(name) ?? []), element])
  const links = [...body.querySelectorAll('a[href]')].flatMap((link) => {
    const target = targetOf(link)
    return target === null ? [] : [{ link, target }]
  })
  const to = new Map<string, Element[]>()
  for (const { link, target } of links) to.set(target, [...(to.get(target) ?? []), link])
  // A converter writes a note that is referred to twice down twice, under one name.
  const boxes = new Map<string, Element[]>()
  for (const { link, target } of links) {
    if (boxes.has(target)) continue
    const found = (places.get(target) ?? [])
      // The sign comes before the note: seen from the note it is the other way round.
      .filter((place) => follows(place, link))
      .map(boxOf)
      .filter((box) => !box.contains(link) && namesOf(link).some((name) => to.get(name)?.some((back) => box.contains(back))))
    if (found.length > 0) boxes.set(target, [...new Set(found)])
  }
  const inNotes = new Set([...boxes.values()].flat().flatMap((box) => [...box.querySelectorAll('a[href]')]))
  const texts = new Map([...boxes].map(([target, [box]]) => [target, textOf(box!)]))
  let notes = 0
  let withoutText = 0
  for (const { link, target } of links) {
    if (inNotes.has(link) || (!boxes.has(target) && (places.has(target) || !noteTarget.test(target)))) continue
    const sign = line(link.textContent ?? '')
    const text = (texts.get(target) || sign).slice(0, longest)
    if (text === '') continue
    notes++
    if (!texts.get(target)) withoutText++
    const span = body.ownerDocument.createElement('span')
    span.setAttribute('data-footnote-to-match', text)
    aroundSign(link).replaceWith(span)
  }
  for (const box of [...boxes.values()].flat()) box.remove()
  for (const list of body.querySelectorAll('ol, ul')) if (!list.querySelector('li')) list.remove()
  return { notes, withoutText }
}

const follows = (element: Element, before: Element): boolean => (before.compareDocumentPosition(element) & 4) !== 0

/** Everything of one note: the block it begins in, and what holds only it. */
function boxOf(place: Element): Element {
  let box = blockAround(place)
  for (let parent = box.parentElement; parent && parent.localName !== 'body'; parent = box.parentElement) {
    if (!isNoteBox(parent) && !isAlone(box)) break
    box = parent
  }
  return box
}

/** Whether nothing to read stands beside an element. */
function isAlone(element: Element): boolean {
  // From the nearest on: a list of notes can be long.
  for (const way of ['previousSibling', 'nextSibling'] as const)
    for (let beside = element[way]; beside; beside = beside[way]) if (line(beside.textContent ?? '') !== '') return false
  return true
}

const isNoteBox = (element: Element): boolean =>
  element.localName === 'li' ||
  /mso-element:\s*(foot|end)note(?!-)/.test(styleOf(element)) ||
  /^(ftn|edn|sdfootnote|sdendnote)\d+$/.test(element.id)

/** The names under which a link, or what only makes it small or raised, can be pointed at. */
function namesOf(link: Element): string[] {
  const names = [...link.querySelectorAll('[id]')].map((inside) => inside.id)
  for (let around: Element | null = link; around && isInline(around); around = around.parentElement)
    names.push(around.id, around.getAttribute('name') ?? '')
  return names.filter(Boolean)
}

/** The words of a note without its number and the way back; addresses behind words are written out after them. */
function textOf(box: Element): string {
  for (const link of box.querySelectorAll('a[href]')) if (targetOf(link) !== null) aroundSign(link).remove()
  for (const link of box.querySelectorAll('a[href]')) {
    const address = addressOf(link)
    if (address && !(link.textContent ?? '').includes(address)) link.append(` (${address})`)
  }
  for (const block of box.querySelectorAll('p, div, br, li')) block.append(' ')
  return line(box.textContent ?? '').replace(/^[\s↑^]+|[\s↑↩]+$/g, '')
}

/** The sign that refers to a note with what only makes it small or raised. */
function aroundSign(link: Element): Element {
  let around = link
  const text = line(link.textContent ?? '')
  for (let parent = around.parentElement; parent && isInline(parent); parent = around.parentElement) {
    if (line(parent.textContent ?? '') !== text) break
    around = parent
  }
  return around
}

/** The web address of a link, the page meant and not the one that counts who goes there; null for any other link. */
export function addressOf(link: Element): string | null {
  try {
    const url = new URL(link.getAttribute('href') ?? '')
    const meant = url.hostname === 'www.google.com' && url.pathname === '/url' ? url.searchParams.get('q') : null
    const address = meant ? new URL(meant) : url
    return /^https?:$/.test(address.protocol) ? address.href.slice(0, longest) : null
  } catch {
    return null
  }
}

/** Makes of every link its words and, behind them, its address as a note to match. @returns how many. */
export function placeLinks(body: Element): number {
  let links = 0
  for (const link of body.querySelectorAll('a')) {
    const address = addressOf(link)
    const words = [...link.childNodes]
    if (address && line(link.textContent ?? '') !== '') {
      const span = body.ownerDocument.createElement('span')
      span.setAttribute('data-footnote-to-match', address)
      words.push(span)
      links++
    }
    link.replaceWith(...words)
  }
  return links
}
