import { isRightToLeft, printable } from './characters.ts'

/** HTML that is safe to send. Only `markup` makes it, so that no text reaches a page without being escaped. */
export class Markup {
  readonly #html: string
  constructor(html: string) {
    this.#html = html
  }
  toString(): string {
    return this.#html
  }
}

type Part = Markup | string | number | null | undefined | false | readonly Part[]

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escape = (text: string): string => printable(text).replace(/[&<>"']/g, (character) => escapes[character]!)

function written(part: Part): string {
  if (part instanceof Markup) return part.toString()
  if (Array.isArray(part)) return part.map(written).join('')
  return part === null || part === undefined || part === false ? '' : escape(String(part))
}

/** Markup from a template: what is filled in is escaped, unless it is markup already. Attribute values stand in double quotes. */
export const markup = (strings: TemplateStringsArray, ...parts: Part[]): Markup =>
  new Markup(strings.reduce((all, string, index) => all + written(parts[index - 1]) + string))

/** ` name="value"`, or nothing for an absent value. @param name only ever a name in the program. */
export const attribute = (name: string, value: string | number | null | undefined): Markup =>
  value === null || value === undefined || value === '' ? new Markup('') : new Markup(` ${name}="${escape(String(value))}"`)

/** `<name …>inside</name>`. @param name only ever a name in the program. */
export const element = (name: string, attributes: readonly Markup[], inside: Part): Markup =>
  new Markup(`<${name}${attributes.join('')}>${written(inside)}</${name}>`)

/** The text in its language, where that is known. */
export const inLanguage = (text: Part, language: string | undefined): Markup =>
  language
    ? element('span', [attribute('lang', language), attribute('dir', isRightToLeft(language) ? 'rtl' : null)], text)
    : markup`${text}`
