import { Extension } from '@tiptap/core'
import { Plugin, PluginKey, type EditorState } from '@tiptap/pm/state'
import { Mapping } from '@tiptap/pm/transform'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { getVersion, sendableSteps } from 'prosemirror-collab'
import type { Person } from '../collaboration/protocol.ts'

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
      props: { decorations: (state) => decorate(state) },
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
  const decorations = [...(key.getState(state)?.shown ?? [])].flatMap(([client, { name, tone, anchor, head }]) => {
    const [from, to] = anchor < head ? [anchor, head] : [head, anchor]
    const range = Decoration.inline(from, to, { class: 'others-selection', 'data-tone': String(tone) })
    return [
      ...(from < to ? [range] : []),
      // Before one's own caret: from behind it the keys End and Home would not get away.
      Decoration.widget(head, () => caretOf(name, tone), { key: `${client} ${name}`, side: -1, ignoreSelection: true }),
    ]
  })
  return DecorationSet.create(state.doc, decorations)
}

/** Not for screen readers: it would cut the words in two. Who is here is said beside the text. */
function caretOf(name: string, tone: number): HTMLElement {
  const caret = document.createElement('span')
  caret.className = 'others-caret'
  caret.dataset.tone = String(tone)
  caret.setAttribute('aria-hidden', 'true')
  const label = document.createElement('span')
  label.textContent = name
  caret.append(label)
  return caret
}
