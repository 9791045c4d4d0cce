import { fold } from './fold.ts'

/** A pattern for folded text: small plain letters, white space of any kind where a space stands. What stands after a `\` stays as it is. */
export function expression(source: string, flags: string): RegExp {
  const folded = source.replace(/\\.|[^\\]+/g, (part) => (part.startsWith('\\') ? part : fold(part)))
  return new RegExp(folded.replaceAll('\\p{l}', '[a-z]').replaceAll(' ', '\\s+'), flags)
}
