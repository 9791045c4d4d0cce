import type { Node } from '@tiptap/pm/model'
import { bornIn, diedIn, type Lookup, type Origin } from './ledger.ts'
import type { Followed } from './follow.ts'
import { piecesOf, type Piece } from './pieces.ts'
import { movedOf, unitsOf, type Unit } from './units.ts'

/** One block of two texts. */
export type ComparedBlock = {
  /** Its stable id. */
  key: string
  type: string
  /** Of the later text, or of the earlier where it is no longer there. */
  attrs: Record<string, unknown>
  /** The kinds of blocks around it, outermost first. */
  place: readonly string[]
  state: 'same' | 'changed' | 'added' | 'removed'
  /** It stands elsewhere among the others, or in something else. */
  moved: boolean
  /** What of it is different now, words apart; `type` and `suggestion` are no attributes of its own. */
  attributes: readonly { name: string; before: string; after: string }[]
  /** What it says, in reading order; what was removed before what came in its place. Nothing for what only holds other blocks. */
  pieces: readonly Piece[]
  /** Who changed it. */
  by: readonly Origin[]
}

/** What is known of the way from one text to the other; without it nobody is named. */
type Way = Pick<Followed, 'runs' | 'touched'>

/**
 * Two texts of one section, block by block: by their stable ids, and word by word inside them. Marks of comments are left out: what people said of
 * the text is no change of it.
 * @param way what happened between them, followed with `keeping`.
 * @returns every block of both in reading order; one that is gone stands where it stood. What only holds other blocks comes only when it changed.
 */
export function compare(before: Node, after: Node, way?: Way): ComparedBlock[] {
  const people = { born: way && bornIn(way.runs), died: way && diedIn(way.runs), touched: way?.touched }
  const old = unitsOf(before)
  const now = unitsOf(after)
  const oldByKey = new Map(old.map((unit) => [unit.key, unit]))
  const nowKeys = new Set(now.map(({ key }) => key))
  const moved = movedOf(
    old.map(({ key }) => key),
    now.map(({ key }) => key),
  )
  const result = new Map<string | null, ComparedBlock[]>([[null, []]])
  for (const unit of now) {
    const was = oldByKey.get(unit.key)
    const compared = compareUnit(was, unit, moved.has(unit.key), people)
    result.set(unit.key, unit.holder && compared.state !== 'changed' ? [] : [compared])
  }
  // What is gone stands behind the last before it that stayed where it was.
  let anchor: string | null = null
  for (const unit of old) {
    if (nowKeys.has(unit.key)) anchor = moved.has(unit.key) ? anchor : unit.key
    else if (!unit.holder) result.get(anchor)!.push(compareUnit(unit, undefined, false, people))
  }
  return [...result.values()].flat()
}

type People = { born: Lookup | undefined; died: Lookup | undefined; touched: Way['touched'] | undefined }

function compareUnit(was: Unit | undefined, is: Unit | undefined, outOfOrder: boolean, people: People): ComparedBlock {
  const unit = (is ?? was)!
  const by = people.touched?.get(unit.key) ?? []
  const last = by.reduce<Origin | null>((latest, it) => (latest && latest.to >= it.to ? latest : it), null)
  const pieces = unit.holder ? [] : piecesOf(was, is, { ...people, last })
  const attributes = was && is ? attributesBetween(was.node, is.node) : []
  // What holds blocks moves with them: they say it.
  const moved = !unit.holder && was !== undefined && is !== undefined && (outOfOrder || was.place.join() !== is.place.join())
  const differs = moved || attributes.length > 0 || pieces.some(({ change }) => change !== 'same')
  return {
    key: unit.key,
    type: unit.node.type.name,
    attrs: unit.node.attrs,
    place: unit.place,
    state: !was ? 'added' : !is ? 'removed' : differs ? 'changed' : 'same',
    moved,
    attributes,
    pieces,
    by,
  }
}

function attributesBetween(was: Node, is: Node): ComparedBlock['attributes'] {
  const found: { name: string; before: string; after: string }[] = []
  const note = (name: string, before: unknown, after: unknown) => {
    const [one, other] = [said(before), said(after)]
    if (one !== other) found.push({ name, before: one, after: other })
  }
  note('type', was.type.name, is.type.name)
  note('suggestion', suggestionsOn(was), suggestionsOn(is))
  // An incident is shown as it was and as it is; its attributes say nothing to a reader.
  if (is.isLeaf || was.type !== is.type) return found
  for (const name of Object.keys(is.attrs)) if (name !== 'id') note(name, was.attrs[name], is.attrs[name])
  return found
}

const said = (value: unknown): string =>
  value === null || value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value)
const suggestionsOn = (node: Node): string =>
  node.marks
    .map(({ type }) => type.name)
    .filter((name) => name !== 'comment')
    .join(' ')

/** Only what one person changed: what others did counts as done. Blocks that person did not touch are the same. */
export function onlyBy(blocks: readonly ComparedBlock[], authorId: string): ComparedBlock[] {
  return blocks.flatMap((block): ComparedBlock[] => {
    const theirs = block.by.filter((origin) => origin.authorId === authorId)
    const mine = (piece: Piece) => (piece.by ? piece.by.authorId === authorId : theirs.length > 0)
    const pieces = block.pieces.flatMap((piece): Piece[] => {
      if (piece.change === 'same' || mine(piece)) return [piece]
      return piece.change === 'removed' ? [] : [{ change: 'same', content: piece.content, by: null }]
    })
    const changed = pieces.some(({ change }) => change !== 'same')
    if (theirs.length === 0 && !changed)
      return block.state === 'removed' ? [] : [{ ...block, state: 'same', moved: false, attributes: [], pieces, by: [] }]
    return [{ ...block, pieces, by: theirs }]
  })
}
