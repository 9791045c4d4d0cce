import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey, type EditorState } from '@tiptap/pm/state'
import { Mapping } from '@tiptap/pm/transform'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { getVersion, sendableSteps } from 'prosemirror-collab'
import type { Person } from '../collaboration/protocol.ts'
import { hearKey } from './own-caret.ts'

/** Where somebody else is in this text, in its present positions. */
type Caret = { name: string; tone: number; anchor: number; head: number }
type Carets = { shown: ReadonlyMap<string, Caret>; waiting: ReadonlyMap<string, Person> }

const key = new PluginKey<Carets>('carets')
const tones = 6

/** What this page has typed and the server does not have yet: between the positions of a version and those one sees. */
const ownChanges = (state: EditorState): Mapping => new Mapping((sendableSteps(state)?.steps ?? []).map((step) => step.getMap()))

/** Where one's own caret is at the version that others know. */
export function ownPlace(state: EditorState): { version: number; anchor: number; head: number } {
  const back = ownChanges(state).invert()
  const { anchor, head } = state.selection
  return { version: getVersion(state), anchor: back.map(anchor), head: back.map(head) }
}

/** Always the same of a few colours for a page; the name is written beside it. */
export const toneOf = (client: string): number =>
  [...client].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 9973, 7) % tones

/** Draws the carets and selections of colleagues, who tell where they are with `personIs`. */
export const Carets = Extension.create({
  name: 'carets',
  addProseMirrorPlugins: () => [
    new Plugin<Carets>({
      key,
      state: {
        init: () => ({ shown: new Map(), waiting: new Map() }),
        apply(transaction, before, _old, state) {
          let { shown, waiting } = before
          if (transaction.docChanged && shown.size > 0)
            shown = new Map(
              [...shown].map(([client, caret]) => [
                client,
                { ...caret, anchor: transaction.mapping.map(caret.anchor, -1), head: transaction.mapping.map(caret.head, -1) },
              ]),
            )
          const told = transaction.getMeta(key) as Person | undefined
          if (told) waiting = new Map(waiting).set(told.client, told)
          if (waiting.size === 0) return shown === before.shown ? before : { shown, waiting }
          return place(shown, waiting, state)
        },
      },
      props: { decorations: (state) => decorate(state), handleDOMEvents: { keydown: hearKey } },
    }),
  ],
})

/** Somebody is somewhere in this text, or gone from it: to be dispatched. */
export const personIs = (state: EditorState, person: Person) => state.tr.setMeta(key, person).setMeta('addToHistory', false)

/** A place in a version that is not there yet waits for it; one in a version that is past is followed by another soon. */
function place(before: Carets['shown'], waitingBefore: Carets['waiting'], state: EditorState): Carets {
  const shown = new Map(before)
  const waiting = new Map(waitingBefore)
  const version = getVersion(state)
  for (const [client, person] of waitingBefore) {
    if (!person.gone && person.version > version) continue
    waiting.delete(client)
    if (person.gone) shown.delete(client)
    else if (person.version === version) {
      const forth = ownChanges(state)
      const at = (position: number) => Math.min(forth.map(position), state.doc.content.size)
      shown.set(client, { name: person.name, tone: toneOf(client), anchor: at(person.anchor), head: at(person.head) })
    }
  }
  return { shown, waiting }
}

function decorate(state: EditorState): DecorationSet {
  const decorations = [...(key.getState(state)?.shown ?? []).values()].flatMap(({ name, tone, anchor, head }) => {
    const [from, to] = anchor < head ? [anchor, head] : [head, anchor]
    const range = Decoration.inline(from, to, { class: 'others-selection', 'data-tone': String(tone) })
    return [...(from < to ? [range] : []), ...caretAt(state.doc, head, { 'data-name': name, 'data-tone': String(tone) })]
  })
  return DecorationSet.create(state.doc, decorations)
}

/**
 * A colleague's caret as the edge of the letter beside it, with the name drawn from an attribute. Nothing stands between the letters: an element of its own
 * would be a stop for the keys that go by word, and for screen readers would cut the word in two. Who is here is said beside the text.
 */
function caretAt(doc: Node, head: number, attributes: Record<string, string>): Decoration[] {
  const $head = doc.resolve(head)
  const { nodeBefore, nodeAfter, parent } = $head
  // In an element of its own, so that two at the same place are two.
  const edge = (from: number, to: number, side: string) => [
    Decoration.inline(from, to, { ...attributes, nodeName: 'span', class: `others-caret ${side}` }),
  ]
  const block = (from: number, node: Node) => [
    Decoration.node(from, from + node.nodeSize, { ...attributes, class: 'others-caret others-caret-block' }),
  ]
  if (parent.inlineContent) {
    if (nodeAfter) return edge(head, head + firstOf(nodeAfter), 'others-caret-before')
    if (nodeBefore) return edge(head - lastOf(nodeBefore), head, 'others-caret-after')
    return block($head.before(), parent)
  }
  // Of whole blocks only an incident can be where somebody is.
  return nodeAfter?.isAtom ? block(head, nodeAfter) : nodeBefore?.isAtom ? block(head - nodeBefore.nodeSize, nodeBefore) : []
}

const letters = new Intl.Segmenter()
/** How long the first letter is, with all that is one with it: an emoji, or a letter with its accents, is never cut. */
const firstOf = ({ text, nodeSize }: Node): number =>
  text === undefined ? nodeSize : ([...letters.segment(text.slice(0, longestLetter))][0]?.segment.length ?? 1)
const lastOf = ({ text, nodeSize }: Node): number =>
  text === undefined ? nodeSize : ([...letters.segment(text.slice(-longestLetter))].at(-1)?.segment.length ?? 1)
/** More than any letter has. */
const longestLetter = 64
