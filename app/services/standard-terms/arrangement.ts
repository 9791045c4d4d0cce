/** What stands where: groups in order, each with its items in order. Questions in sections, or sections in chapters. */
export type Arrangement = readonly { readonly group: string; readonly items: readonly string[] }[]

/** One place up or down; past the edge of its group an item goes to the end of the group before or the beginning of the one after. */
export function moveItem(arrangement: Arrangement, key: string, direction: 'up' | 'down'): Arrangement {
  const found = whereIs(arrangement, key)
  if (!found) return arrangement
  const { group, place } = found
  const last = arrangement[group]!.items.length - 1
  if (direction === 'up') {
    if (place > 0) return placeItem(arrangement, key, group, place - 1)
    return group > 0 ? placeItem(arrangement, key, group - 1, arrangement[group - 1]!.items.length) : arrangement
  }
  if (place < last) return placeItem(arrangement, key, group, place + 1)
  return group < arrangement.length - 1 ? placeItem(arrangement, key, group + 1, 0) : arrangement
}

/** Takes an item out and puts it in a group, so that it gets this place there. */
export function placeItem(arrangement: Arrangement, key: string, group: number, place: number): Arrangement {
  return arrangement.map((it, index) => {
    const without = it.items.filter((item) => item !== key)
    return { ...it, items: index === group ? [...without.slice(0, place), key, ...without.slice(place)] : without }
  })
}

/** A whole group one place up or down. */
export function moveGroup(arrangement: Arrangement, key: string, direction: 'up' | 'down'): Arrangement {
  const from = arrangement.findIndex((it) => it.group === key)
  const to = from + (direction === 'up' ? -1 : 1)
  if (from < 0 || to < 0 || to >= arrangement.length) return arrangement
  const without = arrangement.toSpliced(from, 1)
  return without.toSpliced(to, 0, arrangement[from]!)
}

/** Where an item stands; null when it is nowhere. */
export function whereIs(arrangement: Arrangement, key: string): { group: number; place: number } | null {
  for (const [group, { items }] of arrangement.entries()) {
    const place = items.indexOf(key)
    if (place >= 0) return { group, place }
  }
  return null
}

/**
 * Which items moved between two arrangements that both have them: those in another group, and within a group the fewest that explain the new order.
 * One question drawn past five others is one that moved, not six.
 */
export function movedItems(before: Arrangement, after: Arrangement): string[] {
  return after.flatMap(({ group, items }) => {
    const were = before.find((it) => it.group === group)?.items ?? []
    const stayed = items.filter((item) => were.includes(item))
    const inOrder = new Set(longestRun(stayed.map((item) => were.indexOf(item))).map((place) => were[place]!))
    return items.filter((item) => whereIs(before, item) !== null && !inOrder.has(item))
  })
}

/** The longest rising sequence within a list of different numbers; of equally long ones the first. */
function longestRun(numbers: readonly number[]): number[] {
  const runs: number[][] = []
  for (const number of numbers) {
    const longest = runs.reduce<number[]>((best, run) => (run.at(-1)! < number && run.length > best.length ? run : best), [])
    runs.push([...longest, number])
  }
  return runs.reduce<number[]>((best, run) => (run.length > best.length ? run : best), [])
}

/**
 * An order that someone made, brought up to date with what there is now: what is gone is left out, what is new stands at the end of its group, groups that
 * are new come last.
 */
export function reconciled(order: Arrangement, present: Arrangement): Arrangement {
  const there = new Set(present.flatMap((it) => it.items))
  const kept = order
    .filter(({ group }) => present.some((it) => it.group === group))
    .map(({ group, items }) => ({ group, items: [...new Set(items)].filter((item) => there.has(item)) }))
  const known = new Set(kept.flatMap((it) => it.items))
  const all = [
    ...kept,
    ...present.filter(({ group }) => !kept.some((it) => it.group === group)).map(({ group }) => ({ group, items: [] })),
  ]
  return all.map(({ group, items }) => ({
    group,
    items: [...items, ...(present.find((it) => it.group === group)?.items.filter((item) => !known.has(item)) ?? [])],
  }))
}
