/** An element's own declarations, in small letters; Word's names (`mso-…`) are in no browser's model of styles. */
export const styleOf = (element: Element): string => element.getAttribute('style')?.toLowerCase() ?? ''

/** Puts what an element holds in its place. */
export function unwrap(element: Element): void {
  element.replaceWith(...element.childNodes)
}

/** The same element under another name, without its attributes. */
export function renamed(element: Element, name: string): Element {
  const made = element.ownerDocument.createElement(name)
  made.append(...element.childNodes)
  element.replaceWith(made)
  return made
}

/** Words on one line, without signs that are only there for layout. */
export const line = (text: string): string =>
  text
    .replace(/[\u00AD\u200B\uFEFF]/g, '')
    .replace(/[\s\u00A0]+/g, ' ')
    .trim()

const blocks =
  'address,article,aside,blockquote,body,center,dd,details,div,dl,dt,figcaption,figure,footer,h1,h2,h3,h4,h5,h6,header,hr,li,main,nav,ol,p,pre,section,summary,table,tbody,td,tfoot,th,thead,tr,ul'
const blockNames = new Set(blocks.split(','))

/** Whether an element stands in a line of text rather than on lines of its own. */
export const isInline = (element: Element): boolean => !blockNames.has(element.localName)

/** The nearest element around this one, or this one itself, that stands on lines of its own. */
export function blockAround(element: Element): Element {
  let around: Element = element
  while (isInline(around) && around.parentElement) around = around.parentElement
  return around
}
