import type { Node } from '@tiptap/pm/model'

/** A block as a text is compared: a paragraph, a heading, an incident; or what holds such blocks. */
export type Unit = {
  /** Its stable id; one from before there were ids is known by its place. */
  key: string
  node: Node
  /** Where it begins in the text. */
  pos: number
  /** The kinds of blocks around it, outermost first. */
  place: readonly string[]
  /** It only holds other blocks. */
  holder: boolean
}

/** The blocks of a text in reading order, each before those inside it. */
export function unitsOf(doc: Node): Unit[] {
  const units: Unit[] = []
  const visit = (parent: Node, start: number, place: readonly string[]) => {
    parent.forEach((node, offset) => {
      if (node.isInline) return
      const pos = start + offset
      const holder = !node.isTextblock && !node.isLeaf
      const key = typeof node.attrs.id === 'string' ? node.attrs.id : `#${units.length}`
      units.push({ key, node, pos, place, holder })
      if (holder) visit(node, pos + 1, [...place, node.type.name])
    })
  }
  visit(doc, 0, [])
  return units
}

/** The keys of those whose order among the others changed: as few as can be. @param after keys in their new order. */
export function movedOf(before: readonly string[], after: readonly string[]): Set<string> {
  const place = new Map(before.map((key, index) => [key, index]))
  const common = after.filter((key) => place.has(key))
  // The longest row that is still in order (patience sorting); whatever is not in it was moved.
  const tails: number[] = []
  const previous = new Array<number>(common.length).fill(-1)
  common.forEach((key, index) => {
    const value = place.get(key)!
    let [low, high] = [0, tails.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (place.get(common[tails[middle]!]!)! < value) low = middle + 1
      else high = middle
    }
    if (low > 0) previous[index] = tails[low - 1]!
    tails[low] = index
  })
  const stayed = new Set<string>()
  for (let index = tails.at(-1) ?? -1; index >= 0; index = previous[index]!) stayed.add(common[index]!)
  return new Set(common.filter((key) => !stayed.has(key)))
}
