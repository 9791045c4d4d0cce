import type { Node } from '@tiptap/pm/model'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import { ReplaceStep } from '@tiptap/pm/transform'
import { changesOf, isLevel, tokensBetween, type Change, type Token } from './changes.ts'
import { selectionAfter, type Put } from './selection-after.ts'
import { idOf, isSuggestion, markOf } from './marks.ts'
import { suggestBlockChange } from './suggest-block-change.ts'
import { suggestedInsertion } from './suggest-insertion.ts'
import { differencesOf, suggestLook } from './suggest-look.ts'
import { suggestRemoval, wholeOnly } from './suggest-removal.ts'
import { isOnlySuggested, isSameOnceAccepted } from './faithful.ts'

/** Whose suggestions are whose, and how a new one is called. */
export type Suggester = {
  isOwn: (id: string) => boolean
  newId: () => string
  /** Whether words are being deleted forward: then one goes on behind them. Without it, by where the caret stands. */
  forward?: boolean | undefined
}

/**
 * The same change as a suggestion: what it puts in and takes out is marked instead. What somebody suggested themselves they simply change.
 * Taking it over gives exactly that change, and turning it down exactly the text there was; only where words are taken away over the border of a list
 * or the like, that border stays.
 * @returns null for what cannot be suggested so: putting paragraphs into a list or taking them out of it, or whatever else changes what stands in what.
 */
export function suggest(state: EditorState, change: Transaction, suggester: Suggester): Transaction | null {
  for (const how of ['whole', 'words'] as const) {
    try {
      const made = new Suggesting(state, change, suggester, how)
      if (!made.written()) continue
      const { tr, isOwn } = made
      const same =
        isOnlySuggested(state.doc, tr.doc, { isOwn, isOwnThread: () => true }) &&
        (how === 'words' || isSameOnceAccepted(change.doc, tr.doc))
      if (same) return made.finished()
    } catch (error) {
      // What ProseMirror cannot fit is no suggestion.
      if (!(error instanceof RangeError) && !(error instanceof Error && error.name === 'TransformError')) throw error
    }
  }
  return null
}

/** From the end to the beginning, so that what comes before stands where it stood. */
type Place = { at: number; write: () => boolean }

class Suggesting {
  readonly tr: Transaction
  readonly #changes: Change[]
  readonly #fresh = new Set<string>()
  readonly #put: Put[] = []
  #shared: string | undefined

  constructor(
    private readonly state: EditorState,
    private readonly change: Transaction,
    private readonly suggester: Suggester,
    /** `words`: only what it takes away, and what holds what stays as it is. */
    private readonly how: 'whole' | 'words',
  ) {
    this.tr = state.tr
    this.#changes = changesOf(change.mapping.maps)
  }

  readonly isOwn = (id: string): boolean => this.#fresh.has(id) || this.suggester.isOwn(id)

  written(): boolean {
    const kept = this.#kept()
    if (this.how === 'words' && (kept.length > 0 || this.#holdsMore())) return false
    const places = [
      ...this.#changes.map((change): Place => ({ at: change.toA, write: () => this.#replaced(change) })),
      ...kept,
    ].sort((a, b) => b.at - a.at)
    return places.every(({ write }) => write()) && (this.tr.docChanged || this.how === 'whole')
  }

  /** More blocks begin after the change than before: it does not only take away. */
  #holdsMore(): boolean {
    const { doc } = this.change
    const more = this.#changes.map(
      ({ fromA, toA, fromB, toB }) => begun(tokensBetween(doc, fromB, toB)) - begun(tokensBetween(this.state.doc, fromA, toA)),
    )
    return more.reduce((sum, it) => sum + it, 0) > 0
  }

