import { Extension, type Editor } from '@tiptap/core'
import { Fragment, Slice, type Node } from '@tiptap/pm/model'
import { Plugin, PluginKey, TextSelection, type EditorState } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { commentedIn, threadsAt } from './commented.ts'

type Options = {
  /** Whether a thread is one on words of this section. */
  isKnown: (threadId: string) => boolean
  isResolved: (threadId: string) => boolean
  /** Somebody wants to read a thread. */
  onOpen: (threadId: string) => void
}
type Place = { from: number; to: number }
type Held = { /** Words that are about to be commented on. */ pending: Place | null; current: string | null }

const key = new PluginKey<Held>('commenting')

/** Holds the selected words while a comment on them is written. @returns what they say and where, or null when nothing is selected. */
export function holdWords(editor: Editor): { quote: string; blockId: string | null } | null {
  const { state, view } = editor
  const { from, to, empty, $from } = state.selection
  const quote = state.doc.textBetween(from, to, ' ').trim()
  if (empty || quote === '') return null
  view.dispatch(state.tr.setMeta(key, { pending: { from, to } }))
  let blockId: string | null = null
  for (let depth = $from.depth; depth > 0 && blockId === null; depth--)
    blockId = ($from.node(depth).attrs.id as string | null) ?? null
  return { quote, blockId }
}

/** What is known of the threads changed. */
export const lookAgain = (editor: Editor): void => editor.view.dispatch(editor.state.tr.setMeta(key, {}))

export const letWordsGo = (editor: Editor): void => editor.view.dispatch(editor.state.tr.setMeta(key, { pending: null }))

/** Marks the held words, wherever they are by now, as what a thread is about. @returns false when they are gone. */
export function markHeldWords(editor: Editor, threadId: string): boolean {
  const { state, view } = editor
  const pending = key.getState(state)?.pending
  // Undoing is about the text: a comment is not taken back with it.
  const tr = state.tr.setMeta(key, { pending: null, current: threadId }).setMeta('addToHistory', false)
  if (pending && pending.to > pending.from) tr.addMark(pending.from, pending.to, state.schema.mark('comment', { threadId }))
  view.dispatch(tr)
  return tr.docChanged
}

/** Goes to the words of a thread and shows which they are. @returns whether they are there. */
export function goToWords(editor: Editor, threadId: string): boolean {
  const { state, view } = editor
  const there = commentedIn(state.doc).find((it) => it.threadId === threadId)
  if (!there || !editor.isEditable) return false
  const at = TextSelection.near(state.doc.resolve(there.from))
  view.dispatch(state.tr.setSelection(at).setMeta(key, { current: threadId }).scrollIntoView())
  view.focus()
  return true
}

/** The threads on the words one is at. */
export function threadsHere(state: EditorState): string[] {
  const current = key.getState(state)?.current
  const here = threadsAt(state.doc, state.selection.from)
  return current ? [current, ...here.filter((id) => id !== current)] : here
}

/** Words with threads: shown, gone to, opened; and marks of other sections left out of what is pasted. */
export const Commenting = Extension.create<Options>({
  name: 'commenting',
  addOptions: () => ({ isKnown: () => true, isResolved: () => false, onOpen: () => {} }),
  addKeyboardShortcuts() {
    return { 'Alt-n': () => goOn(this.editor, 1), 'Alt-p': () => goOn(this.editor, -1) }
  },
  addProseMirrorPlugins() {
    const { isKnown, isResolved, onOpen } = this.options
    return [
      new Plugin<Held>({
        key,
        state: {
          init: () => ({ pending: null, current: null }),
          apply(tr, before) {
            const { pending, current } = before
            const moved = pending && { from: tr.mapping.map(pending.from, 1), to: tr.mapping.map(pending.to, -1) }
            const asked = tr.getMeta(key) as Partial<Held> | undefined
            return { pending: moved, current: tr.selectionSet ? null : current, ...asked }
          },
        },
        props: {
          decorations: (state) => looks(state, isResolved),
          handleClickOn: (view, position, _node, _at, _event, direct) => {
            const [threadId] = direct ? threadsAt(view.state.doc, position) : []
            if (threadId) onOpen(threadId)
            return false
          },
          transformPasted: (slice) => new Slice(ofThisSection(slice.content, isKnown), slice.openStart, slice.openEnd),
        },
      }),
    ]
  },
})

/** To the next words with a thread that is open, or the ones before; past the last the first come again. */
function goOn(editor: Editor, by: 1 | -1): boolean {
  const all = commentedIn(editor.state.doc)
  if (all.length === 0) return false
  const { from } = editor.state.selection
  const [here] = threadsHere(editor.state)
  const at = all.findIndex((it) => it.threadId === here)
  const after = all.findIndex((it) => it.from >= from)
  const start = at !== -1 ? at + by : by === 1 ? after : after - 1
  return goToWords(editor, all.at(start % all.length)!.threadId)
}

function looks(state: EditorState, isResolved: Options['isResolved']): DecorationSet {
  const { pending, current } = key.getState(state)!
  const shown = commentedIn(state.doc).flatMap(({ threadId, from, to }) => {
    const look = [threadId === current && 'comment-current', isResolved(threadId) && 'comment-resolved'].filter(Boolean).join(' ')
    return look ? [Decoration.inline(from, to, { class: look })] : []
  })
  if (pending) shown.push(Decoration.inline(pending.from, pending.to, { class: 'comment-current' }))
  return DecorationSet.create(state.doc, shown)
}

/** A mark of another section's thread says nothing here. */
function ofThisSection(content: Fragment, isKnown: Options['isKnown']): Fragment {
  const nodes: Node[] = []
  content.forEach((node) => {
    const marks = node.marks.filter(({ type, attrs }) => type.name !== 'comment' || isKnown(String(attrs.threadId)))
    nodes.push(node.isText ? node.mark(marks) : node.type.create(node.attrs, ofThisSection(node.content, isKnown), marks))
  })
  return Fragment.fromArray(nodes)
}
