import { Fragment, Slice, type Node } from '@tiptap/pm/model'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import { ReplaceStep } from '@tiptap/pm/transform'
import { changesOf, isLevel, tokensBetween, type Change, type Token } from './changes.ts'
import { selectionAfter, type Put } from './selection-after.ts'
import { look, sameAttributes, sameLook, withMarks } from './look.ts'
import { idOf, isSuggestion, markOf, suggestionMark } from './marks.ts'
import { suggestBlockChange } from './suggest-block-change.ts'
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
      const same = isOnlySuggested(state.doc, tr.doc, isOwn) && (how === 'words' || isSameOnceAccepted(change.doc, tr.doc))
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
      return !removed.some(hasContent) || this.#remove(wholeOnly(removed), this.#sharedId())
    }
    if (isLevel(removed) && isLevel(added)) {
      const id = this.#idFor(change)
      return this.#insert(change, id) && this.#remove(removed, id)
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

  #blockChange(pos: number, before: Node, after: Node): void {
    const own = markOf(before, 'insertion')
    suggestBlockChange(this.tr, pos, {
      before,
      after,
      id: own && this.isOwn(idOf(own)) ? null : this.#sharedId(),
      isOwn: this.isOwn,
    })
  }

  #insert(change: Change, id: string): boolean {
    const { fromB, toB, toA } = change
    if (fromB === toB) return true
    const slice = this.change.doc.slice(fromB, toB)
    const $at = this.state.doc.resolve(toA)
    const split = slice.openStart > 0 && slice.openStart === slice.openEnd && slice.content.childCount === 2
    // Split before its first word: what is new is the empty block, which comes before.
    if (
      split &&
      slice.size === 2 * slice.openStart &&
      change.fromA === toA &&
      $at.parentOffset === 0 &&
      $at.parent.content.size > 0
    ) {
      const at = $at.before($at.depth - slice.openStart + 1)
      const first = $at.node($at.depth - slice.openStart + 1)
      this.#step(change, at, new Slice(Fragment.from(this.#inserted(hollow(first, slice.openStart), id)), 0, 0))
      return true
    }
    this.#step(change, toA, new Slice(this.#spine(slice.content, slice.openStart, id), slice.openStart, slice.openEnd))
    return true
  }

  #step(change: Change, at: number, slice: Slice): void {
    this.tr.step(new ReplaceStep(at, at, slice))
    this.#put.push({ change, step: this.tr.steps.length })
  }

  /** The blocks a slice begins in are there already; all others in it are new. */
  #spine(content: Fragment, open: number, id: string): Fragment {
    return Fragment.from(
      content.content.map((node, index) =>
        index === 0 && open > 0 ? node.copy(this.#spine(node.content, open - 1, id)) : this.#inserted(node, id),
      ),
    )
  }

  #inserted(node: Node, id: string): Node {
    const marks = suggestionMark(node, 'insertion', id).addToSet(node.marks.filter((mark) => !isSuggestion(mark)))
    if (node.isText) return node.mark(marks)
    return node.type.create(node.attrs, Fragment.from(node.children.map((child) => this.#inserted(child, id))), marks)
  }

  #remove(removed: readonly Token[], id: string): boolean {
    for (let index = removed.length - 1; index >= 0; index--) {
      const { kind, from, to, node } = removed[index]!
      const own = markOf(node, 'insertion')
      const mine = own !== undefined && this.isOwn(idOf(own))
      if (kind === 'inline') {
        if (mine) this.tr.delete(from, to)
        else if (!markOf(node, 'deletion')) this.tr.addMark(from, to, suggestionMark(node, 'deletion', id))
      } else if (kind === 'leaf') {
        if (mine) this.tr.delete(from, to)
        else this.#markBlock(from, node, id)
      } else if (kind === 'close') {
        const whole = removed.findLastIndex((it, place) => place < index && it.kind === 'open' && it.node === node)
        if (whole === -1 || !this.#allMine(removed.slice(whole, index))) continue
        this.tr.delete(removed[whole]!.from, to)
        index = whole
      } else if (mine && removed[index - 1]?.kind === 'close' && removed[index - 1]!.to === from) {
        // One's own new paragraph becomes one with the paragraph before again.
        this.tr.step(new ReplaceStep(from - 1, to, Slice.empty))
        index -= 1
      } else this.#markBlock(from, node, id)
    }
    return true
  }

  #allMine(tokens: readonly Token[]): boolean {
    return tokens.every(({ kind, node }) => {
      const own = markOf(node, 'insertion')
      return kind === 'close' || (own !== undefined && this.isOwn(idOf(own)))
    })
  }

  #markBlock(pos: number, node: Node, id: string): void {
    if (!markOf(node, 'deletion')) this.tr.addNodeMark(pos, suggestionMark(node, 'deletion', id))
  }

  /** What stays but looks otherwise, or is another kind of paragraph now. */
  #kept(): Place[] {
    const places: Place[] = []
    if (this.change.steps.every((step) => step instanceof ReplaceStep)) return places
    let [a, b] = [0, 0]
    const compare = (toA: number, toB: number) => {
      places.push(...this.#compared([a, toA], [b, toB]))
    }
    for (const { fromA, toA, fromB, toB } of this.#changes) {
      compare(fromA, fromB)
      ;[a, b] = [toA, toB]
    }
    compare(this.state.doc.content.size, this.change.doc.content.size)
    return places
  }

  #compared(inA: [number, number], inB: [number, number]): Place[] {
    const before = tokensBetween(this.state.doc, ...inA)
    const after = tokensBetween(this.change.doc, ...inB)
    const offset = inB[0] - inA[0]
    const places: Place[] = []
    let index = 0
    for (const old of before) {
      let at = old.from
      while (at < old.to) {
        while (after[index]!.to - offset <= at) index++
        const now = after[index]!
        const [from, to] = [at, Math.min(old.to, now.to - offset)]
        at = to
        if (now.node === old.node || old.kind === 'close') continue
        if (old.kind === 'inline') {
          if (sameLook(old.node, now.node)) continue
          places.push({ at: to, write: () => this.#restyled(from, to, old.node, now.node) })
        } else if (!sameAttributes(old.node, now.node))
          places.push({ at: from, write: () => (this.#blockChange(from, old.node, now.node), true) })
      }
    }
    return places
  }

  /** Words that look otherwise: they go, and come as they look now. */
  #restyled(from: number, to: number, before: Node, after: Node): boolean {
    if (markOf(before, 'deletion')) return true
    const own = markOf(before, 'insertion')
    const kept = before.marks.filter((mark) => isSuggestion(mark) || mark.type.name === 'comment')
    const looks = look(after)
    const piece = before.isText ? before.cut(from - this.#startOf(from, before), to - this.#startOf(from, before)) : before
    const plain = before.isText ? piece : after
    if (own && this.isOwn(idOf(own))) {
      this.tr.replaceWith(from, to, plain.mark(withMarks(looks, kept)))
      return true
    }
    const id = this.#sharedId()
    this.tr.insert(to, plain.mark(withMarks(looks, [suggestionMark(plain, 'insertion', id)])))
    this.tr.addMark(from, to, suggestionMark(plain, 'deletion', id))
    return true
  }

  #startOf(pos: number, node: Node): number {
    const $pos = this.state.doc.resolve(pos)
    return node === $pos.nodeAfter || $pos.textOffset === 0 ? pos : pos - $pos.textOffset
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

/** Where blocks of unlike depth would be joined only what is inside goes, and the blocks that are in it as a whole. */
function wholeOnly(removed: readonly Token[]): Token[] {
  const closed = new Set(removed.filter(({ kind }) => kind === 'close').map(({ node }) => node))
  return removed.filter(({ kind, node }) => kind !== 'open' || closed.has(node))
}

/** The same block, and those first in it, with nothing in the last: what splitting leaves before it. */
function hollow(node: Node, depth: number): Node {
  const inside = depth > 1 && node.firstChild ? Fragment.from(hollow(node.firstChild, depth - 1)) : Fragment.empty
  return node.type.create({ ...node.attrs, ...('id' in node.attrs && { id: null }) }, inside)
}
