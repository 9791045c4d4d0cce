/** A sentence of a question, with its place in the text. */
export type Sentence = { from: number; to: number; text: string }

/** Where a sentence ends: its sign with what closes it and white space after it, or a new line. */
const ends = /[.?!…]+["'”’)\]]*(?=\s)|\n+/gu
/** What may stand before the first word: white space, opening quotes, "a." or "1)" of a numbered question. */
const before = /^[\s"'“‘(–-]*(?:(?:\p{L}|\d{1,2})[.)]\s+)?["'“‘(]*/u
/** "a." and "bijv." end no sentence. */
const abbreviation = /(?:^|[\s(])(?:\p{L}|\d{1,2}|bijv|resp|o\.a|m\.b\.t|incl|e\.g|i\.e|incl)\.$/iu

/** The sentences of a text, each from its first word; places count UTF-16 units, as in a text field. */
export function sentencesOf(text: string): Sentence[] {
  const sentences: Sentence[] = []
  let from = 0
  const close = (to: number) => {
    const start = from + (before.exec(text.slice(from, to))?.[0].length ?? 0)
    if (start < to) sentences.push({ from: start, to, text: text.slice(start, to) })
    from = to
  }
  for (const match of text.matchAll(ends)) {
    const to = match.index + match[0].length
    if (!abbreviation.test(text.slice(from, to))) close(to)
  }
  close(text.length)
  return sentences
}
