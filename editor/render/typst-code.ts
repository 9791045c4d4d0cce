import { isRightToLeft, printable } from './characters.ts'
import type { Piece } from './citations/pieces.ts'

/** Any text as a Typst string: nothing in it is ever read as markup or code. */
export const typstString = (text: string): string =>
  `"${printable(text)
    .replace(/[\\"]/g, '\\$&')
    .replace(/[\n\r\t\u2028\u2029]+/g, ' ')}"`

/** A text as content. The semicolon ends the expression, so that nothing that follows is taken for a part of it. */
export const typstText = (text: string): string => (text ? `#${typstString(text)};` : '')

/** `#name(argument, …)[content]`. Names and arguments are the program's own. */
export const typstCall = (name: string, options: readonly string[], content?: string): string =>
  `#${name}(${options.join(', ')})${content === undefined ? '' : `[${content}]`};`

/** Content in a language of its own, by the two or three letters Typst takes; the country follows where the tag names one. */
export function typstInLanguage(content: string, tag: string | undefined): string {
  if (!tag) return content
  const region = /-([A-Z]{2})(-|$)/.exec(tag)?.[1]
  const options = [`lang: "${tag.split('-')[0]}"`, `region: ${region ? `"${region}"` : 'none'}`]
  return typstCall('text', options, isRightToLeft(tag) ? `\u2067${content}\u2069` : content)
}

/** A reference to a source: its words, title in its own language, address as a link. */
export const typstPieces = (pieces: readonly Piece[]): string =>
  pieces
    .map(({ text, language, url }) =>
      url ? typstCall('link', [typstString(url)], typstText(text)) : typstInLanguage(typstText(text), language),
    )
    .join('')
