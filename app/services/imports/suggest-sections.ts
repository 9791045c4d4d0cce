/** Where a part of a file may go: a section by its id, with the part before it, or nowhere. */
export type Place = string

type Part = { level: number; title: string; number: string; counted: boolean; blocks: readonly unknown[] }
type Section = { id: string; number: string; title: string }

/** What is sure enough to suggest. */
const least = 0.5

/**
 * For each part of a file the section it seems to belong to, by the words of titles and by numbers; under a heading that found its section, what is
 * of a lower level goes with it. '' where somebody has to choose, 'out' for a heading with nothing under it.
 */
export function suggestSections(parts: readonly Part[], sections: readonly Section[]): Place[] {
  let above: number | null = null
  return parts.map((part) => {
    const [best] = sections
      .map((section) => ({ id: section.id, likeness: likenessOf(part, section) }))
      .sort((one, other) => other.likeness - one.likeness)
    if (best && best.likeness >= least && part.level > 0) {
      above = part.level
      return best.id
    }
    if (above !== null && part.level > above) return 'with'
    above = null
    return part.blocks.length === 0 ? 'out' : ''
  })
}

/** 0 to 1: the share of words two titles have in common, and somewhat more for the same number. */
export function likenessOf(part: Omit<Part, 'blocks'>, section: Omit<Section, 'id'>): number {
  const [one, other] = [wordsOf(part.title), wordsOf(section.title)]
  const common = [...one].filter((word) => other.has(word)).length
  const all = new Set([...one, ...other]).size
  const titles = all === 0 ? 0 : common / all
  const sameNumber = part.number === section.number
  return Math.min(1, titles + (sameNumber ? (part.counted ? 0.15 : 0.35) : 0))
}

/** Whether a heading says the same as the section's own title: it need not be repeated in the text. */
export const isSameTitle = (title: string, section: string): boolean => {
  const [one, other] = [wordsOf(title), wordsOf(section)]
  return one.size === other.size && [...one].every((word) => other.has(word))
}

const small = new Set(['de', 'het', 'een', 'en', 'van', 'in', 'the', 'a', 'an', 'and', 'of', 'hoofdstuk', 'chapter'])
const wordsOf = (title: string): ReadonlySet<string> =>
  new Set(
    (
      title
        .replace(/^\s*(?:hoofdstuk|chapter)?\s*\d+(?:\.\d+)*\.?\s/i, '')
        .toLowerCase()
        .match(/[\p{L}\p{N}]+/gu) ?? []
    ).filter((word) => !small.has(word)),
  )
