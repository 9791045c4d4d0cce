import { Fragment, type Node } from '@tiptap/pm/model'
import type { DocumentNode } from '#schemas/document.ts'
import type { Lookup, Origin } from './ledger.ts'
import { changesBetween, type Change } from './tokens.ts'
import type { Unit } from './units.ts'

/** Some words of a block, with what became of them and by whom. */
export type Piece = {
  /** `marked`: the same words, with other marks. */
  change: 'same' | 'added' | 'removed' | 'marked'
  content: DocumentNode[]
  /** Who brought or took them; null when that is not known. */
  by: Origin | null
  /** The marks that came and went. */
  marks?: { come: string[]; gone: string[] }
}

type People = {
  born: Lookup | undefined
  died: Lookup | undefined
  /** Whose a change is of which it cannot be told, such as one of two spaces side by side. */
  last: Origin | null
}

/** What a block says in two texts, in reading order. Joined, all but the added pieces are what it said, all but the removed what it says. */
export function piecesOf(was: Unit | undefined, is: Unit | undefined, people: People): Piece[] {
  const before = inside(was)
  const after = inside(is)
  const pieces: Piece[] = []
  let [atA, atB] = [0, 0]
  const same = (toA: number, toB: number) => {
    pieces.push(...unchanged(before.content.cut(atA, toA), after.content.cut(atB, toB)))
    ;[atA, atB] = [toA, toB]
  }
  for (const change of changesBetween(before.content, after.content)) {
    same(change.fromA, change.fromB)
    pieces.push(...changed(change, before, after, people))
    ;[atA, atB] = [change.toA, change.toB]
  }
  same(before.content.size, after.content.size)
  return pieces
}

type Inside = { content: Fragment; start: number }

/** What is compared of a block: what it holds, or itself when it holds nothing. */
function inside(unit: Unit | undefined): Inside {
  if (!unit) return { content: Fragment.empty, start: 0 }
  return unit.node.isTextblock
    ? { content: unit.node.content, start: unit.pos + 1 }
    : { content: Fragment.from(withoutId(unit.node)), start: unit.pos }
}

/** The block itself, known by what it shows and not by its id. */
const withoutId = (node: Node): Node => node.type.create({ ...node.attrs, id: null }, node.content)

function changed(change: Change, before: Inside, after: Inside, { born, died, last }: People): Piece[] {
  const { fromA, toA, fromB, toB } = change
  const removed = stretches(died, before.start + fromA, before.start + toA)
  const added = stretches(born, after.start + fromB, after.start + toB)
  // A word counts as changed when a letter of it did: its other letters are of whoever did that.
  const someone = [...added, ...removed].find(({ origin }) => origin)?.origin ?? last
  const list = (change: 'removed' | 'added', parts: typeof added, { content, start }: Inside) =>
    owned(parts, someone).map(({ from, to, origin }): Piece => ({
      change,
      content: jsonOf(content.cut(from - start, to - start)),
      by: origin,
    }))
  return [...list('removed', removed, before), ...list('added', added, after)]
}

function stretches(lookup: Lookup | undefined, from: number, to: number): ReturnType<Lookup> {
  if (from === to) return []
  const found = lookup?.(from, to) ?? []
  return found.length > 0 ? found : [{ from, to, origin: null }]
}

/** Stretches of nobody go to their neighbour; neighbours of one person become one. */
function owned(parts: ReturnType<Lookup>, someone: Origin | null): ReturnType<Lookup> {
  const result: ReturnType<Lookup> = []
  for (const part of parts) {
    const last = result.at(-1)
    const origin = part.origin ?? last?.origin ?? null
    if (last && (last.origin === null || origin === null || last.origin.authorId === origin.authorId)) {
      result[result.length - 1] = { from: last.from, to: part.to, origin: last.origin ?? origin }
    } else result.push({ ...part, origin })
  }
  return result.map((part) => ({ ...part, origin: part.origin ?? someone }))
}

/** The same words twice: in pieces where their marks are the same or are not. */
function unchanged(before: Fragment, after: Fragment): Piece[] {
  const pieces: Piece[] = []
  const old = leaves(before)
  const now = leaves(after)
  let [index, offset] = [0, 0]
  for (const { node, from, to } of now) {
    for (let at = from; at < to;) {
      while (old[index] && old[index]!.to <= offset) index++
      const was = old[index]
      const end = was ? Math.min(to, at + was.to - offset) : to
      const marks = marksBetween(was?.node, node)
      const content = jsonOf(after.cut(at, end))
      const last = pieces.at(-1)
      if (marks) pieces.push({ change: 'marked', content, by: null, marks })
      else if (last?.change === 'same') last.content.push(...content)
      else pieces.push({ change: 'same', content, by: null })
      offset += end - at
      at = end
    }
  }
  return pieces
}

function leaves(content: Fragment): { node: Node; from: number; to: number }[] {
  const found: { node: Node; from: number; to: number }[] = []
  content.forEach((node, from) => void found.push({ node, from, to: from + node.nodeSize }))
  return found
}

/** Null when they are the same but for comments. */
function marksBetween(was: Node | undefined, is: Node): { come: string[]; gone: string[] } | null {
  const names = (node: Node | undefined) =>
    new Map(
      node?.marks.filter((mark) => mark.type.name !== 'comment').map((mark) => [JSON.stringify(mark), mark.type.name] as const) ??
        [],
    )
  const [old, now] = [names(was), names(is)]
  const come = [...now].filter(([key]) => !old.has(key)).map(([, name]) => name)
  const gone = [...old].filter(([key]) => !now.has(key)).map(([, name]) => name)
  return come.length + gone.length > 0 ? { come, gone } : null
}

const jsonOf = (content: Fragment): DocumentNode[] => (content.toJSON() ?? []) as DocumentNode[]
