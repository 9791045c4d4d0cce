import { Fragment, type Node } from '@tiptap/pm/model'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import { Mapping } from '@tiptap/pm/transform'
import { changesOf, tokensBetween, type Token } from '../suggestions/changes.ts'
import { markOf } from '../suggestions/marks.ts'

/** Says of a transaction that it puts words of others back; it is nobody's own edit. */
export const putsBack = 'putsWordsBack'

/**
 * Puts back what others wrote in the middle of a suggestion at the very moment that suggestion was taken out here: taken out with it, their words
 * would be gone unseen (docs/decisions/023).
 * @param received the transaction in which steps of others came in, under one's own. @param others how many those are. @param state after it.
 * @returns null where nothing of the kind happened.
 */
export function keptWords(received: Transaction, others: number, state: EditorState): Transaction | null {
  const own = Number(received.getMeta('rebased') ?? 0)
  const first = own + others
  if (own === 0 || received.steps.length === first) return null
  const doc = received.docs[first]!
  const after = new Mapping(received.mapping.maps.slice(first))
  const gone = changesOf(received.mapping.maps.slice(own, first))
    .flatMap(({ fromB, toB }) => tokensBetween(doc, fromB, toB))
    .filter(({ kind, from, to }) => kind === 'inline' && after.map(from, 1) >= after.map(to, -1))
    .filter((token) => isAmidSuggestion(doc, token))
  if (gone.length === 0) return null
  const { tr } = state
  for (const token of gone.reverse()) put(tr, after.map(token.from, -1), pieceOf(doc, token))
  return tr.setMeta(putsBack, true).setMeta('addToHistory', false)
}

function isAmidSuggestion(doc: Node, { from, to }: Token): boolean {
  const [$from, $to] = [doc.resolve(from), doc.resolve(to)]
  return [$from.nodeBefore, $to.nodeAfter, $from.parent].some((node) => node && markOf(node, 'insertion'))
}

function pieceOf(doc: Node, { from, to, node }: Token): Node {
  const { textOffset } = doc.resolve(from)
  return node.isText ? node.cut(textOffset, textOffset + to - from) : node
}

/** Where the words stood; where their paragraph went too, at the end of the one before. */
function put(tr: Transaction, pos: number, piece: Node): void {
  const $pos = tr.doc.resolve(pos)
  if ($pos.parent.inlineContent) tr.insert(pos, piece)
  else if ($pos.nodeBefore?.isTextblock) tr.insert(pos - 1, piece)
  else tr.insert(pos, tr.doc.type.schema.nodes.paragraph!.create(null, Fragment.from(piece)))
}
