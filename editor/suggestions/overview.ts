import type { Node } from '@tiptap/pm/model'
import type { Step } from '@tiptap/pm/transform'
import { Mapping } from '@tiptap/pm/transform'
import type { SuggestionContent } from '#schemas/document.ts'
import { idOf, isSuggestion } from './marks.ts'

/** Stands in the words of a suggestion for a citation or whatever else is no word. */
export const notAWord = '\uFFFC'

/** A place of a text that a suggestion marks. Of a block only its edge: what it holds is marked by itself. */
type Piece = { from: number; to: number; kind: 'insertion' | 'deletion' | 'modification'; node: Node }

/** What one suggestion changes, and where. */
export type Suggestion = SuggestionContent & {
  id: string
  /** The block it begins in. */
  blockId: string | null
  from: number
  to: number
  /** Blocks that would come, and that would go. */
  blocks: { inserted: number; removed: number }
  pieces: Piece[]
}

/** The suggestions in a text, in the order they begin. */
export function suggestionsIn(doc: Node): Suggestion[] {
  const found = new Map<string, Suggestion>()
  let blockId: string | null = null
  doc.descendants((node, pos) => {
    if (typeof node.attrs.id === 'string') blockId = node.attrs.id
    for (const mark of node.marks) {
      if (!isSuggestion(mark)) continue
      const kind = mark.type.name as Piece['kind']
      const id = idOf(mark)
      const one: Suggestion = found.get(id) ?? {
        id,
        blockId,
        from: pos,
        to: pos,
        inserted: '',
        removed: '',
        changed: [],
        blocks: { inserted: 0, removed: 0 },
        pieces: [],
      }
      found.set(id, one)
      const to = node.isInline || node.isLeaf ? pos + node.nodeSize : pos + 1
      one.to = Math.max(one.to, to)
      one.pieces.push({ from: pos, to, kind, node })
      if (kind === 'modification') one.changed.push(changeOf(mark.attrs))
      else {
        const words = kind === 'insertion' ? 'inserted' : 'removed'
        if (node.isInline || node.isLeaf) one[words] += node.text ?? notAWord
        else one.blocks[words] += 1
      }
    }
    return true
  })
  return [...found.values()]
}

const changeOf = ({
  type,
  attrName,
  previousValue,
  newValue,
}: Record<string, unknown>): SuggestionContent['changed'][number] => ({
  type: String(type),
  attrName: attrName === null ? null : String(attrName),
  previousValue,
  newValue,
})

/** Whether nothing is said in somebody’s name that they did not say: what another has left of a suggestion is a part of it. */
export function isPartOf(now: SuggestionContent, said: SuggestionContent): boolean {
  return (
    isIn(now.inserted, said.inserted) &&
    isIn(now.removed, said.removed) &&
    now.changed.every((change) => said.changed.some((it) => key(it) === key(change)))
  )
}

const key = ({ type, attrName, newValue }: SuggestionContent['changed'][number]): string =>
  JSON.stringify([type, attrName, newValue])

/** Whether the signs of one text stand in another in that order. */
function isIn(part: string, whole: string): boolean {
  let at = 0
  for (const sign of whole) if (at < part.length && part.startsWith(sign, at)) at += sign.length
  return at === part.length
}

/** What became of a suggestion that is no longer in the text, by what the steps left of it. */
export function outcomeOf({ pieces }: Suggestion, after: Node, steps: readonly Step[]): 'accepted' | 'rejected' {
  const mapping = new Mapping(steps.map((step) => step.getMap()))
  let accepted = 0
  for (const { from, to, kind, node } of pieces) {
    const left = mapping.map(to, -1) - mapping.map(from, 1)
    if (kind === 'modification') accepted += sameBlock(after.nodeAt(mapping.map(from)), node) ? 1 : -1
    else {
      const stays = left > 0
      const weight = node.isInline ? to - from : 1
      accepted += stays === (kind === 'insertion') ? weight : -weight
    }
  }
  return accepted > 0 ? 'accepted' : 'rejected'
}

const sameBlock = (one: Node | null, other: Node): boolean =>
  one !== null && one.type === other.type && JSON.stringify(one.attrs) === JSON.stringify(other.attrs)
