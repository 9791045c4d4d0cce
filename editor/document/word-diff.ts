import { diffWordsWithSpace } from 'diff'

export type WordChange = { text: string; change: 'same' | 'added' | 'removed' }

/**
 * What was changed between two wordings, word by word, in reading order: what went before what came in its place. The same and the removed parts
 * together are `before`, the same and the added ones `after`, character for character.
 */
export function wordDiff(before: string, after: string): WordChange[] {
  const parts = diffWordsWithSpace(before, after).map(({ value, added, removed }): WordChange => ({
    text: value,
    change: added ? 'added' : removed ? 'removed' : 'same',
  }))
  return joined(parts)
}

/**
 * Changed words that only a space keeps apart become one change: "**how does** the" reads better than "**how** **does** the". A space that both sides
 * begin or end with did not change.
 */
function joined(parts: readonly WordChange[]): WordChange[] {
  const result: WordChange[] = []
  const add = (text: string, change: WordChange['change']) => {
    const last = result.at(-1)
    if (text === '') return
    if (last?.change === change) last.text += text
    else result.push({ text, change })
  }
  let removed = ''
  let added = ''
  const close = () => {
    const start = shared(/^\s+/, removed, added)
    const end = shared(/\s+$/, removed.slice(start.length), added.slice(start.length))
    add(start, 'same')
    add(removed.slice(start.length, removed.length - end.length), 'removed')
    add(added.slice(start.length, added.length - end.length), 'added')
    add(end, 'same')
    removed = added = ''
  }
  for (const [index, { text, change }] of parts.entries()) {
    const between = change === 'same' && text.trim() === '' && index > 0 && index < parts.length - 1
    if (change === 'same' && !between) {
      close()
      add(text, 'same')
      continue
    }
    if (change !== 'added') removed += text
    if (change !== 'removed') added += text
  }
  close()
  return result
}

/** The space that both texts have at this place, when it is the same. */
function shared(place: RegExp, one: string, other: string): string {
  const space = place.exec(one)?.[0] ?? ''
  return space === place.exec(other)?.[0] ? space : ''
}
