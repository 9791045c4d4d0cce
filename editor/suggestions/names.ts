import { Extension, type Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { idOf, markOf } from './marks.ts'

type Kind = 'insertion' | 'deletion'
/** Words that somebody suggests to put in or take out, by their places in their block. */
type Words = { from: number; to: number; id: string; kind: Kind }

/** What a screen reader says of the words of a suggestion. */
export type NameOfWords = (id: string, kind: Kind) => string
type Names = { nameOf: NameOfWords | null; drawn: DecorationSet }

const key = new PluginKey<Names>('suggestionNames')

/** Names suggestions from now on; to be called again when it became known whose they are. */
export function nameSuggestions({ view }: Editor, nameOf: NameOfWords): void {
  if (key.getState(view.state)?.nameOf !== nameOf)
    view.dispatch(view.state.tr.setMeta(key, nameOf).setMeta('addToHistory', false))
}

/**
 * Says to assistive technology whose suggestion words are and what it does. An `ins` or `del` may have no name of its own (WAI-ARIA), so that the
 * words in it are a named group.
 */
export const SuggestionNames = Extension.create({
  name: 'suggestionNames',
  addProseMirrorPlugins: () => [
    new Plugin<Names>({
      key,
      state: {
        init: () => ({ nameOf: null, drawn: DecorationSet.empty }),
        apply(transaction, before) {
          const learnt = transaction.getMeta(key) as NameOfWords | undefined
          const nameOf = learnt ?? before.nameOf
          if (!nameOf || !(learnt || transaction.docChanged)) return before
          const { doc } = transaction
          return { nameOf, drawn: DecorationSet.create(doc, namesIn(doc, nameOf)) }
        },
      },
      props: { decorations: (state) => key.getState(state)?.drawn },
    }),
  ],
})

function namesIn(doc: Node, nameOf: NameOfWords): Decoration[] {
  const names: Decoration[] = []
  doc.descendants((node, pos) => {
    if (!node.isTextblock) return true
    for (const { from, to, id, kind } of suggestedWords(node))
      names.push(
        Decoration.inline(pos + 1 + from, pos + 1 + to, { nodeName: 'span', role: 'group', 'aria-label': nameOf(id, kind) }),
      )
    return false
  })
  return names
}

/** Blocks are looked through once: at each key only one of them is another. */
const looked = new WeakMap<Node, readonly Words[]>()

function suggestedWords(block: Node): readonly Words[] {
  const known = looked.get(block)
  if (known) return known
  const found: Words[] = []
  block.forEach((node, from) => {
    if (!node.isText) return
    // What is to go is said first: it may be somebody's insertion that another wants to go.
    for (const kind of ['deletion', 'insertion'] as const) {
      const mark = markOf(node, kind)
      if (!mark) continue
      found.push({ from, to: from + node.nodeSize, id: idOf(mark), kind })
      break
    }
  })
  looked.set(block, found)
  return found
}
