/** A pure function that remembers its answers: a dataset says the same few hundred names over and over. Bounded, so that memory stays flat. */
export function remembering<T>(work: (text: string) => T, most = 5000): (text: string) => T {
  const answers = new Map<string, T>()
  return (text) => {
    const known = answers.get(text)
    if (known !== undefined || answers.has(text)) return known as T
    const answer = work(text)
    if (answers.size >= most) answers.clear()
    answers.set(text, answer)
    return answer
  }
}
