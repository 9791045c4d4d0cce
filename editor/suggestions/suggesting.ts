import { Extension, type Editor } from '@tiptap/core'
import { Fragment, Slice, type Node } from '@tiptap/pm/model'
import { Plugin, PluginKey, TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state'
import { AddMarkStep, RemoveMarkStep } from '@tiptap/pm/transform'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { putsBack } from '../collaboration/kept-words.ts'
import { changesOf, tokensBetween } from './changes.ts'
import { decide, type Decision } from './decide.ts'
import { idOf, isSuggestion } from './marks.ts'
import { suggestionsIn } from './overview.ts'
import { suggest } from './suggest.ts'

type Options = {
  /** Everything one does is a suggestion, and that cannot be switched off. */
  locked: boolean
  /** Whether one decides about suggestions. */
  mayDecide: boolean
  /** Whose a suggestion is: one's own are changed, others’ are marked. */
  isOwn: (id: string) => boolean
  /** A suggestion was made under this id. */
  onMade: (id: string) => void
  /** Something cannot be suggested; nothing was changed. */
  onRefused: () => void
}
type Mode = { on: boolean; current: string | null }

const key = new PluginKey<Mode>('suggesting')
const decidedHere = 'suggestionDecided'

/** Whether what is written now are suggestions. */
export const isSuggesting = (state: EditorState): boolean => key.getState(state)?.on ?? false

/** Writes suggestions from now on, or changes the text itself again. */
export const setSuggesting = (editor: Editor, on: boolean): void => editor.view.dispatch(editor.state.tr.setMeta(key, { on }))

/** Takes suggestions over or turns them down, as one change that can be undone. */
export function decideIn(editor: Editor, decision: Decision, ids: ReadonlySet<string>): void {
  const tr = decide(editor.state.tr, decision, (id) => ids.has(id))
  if (tr.docChanged) editor.view.dispatch(tr.setMeta(decidedHere, true))
}

/** Goes to a suggestion and shows which it is. @returns whether it is there. */
export function goToSuggestion(editor: Editor, id: string): boolean {
  const { state, view } = editor
  const there = suggestionsIn(state.doc).find((it) => it.id === id)
  if (!there) return false
  const near = TextSelection.near(state.doc.resolve(Math.min(there.from + 1, state.doc.content.size)))
  view.dispatch(state.tr.setSelection(near).setMeta(key, { current: id }).scrollIntoView())
  return true
}

/** Makes suggestions of one's own changes while that is switched on. Decisions, undoing, and what others write are left as they are. */
export const Suggesting = Extension.create<Options, { /** The key pressed last deletes forward. */ forward: boolean }>({
  name: 'suggesting',
  // Before everything else that looks at transactions.
  priority: 20_000,
  addOptions: () => ({ locked: false, mayDecide: false, isOwn: () => false, onMade: () => {}, onRefused: () => {} }),
  addStorage: () => ({ forward: false }),
  dispatchTransaction({ transaction, next }) {
    const { state } = this.editor
    if (!isSuggesting(state) || !isOwnEdit(transaction) || isAboutComments(transaction)) return next(transaction)
    const made: string[] = []
    const newId = () => {
      made.push(crypto.randomUUID())
      return made.at(-1)!
    }
    const suggestion = suggest(state, transaction, {
      isOwn: (id) => made.includes(id) || this.options.isOwn(id),
      newId,
      forward: this.storage.forward,
    })
    if (!suggestion) {
      // Signs that would have become a list stay signs.
      const typed = typedBy(transaction)
      if (typed) return this.editor.view.dispatch(state.tr.insertText(typed.text, typed.from, typed.to))
      return this.options.onRefused()
    }
    for (const id of made) this.options.onMade(id)
    next(suggestion)
  },
  addKeyboardShortcuts() {
    const decideHere = (decision: Decision) => () => {
      const id = suggestionAt(this.editor.state)
      if (!this.options.mayDecide || id === null) return false
      decideIn(this.editor, decision, new Set([id]))
      return true
    }
    return {
      'Alt-j': () => goOn(this.editor, 1),
      'Alt-k': () => goOn(this.editor, -1),
      'Alt-y': decideHere('accept'),
      'Alt-x': decideHere('reject'),
    }
  },
  addProseMirrorPlugins() {
    const { locked } = this.options
    const { storage } = this
    return [
      new Plugin<Mode>({
        key,
        state: {
          init: () => ({ on: locked, current: null }),
          apply(transaction, before) {
            const asked = transaction.getMeta(key) as Partial<Mode> | undefined
            if (asked) return { ...before, ...asked, on: locked || (asked.on ?? before.on) }
            return transaction.selectionSet && before.current ? { ...before, current: null } : before
          },
        },
        appendTransaction: (transactions, _before, state) => (isSuggesting(state) ? null : inOnesOwnName(transactions, state)),
        props: {
          handleDOMEvents: {
            keydown: (_view, { key: pressed }) => void (storage.forward = pressed === 'Delete'),
            beforeinput: (_view, { inputType }) => void (storage.forward = /^delete.*Forward$/.test(inputType)),
          },
          decorations: (state) => currentIn(state),
          // What is copied is what reads as the text, and nobody's suggestion.
          transformCopied: (slice) => new Slice(taken(slice.content), slice.openStart, slice.openEnd),
        },
      }),
    ]
  },
})

/** The suggestion one went to or stands in. */
export function suggestionAt(state: EditorState): string | null {
  const { $from } = state.selection
  const here = [...($from.nodeAfter?.marks ?? []), ...($from.nodeBefore?.marks ?? []), ...$from.parent.marks].find(isSuggestion)
  return key.getState(state)?.current ?? (here ? idOf(here) : null)
}

/** To the next suggestion or the one before; past the last the first comes again. */
function goOn(editor: Editor, by: 1 | -1): boolean {
  const all = suggestionsIn(editor.state.doc)
  if (all.length === 0) return false
  const { from } = editor.state.selection
  const here = all.findIndex(({ id }) => id === suggestionAt(editor.state))
  const after = all.findIndex((it) => it.from >= from)
  const start = here !== -1 ? here + by : by === 1 ? after : after - 1
  return goToSuggestion(editor, all.at(start % all.length)!.id)
}

const isOwnEdit = (transaction: Transaction): boolean =>
  transaction.docChanged &&
  !['history$', 'collab$', decidedHere, putsBack].some((meta) => transaction.getMeta(meta) !== undefined)

/** What was typed when an input rule made more of it (as Tiptap says in the rule's transaction). */
function typedBy(transaction: Transaction): { text: string; from: number; to: number } | undefined {
  const { meta } = transaction as unknown as { meta: Record<string, unknown> }
  return Object.values(meta).find(
    (said): said is { text: string; from: number; to: number } =>
      typeof said === 'object' && said !== null && 'transform' in said && 'text' in said && typeof said.text === 'string',
  )
}

const isAboutComments = ({ steps }: Transaction): boolean =>
  steps.every((step) => (step instanceof AddMarkStep || step instanceof RemoveMarkStep) && step.mark.type.name === 'comment')

/** What one writes in the middle of a suggestion without suggesting is not a part of it. */
function inOnesOwnName(transactions: readonly Transaction[], state: EditorState): Transaction | null {
  if (!transactions.some(isOwnEdit) || !transactions.every((it) => !it.docChanged || isOwnEdit(it))) return null
  const { tr } = state
  for (const { fromB, toB } of changesOf(transactions.flatMap((it) => it.mapping.maps)))
    for (const { kind, from, to, node } of tokensBetween(state.doc, fromB, toB))
      for (const mark of kind === 'inline' ? node.marks.filter(isSuggestion) : []) tr.removeMark(from, to, mark)
  return tr.docChanged ? tr.setStoredMarks(state.storedMarks) : null
}

function taken(content: Fragment): Fragment {
  const nodes: Node[] = []
  content.forEach((node) => {
    if (node.isInline && node.marks.some((mark) => mark.type.name === 'deletion')) return
    const marks = node.marks.filter((mark) => !isSuggestion(mark))
    nodes.push(node.isText ? node.mark(marks) : node.type.create(node.attrs, taken(node.content), marks))
  })
  return Fragment.fromArray(nodes)
}

function currentIn(state: EditorState): DecorationSet | null {
  const current = key.getState(state)?.current
  if (!current) return null
  const places: Decoration[] = []
  state.doc.descendants((node, pos) => {
    if (!node.marks.some((mark) => isSuggestion(mark) && idOf(mark) === current)) return
    const look = { class: 'suggestion-current' }
    places.push(
      node.isInline ? Decoration.inline(pos, pos + node.nodeSize, look) : Decoration.node(pos, pos + node.nodeSize, look),
    )
  })
  return DecorationSet.create(state.doc, places)
}