  #replaced(change: Change): boolean {
    const { doc } = this.state
    const removed = tokensBetween(doc, change.fromA, change.toA)
    const added = tokensBetween(this.change.doc, change.fromB, change.toB)
    if (this.how === 'words') {
      if (added.some(hasContent)) return false
      if (removed.some(hasContent)) this.#remove(wholeOnly(removed), this.#sharedId())
      return true
    }
    if (isLevel(removed) && isLevel(added)) {
      const id = this.#idFor(change)
      this.#insert(change, id)
      this.#remove(removed, id)
      return true
    }
    return this.#sameEdges(removed, added)
  }

  /** Blocks that stay and become others: another kind of block, or the same with other attributes. */
  #sameEdges(removed: readonly Token[], added: readonly Token[]): boolean {
    const edges = removed.length === added.length && removed.every((it, index) => it.kind === added[index]!.kind)
    if (!edges || removed.some(hasContent)) return false
    for (const [index, { kind, from, node }] of removed.entries())
      if (kind === 'open') this.#blockChange(from, node, added[index]!.node)
    return true
  }

  #remove(removed: readonly Token[], id: string): void {
    suggestRemoval(this.tr, removed, id, this.isOwn)
  }

  #blockChange(pos: number, before: Node, after: Node): void {
    const own = markOf(before, 'insertion')
    suggestBlockChange(this.tr, pos, {
      before,
      after,
      id: own && this.isOwn(idOf(own)) ? null : this.#sharedId(),
      isOwn: this.isOwn,
    })
  }

  #insert(change: Change, id: string): void {
    const put = suggestedInsertion(this.state.doc, this.change.doc, change, id)
    if (!put) return
    this.tr.step(new ReplaceStep(put.at, put.at, put.slice))
    this.#put.push({ change, step: this.tr.steps.length })
  }

  /** What stays but looks otherwise, or is another kind of paragraph now. */
  #kept(): Place[] {
    const { change, state } = this
    if (change.steps.every((step) => step instanceof ReplaceStep)) return []
    return differencesOf(state.doc, change.doc, this.#changes).map((difference) => {
      const { from, to, before, after } = difference
      if (!before.isInline) return { at: from, write: () => (this.#blockChange(from, before, after), true) }
      const how = { isOwn: this.isOwn, newId: () => this.#sharedId() }
      return { at: to, write: () => (suggestLook(this.tr, state.doc, difference, how), true) }
    })
  }

  #sharedId(): string {
    return (this.#shared ??= this.#new())
  }

  #new(): string {
    const id = this.suggester.newId()
    this.#fresh.add(id)
    return id
  }

  /** Going on with what one suggested right here is the same suggestion. */
  #idFor({ fromA, toA }: Change): string {
    const { doc } = this.state
    const [$from, $to] = [doc.resolve(fromA), doc.resolve(toA)]
    const beside = [$from.nodeBefore, $to.nodeAfter, ...($from.parentOffset === 0 ? [$from.parent] : [])]
    const within = tokensBetween(doc, fromA, toA).map(({ node }) => node)
    for (const node of [...beside, ...within]) {
      const mark = node?.marks.find((it) => it.type.name !== 'modification' && isSuggestion(it) && this.isOwn(idOf(it)))
      if (mark) return idOf(mark)
    }
    return this.#new()
  }

  /** With the selection, and everything else that was said of the change. */
  finished(): Transaction {
    const { tr, change } = this
    const { meta } = change as unknown as { meta: Record<string, unknown> }
    for (const [key, value] of Object.entries(meta)) tr.setMeta(key, value)
    tr.setTime(change.time)
    if (change.selectionSet || change.docChanged)
      tr.setSelection(
        selectionAfter({
          before: this.state,
          change,
          suggested: tr,
          changes: this.#changes,
          put: this.#put,
          forward: this.suggester.forward,
        }),
      )
    if (change.storedMarksSet) tr.setStoredMarks(change.storedMarks)
    if (change.scrolledIntoView) tr.scrollIntoView()
    return tr
  }
}

const begun = (tokens: readonly Token[]): number => tokens.filter(({ kind }) => kind === 'open').length
const hasContent = ({ kind }: Token): boolean => kind === 'inline' || kind === 'leaf'
