import { tokenise } from '../language/fold.ts'
import type { Language } from '../language/language.ts'

/** Whether a word that is in no document may be a typing error: not a short one, a number, a code, or a word the thesaurus or the compounds know. */
export function mayBeMisspelt(language: Language, word: string): boolean {
  return /^\p{L}{4,30}$/u.test(word) && language.split(word).length === 0 && language.concepts(tokenise(word)).length === 0
}

/**
 * The candidate that is one typing error away (two from eight letters on): a letter too many, too few, wrong, or two swapped. The first letter
 * is taken to be right. Ties go to the one that comes first in the list.
 */
export function nearestWord(word: string, candidates: readonly string[]): string | undefined {
  const allowed = word.length >= 8 ? 2 : 1
  let best: { word: string; distance: number } | undefined
  for (const candidate of candidates) {
    if (candidate[0] !== word[0] || Math.abs(candidate.length - word.length) > allowed) continue
    const distance = editDistance(word, candidate)
    if (distance <= allowed && (!best || distance < best.distance)) best = { word: candidate, distance }
  }
  return best?.word
}

/** Three-letter groups, the edges included. */
export const gramsOf = (word: string): string[] => {
  const padded = ` ${word} `
  return [...new Set(Array.from({ length: padded.length - 2 }, (_unused, at) => padded.slice(at, at + 3)))]
}

/** Optimal string alignment: insertions, deletions, substitutions, swaps of neighbours. */
export function editDistance(a: string, b: string): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_unused, column) => column)
  for (let row = 1; row <= a.length; row++) {
    const current = [row]
    for (let column = 1; column <= b.length; column++) {
      const substituted = last[column - 1]! + (a[row - 1] === b[column - 1] ? 0 : 1)
      let cost = Math.min(last[column]! + 1, current[column - 1]! + 1, substituted)
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        cost = Math.min(cost, beforeLast[column - 2]! + 1)
      }
      current.push(cost)
    }
    beforeLast = last
    last = current
  }
  return last[b.length]!
}
