import { Fragment, Slice, type Node } from '@tiptap/pm/model'
import { ReplaceStep, type Step } from '@tiptap/pm/transform'
import { stepBetween } from '../collaboration/authority.ts'
import { newBlockId } from '../document/block-ids.ts'
import { unitsOf, type Unit } from './units.ts'

/**
 * The step that makes a section's whole text what it was. @returns null when it is that already.
 */
export const restoreText = (now: Node, was: Node): Step | null => (now.eq(was) ? null : stepBetween(now, was))

/**
 * The step that brings one block back as it was: in its place when it is still there, else behind the block it stood behind. A block whose list,
 * table or quotation is gone too comes back with the whole of that, as it was.
 * @returns null when the block is as it was, or was not there then.
 */
export function restoreBlock(now: Node, was: Node, key: string): Step | null {
  const old = unitsOf(was)
  const unit = old.find((unit) => unit.key === key)
  if (!unit) return null
  const there = unitsOf(now)
  const target = there.find((unit) => unit.key === key)
  if (target) return replaceUnit(now, target, unit)
  return insertUnit({ now, was, old, there }, unit)
}

function replaceUnit(now: Node, target: Unit, old: Unit): Step | null {
  if (target.node.eq(old.node)) return null
  const [from, to] = [target.pos, target.pos + target.node.nodeSize]
  const place = now.resolve(from)
  if (!place.parent.canReplaceWith(place.index(), place.index() + 1, old.node.type)) return null
  return new ReplaceStep(from, to, new Slice(Fragment.from(withOwnIds(old.node, idsOutside(now, from, to))), 0, 0))
}

type Texts = { now: Node; was: Node; old: readonly Unit[]; there: readonly Unit[] }

function insertUnit(texts: Texts, unit: Unit): Step | null {
  const { now, was, old, there } = texts
  const place = was.resolve(unit.pos)
  const holder = old.find((it) => it.node === place.parent && it.pos === place.start() - 1)
  const holderNow = holder && there.find((it) => it.key === holder.key)
  if (holder && !holderNow) return insertUnit(texts, holder)
  const siblings = children(holderNow?.node ?? now, (holderNow?.pos ?? -1) + 1)
  const before = keysOf(place.parent).slice(0, place.index())
  const behind = before.reverse().flatMap((key) => siblings.find((it) => it.key === key) ?? [])[0]
  const at = behind ? behind.pos + behind.node.nodeSize : (holderNow?.pos ?? -1) + 1
  const spot = now.resolve(at)
  // Such as a cell in a row that has all its cells: then the row comes back, as it was.
  if (!spot.parent.canReplaceWith(spot.index(), spot.index(), unit.node.type))
    return holder && holderNow ? replaceUnit(now, holderNow, holder) : null
  return new ReplaceStep(at, at, new Slice(Fragment.from(withOwnIds(unit.node, idsOutside(now, at, at))), 0, 0))
}

const keysOf = (node: Node): string[] => node.children.map((child) => String(child.attrs.id))

function children(node: Node, start: number): { key: string; node: Node; pos: number }[] {
  const found: { key: string; node: Node; pos: number }[] = []
  node.forEach((child, offset) => void found.push({ key: String(child.attrs.id), node: child, pos: start + offset }))
  return found
}

/** The ids of all blocks that do not stand in this range. */
function idsOutside(doc: Node, from: number, to: number): Set<unknown> {
  const ids = new Set<unknown>()
  for (const { node, pos } of unitsOf(doc)) if (pos < from || pos >= to) ids.add(node.attrs.id)
  return ids
}

/** The block, with new ids for blocks in it that stand elsewhere by now: no two blocks may share one. */
function withOwnIds(node: Node, taken: ReadonlySet<unknown>): Node {
  if (node.isText) return node
  const content = Fragment.from(node.children.map((child) => withOwnIds(child, taken)))
  const same = !('id' in node.attrs) || !taken.has(node.attrs.id)
  return same ? node.copy(content) : node.type.create({ ...node.attrs, id: newBlockId() }, content, node.marks)
}
