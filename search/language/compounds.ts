import { fold } from './fold.ts'
import type { LanguageData } from './data.ts'

export type SplitCompound = (folded: string) => readonly string[]
type Segment = { form: string; part: string }
const shortestPart = 3
/** Longer words do not exist; a longer string of letters is not worth the search. */
const longestCompound = 45

/**
 * Makes the compound splitter: left forms plus one right form, fewest parts, ties to the longest parts. A word that is itself a part, or that
 * is on the never-split list, stays whole.
 * @returns the parts' base forms ("veiligheidssituatie" → veiligheid, situatie), or none when the word is no known compound.
 */
export function compoundSplitter({ parts, mustNotSplit }: LanguageData['compounds']): SplitCompound {
  const left = new Map<string, string>()
  const right = new Map<string, string>()
  const whole = new Set(mustNotSplit.map(fold))
  // A form of two parts is the plural of the shorter one: "rechten" is "recht".
  const put = (forms: Map<string, string>, form: string, part: string) => {
    const known = forms.get(form)
    if (form.length >= shortestPart && (known === undefined || part.length < known.length)) forms.set(form, part)
  }
  for (const { part, leftForms, rightForms, position } of parts) {
    whole.add(fold(part))
    for (const form of leftForms) put(left, fold(form), fold(part))
    if (position !== 'left') {
      for (const form of rightForms) {
        whole.add(fold(form))
        put(right, fold(form), fold(part))
      }
    }
  }

  return (word) => {
    if (word.length < 2 * shortestPart || word.length > longestCompound || whole.has(word) || !/^[a-z]+$/.test(word)) return []
    const found = best(word)?.map(({ part }) => part) ?? []
    return found.length > 1 ? found : []
  }

  function best(word: string): Segment[] | undefined {
    // rest[i]: the best segmentation of what follows the first i letters.
    const rest: (Segment[] | undefined)[] = Array.from({ length: word.length + 1 })
    for (let from = word.length - shortestPart; from >= 0; from--) {
      const last = word.slice(from)
      if (right.has(last)) rest[from] = [{ form: last, part: right.get(last)! }]
      for (let to = from + shortestPart; to <= word.length - shortestPart; to++) {
        const form = word.slice(from, to)
        const part = left.get(form)
        const tail = rest[to]
        if (part === undefined || tail === undefined) continue
        const candidate = [{ form, part }, ...tail]
        if (better(candidate, rest[from])) rest[from] = candidate
      }
    }
    return rest[0]
  }
}

function better(a: readonly Segment[], b: readonly Segment[] | undefined): boolean {
  if (!b || a.length !== b.length) return !b || a.length < b.length
  const longest = (it: readonly Segment[]) => Math.max(...it.map(({ form }) => form.length))
  return longest(a) > longest(b)
}
