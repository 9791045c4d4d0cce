import { Extension } from '@tiptap/core'
import { Plugin, PluginKey, TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { hitsIn, type FindQuery, type Hit } from './find.ts'
import { replaceHits } from './replace.ts'

/** What is looked for in the text that is written in, and where it stands now. */
export type Found = {
  query: FindQuery | null
  hits: readonly Hit[]
  /** Place in `hits`; -1 when there are none. */ current: number
}

/** In a transaction: another query, another hit to be current, or the position to go on from. */
type Asked = { query?: FindQuery | null; current?: number; from?: number }

const nothing: Found = { query: null, hits: [], current: -1 }
const key = new PluginKey<Found>('finder')

/** What is looked for, as of this state. */
export const foundIn = (state: EditorState): Found => key.getState(state) ?? nothing

/** Marks the words looked for, and keeps up with the text as it is written. */
export const Finder = Extension.create({
  name: 'finder',
  addProseMirrorPlugins: () => [
    new Plugin<Found>({
      key,
      state: {
        init: () => nothing,
        apply(transaction, before, _old, state) {
          const asked = transaction.getMeta(key) as Asked | undefined
          const query = asked?.query === undefined ? before.query : asked.query
          if (query === null) return nothing
          if (asked?.current !== undefined) return { ...before, current: asked.current }
          const same = query === before.query
          if (same && !transaction.docChanged) return before
          const hits = hitsIn(state.doc, query)
          const wasAt = transaction.mapping.map(before.hits[before.current]?.from ?? 0)
          return { query, hits, current: nearest(hits, asked?.from ?? (same ? wasAt : state.selection.from)) }
        },
      },
      props: {
        decorations(state) {
          const { hits, current } = foundIn(state)
          return DecorationSet.create(
            state.doc,
            hits.map(({ from, to }, index) =>
              Decoration.inline(from, to, { class: index === current ? 'found current' : 'found' }),
            ),
          )
        },
      },
    }),
  ],
})

/** The first hit from a position on; the first of all when there is none there, -1 when there are none at all. */
function nearest(hits: readonly Hit[], position: number): number {
  const index = hits.findIndex((hit) => hit.from >= position)
  return index < 0 && hits.length > 0 ? 0 : index
}

const telling = (transaction: Transaction, asked: Asked) => transaction.setMeta(key, asked)

/** Looks for something else, from the caret on, or for nothing any more. */
export const lookFor = (state: EditorState, query: FindQuery | null): Transaction => telling(state.tr, { query })

/** To the current hit, the next or the one before, round the end of the text: it is selected and comes into view. */
export function goToFound(state: EditorState, by: -1 | 0 | 1): Transaction {
  const { hits, current } = foundIn(state)
  if (hits.length === 0) return state.tr
  const to = (current + by + hits.length) % hits.length
  const selection = TextSelection.create(state.doc, hits[to]!.from, hits[to]!.to)
  return telling(state.tr, { current: to }).setSelection(selection).scrollIntoView()
}

/** Replaces the current hit, or all of them, as one change; what goes on goes on behind it. */
export function replaceFound(state: EditorState, words: string, which: 'current' | 'all'): Transaction {
  const { hits, current } = foundIn(state)
  const chosen = which === 'all' ? hits : hits.slice(Math.max(current, 0), current + 1)
  const replaced = replaceHits(state.tr, chosen, words)
  const last = chosen.at(-1)
  return last ? telling(replaced, { from: replaced.mapping.map(last.to) }) : replaced
}
