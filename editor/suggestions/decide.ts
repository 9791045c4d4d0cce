import { Slice, type Mark, type Node } from '@tiptap/pm/model'
import { ReplaceStep, Transform } from '@tiptap/pm/transform'
import { aspectOf, idOf, markOf, modification, modificationsOf } from './marks.ts'

export type Decision = 'accept' | 'reject'
type Chosen = (id: string) => boolean

/** Blocks that are nothing without what they hold. */
const nothingAlone = new Set(['bulletList', 'orderedList', 'listItem', 'blockquote', 'table', 'tableRow'])

/**
 * Puts a decision about suggestions into a text, in the smallest steps: words that stay remain those of who wrote them. A block whose insertion is
 * rejected, or whose deletion is accepted, goes with what it holds; what has to stay of it goes on in the block before. Where that cannot be because
 * of another suggestion in between, it goes the way of that one.
 * @param chosen by id which suggestions it is about.
 */
export function decide<T extends Transform>(tr: T, decision: Decision, chosen: Chosen = () => true): T {
  new Deciding(tr, decision, chosen).all()
  return tr
}

/** The text as it would be after a decision. */
export const decided = (doc: Node, decision: Decision, chosen?: Chosen): Node => decide(new Transform(doc), decision, chosen).doc

/** Works from the end to the beginning, so that what was not looked at yet stands where it stood. */
class Deciding {
  readonly #going: 'insertion' | 'deletion'
  readonly #staying: 'insertion' | 'deletion'
  /** Two holders became one; what was first in the second can only now go on in what stands before it. */
  #unfinished = false

  constructor(
    private readonly tr: Transform,
    private readonly decision: Decision,
    private readonly chosen: Chosen,
  ) {
    this.#going = decision === 'accept' ? 'deletion' : 'insertion'
    this.#staying = decision === 'accept' ? 'insertion' : 'deletion'
  }

  all(): void {
    do {
      this.#unfinished = false
      this.#inside(this.tr.doc, 0)
    } while (this.#unfinished)
  }

  #inside(parent: Node, start: number): void {
    let pos = start + parent.content.size
    for (let index = parent.childCount - 1; index >= 0; index--) {
      const node = parent.child(index)
      pos -= node.nodeSize
      if (node.isInline) this.#inline(node, pos)
      else if (this.#wholly(node)) this.#remove(node, pos)
      else {
        this.#within(node, pos)
        if (!this.#goes(node) || this.#handedOn(pos)) continue
        // It goes on in the block before: in the nearest that stays.
        let [first, from] = [index, pos]
        while (first > 0 && this.#wholly(parent.child(first - 1))) from -= parent.child(--first).nodeSize
        if (this.#cut(from, pos)) [index, pos] = [first, from]
        // The first in something that goes itself goes on together with it.
        if (index > 0 || parent.type.name === 'doc' || !this.#goes(parent)) this.#join(node, pos)
      }
    }
  }

  #inline(node: Node, pos: number): void {
    if (this.#goes(node)) return void this.tr.delete(pos, pos + node.nodeSize)
    const staying = this.#chosenMark(node, this.#staying)
    if (staying) this.tr.removeMark(pos, pos + node.nodeSize, staying)
  }

  #within(node: Node, pos: number): void {
    this.#inside(node, pos + 1)
    this.#settle(node, pos)
  }

  #settle(node: Node, pos: number): void {
    const staying = this.#chosenMark(node, this.#staying)
    if (staying) this.tr.removeNodeMark(pos, staying)
    this.#modifications(node, pos)
  }

  #chosenMark(node: Node, name: 'insertion' | 'deletion') {
    const mark = markOf(node, name)
    return mark && this.chosen(idOf(mark)) ? mark : undefined
  }

  #goes(node: Node): boolean {
    return this.#chosenMark(node, this.#going) !== undefined
  }

  #wholly(node: Node): boolean {
    if (node.isInline || node.isLeaf) return this.#goes(node)
    const all = node.children.every((child) => this.#wholly(child))
    return all && (this.#goes(node) || (nothingAlone.has(node.type.name) && node.childCount > 0))
  }

  #remove(node: Node, pos: number): void {
    if (!this.#cut(pos, pos + node.nodeSize)) this.#empty(node, pos)
  }

  /** The last of what something must hold stays, with nothing in it. */
  #empty(node: Node, pos: number): void {
    if (node.isTextblock) {
      this.#cut(pos + 1, pos + 1 + node.content.size)
    } else if (node.firstChild) {
      const first = pos + 1 + node.firstChild.nodeSize
      this.#cut(first, pos + 1 + node.content.size)
      this.#empty(node.firstChild, pos + 1)
    }
    this.#settle(node, pos)
    this.#unmark(pos)
  }

  #cut(from: number, to: number): boolean {
    return from === to || this.tr.maybeStep(new ReplaceStep(from, to, Slice.empty)).failed === null
  }

