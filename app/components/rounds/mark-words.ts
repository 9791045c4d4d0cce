type Segment = { text: string; match: boolean }
const letter = /[\p{L}\p{N}]/u

/** A text in segments, with every whole occurrence of the given words or phrases marked. */
export function markWords(text: string, words: readonly string[]): Segment[] {
  const marked = new Array<boolean>(text.length).fill(false)
  for (const word of words) {
    for (let at = text.indexOf(word); word !== '' && at >= 0; at = text.indexOf(word, at + word.length)) {
      const whole = !letter.test(text[at - 1] ?? '') && !letter.test(text[at + word.length] ?? '')
      if (whole) marked.fill(true, at, at + word.length)
    }
  }
  const segments: Segment[] = []
  for (let from = 0; from < text.length;) {
    let to = from
    while (to < text.length && marked[to] === marked[from]) to++
    segments.push({ text: text.slice(from, to), match: marked[from]! })
    from = to
  }
  return segments
}
