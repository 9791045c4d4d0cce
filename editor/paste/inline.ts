import { line, renamed, styleOf, unwrap } from './dom.ts'

const raised: Record<string, string> = { 0: '⁰', 1: '¹', 2: '²', 3: '³', 4: '⁴', 5: '⁵', 6: '⁶', 7: '⁷', 8: '⁸', 9: '⁹' }
const lowered: Record<string, string> = { 0: '₀', 1: '₁', 2: '₂', 3: '₃', 4: '₄', 5: '₅', 6: '₆', 7: '₇', 8: '₈', 9: '₉' }

/** What words look like, as far as it means something: bold, italic, raised figures. All other dress is taken off. */
export function plainWords(body: Element): void {
  for (const element of body.querySelectorAll('b, strong, i, em, cite, dfn, var')) {
    const style = styleOf(element)
    const undone = /^(b|strong)$/.test(element.localName)
      ? /(?:^|;)\s*font-weight:\s*(normal|[1-4]00)/.test(style)
      : /(?:^|;)\s*font-style:\s*normal/.test(style)
    if (undone) unwrap(element)
    else if (!/^(b|strong|i|em)$/.test(element.localName)) renamed(element, 'em')
  }
  for (const element of body.querySelectorAll('span[style], font[style], a[style]')) {
    const style = styleOf(element)
    if (/(?:^|;)\s*font-weight:\s*(bold|[6-9]00)/.test(style)) dress(element, 'strong')
    if (/(?:^|;)\s*font-style:\s*(italic|oblique)/.test(style)) dress(element, 'em')
    // Google Docs raises by style alone.
    if (/vertical-align:\s*super/.test(style)) dress(element, 'sup')
  }
  for (const [tag, figures] of [
    ['sup', raised],
    ['sub', lowered],
  ] as const)
    for (const element of body.querySelectorAll(tag)) {
      const text = element.textContent ?? ''
      if (/^\d+$/.test(text)) element.textContent = [...text].map((figure) => figures[figure]).join('')
    }
  for (const element of body.querySelectorAll('q')) element.replaceChildren('“', ...element.childNodes, '”')
}

function dress(element: Element, tag: string): void {
  const around = element.ownerDocument.createElement(tag)
  around.append(...element.childNodes)
  element.append(around)
}

/**
 * Keeps of the languages that words are marked with those that say something: not the one that prevails in the text, which programs also put on
 * words that are in another, and not the language of the section. Written as `<span lang="ar">` around the words.
 */
export function keepLanguages(body: Element, sectionLanguage: string): void {
  const texts: { node: Text; language: string }[] = []
  const lengths = new Map<string, number>()
  const walker = body.ownerDocument.createTreeWalker(body, 4)
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    const words = line(node.data)
    if (words === '') continue
    const language = languageOf(node)
    lengths.set(language, (lengths.get(language) ?? 0) + words.length)
    if (language !== '') texts.push({ node, language })
  }
  const prevailing = [...lengths].sort((one, other) => other[1] - one[1])[0]?.[0]
  for (const element of body.querySelectorAll('[lang]')) element.removeAttribute('lang')
  for (const { node, language } of texts) {
    if (language === prevailing || language === sectionLanguage) continue
    const span = body.ownerDocument.createElement('span')
    span.lang = language
    node.before(span)
    span.append(node)
  }
}

function languageOf(node: Node): string {
  for (let around = node.parentElement; around; around = around.parentElement) {
    const tag = around.getAttribute('lang')
    if (tag === null) continue
    const language = /^[A-Za-z]{2,3}(?=-|_|$)/.exec(tag)?.[0].toLowerCase() ?? ''
    return language === 'und' || language === 'zxx' || /none/i.test(tag) ? '' : language
  }
  return ''
}