  #join(node: Node, pos: number): void {
    const { nodeBefore: before, nodeAfter: after } = this.tr.doc.resolve(pos)
    const alike = before?.isTextblock ? after?.isTextblock : before?.type === after?.type && !before?.isLeaf
    if (!before || !after || !alike || !this.#cut(pos - 1, pos + 1)) {
      this.#unmark(pos)
      // What stands between is a suggestion of somebody else: what becomes of that decides about this too.
      const between = before && markOf(before, this.#going)
      if (between) this.tr.addNodeMark(pos, between)
      if (node.firstChild && !node.isTextblock && this.#goes(node.firstChild)) this.#unmark(pos + 1)
      return
    }
    if (!node.isTextblock && node.firstChild && this.#goes(node.firstChild)) this.#unfinished = true
  }

  /** What is left in it is all somebody else’s suggestion of the same kind: then it is part of that. */
  #handedOn(pos: number): boolean {
    const node = this.tr.doc.nodeAt(pos)!
    const left = node.isTextblock && node.lastChild && markOf(node.lastChild, this.#going)
    if (!left || !node.children.every((child) => markOf(child, this.#going))) return false
    this.tr.addNodeMark(pos, left)
    return true
  }

  #unmark(pos: number): void {
    const node = this.tr.doc.nodeAt(pos)
    const mark = node && this.#chosenMark(node, this.#going)
    if (mark) this.tr.removeNodeMark(pos, mark)
  }

  #modifications(node: Node, pos: number): void {
    for (const mark of modificationsOf(node).reverse()) {
      if (!this.chosen(idOf(mark))) continue
      const now = this.tr.doc.nodeAt(pos)!
      const all = modificationsOf(now)
      const after = all.slice(all.findIndex((it) => it.eq(mark)) + 1)
      const later = after.find((it) => follows(it, mark))
      this.tr.removeNodeMark(pos, mark)
      if (this.decision === 'accept') continue
      if (!later) {
        this.#asBefore(pos, mark.attrs)
        continue
      }
      // Somebody suggests to change it further: what was before is what that is a change of now. In their order, which marks keep by coming later.
      for (const it of after) this.tr.removeNodeMark(pos, it)
      for (const it of after) {
        const attrs = it === later ? { ...it.attrs, previousValue: beforeBoth(it, mark) } : it.attrs
        this.tr.addNodeMark(pos, modification(now, attrs as Parameters<typeof modification>[1]))
      }
    }
  }

  #asBefore(pos: number, { type, attrName, previousValue }: Record<string, unknown>): void {
    if (type === 'attr') this.tr.setNodeAttribute(pos, String(attrName), previousValue)
    if (type !== 'nodeType') return
    const before = previousValue as { type: string; attrs: Record<string, unknown> }
    const node = this.tr.doc.nodeAt(pos)!
    const known = node.type.schema.nodes[before.type]
    if (known) this.tr.setNodeMarkup(pos, known, { ...before.attrs, id: node.attrs.id as unknown }, node.marks)
  }
}

/** Whether a suggested change goes on from another: it changes the same, or makes another kind of block of what the other changed. */
const follows = (later: Mark, mark: Mark): boolean =>
  aspectOf(later) === aspectOf(mark) || (later.attrs.type === 'nodeType' && mark.attrs.type === 'attr')

function beforeBoth({ attrs: later }: Mark, { attrs }: Mark): unknown {
  if (later.type === attrs.type) return attrs.previousValue
  const was = later.previousValue as { type: string; attrs: Record<string, unknown> }
  return { ...was, attrs: { ...was.attrs, [String(attrs.attrName)]: attrs.previousValue as unknown } }
}
