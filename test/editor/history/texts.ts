import type { Node } from '@tiptap/pm/model'
import { Transform, type Step } from '@tiptap/pm/transform'
import fc from 'fast-check'
import { newBlockId, sectionSchema } from '#editor/document/schema.ts'
import type { MadeStep } from '#editor/history/follow.ts'

const { nodes } = sectionSchema

export const paragraph = (words: string, id = newBlockId()): Node =>
  nodes.paragraph!.create({ id }, words ? sectionSchema.text(words) : [])
export const list = (...words: string[]): Node =>
  nodes.bulletList!.create(
    { id: newBlockId() },
    words.map((it) => nodes.listItem!.create({ id: newBlockId() }, paragraph(it))),
  )
export const textOf = (...blocks: Node[]): Node => nodes.doc!.create(null, blocks)

/** The text of a document as letters; a line per block. */
export const lettersOf = (doc: Node): string => doc.textBetween(0, doc.content.size, '\n')

/** What a writer does, as numbers that fit any text: an edit that does not fit it does nothing. */
export type Edit = {
  kind: 'type' | 'delete' | 'split' | 'bold' | 'kind' | 'whole' | 'wrap' | 'lift'
  at: number
  much: number
  author: number
}
export const anEdit: fc.Arbitrary<Edit> = fc.record({
  kind: fc.constantFrom('type', 'type', 'type', 'delete', 'split', 'bold', 'kind', 'whole', 'wrap', 'lift'),
  at: fc.nat(10_000),
  much: fc.nat(12),
  author: fc.nat(2),
})
export const authors = ['author-a', 'author-b', 'author-c']

/** Does an edit. Each author types only an own letter, so that a letter says who typed it. */
export function edited(doc: Node, { kind, at, much, author }: Edit): Step[] {
  const letter = 'abc'[author]!
  const tr = new Transform(doc)
  const places: number[] = []
  doc.descendants((node, pos) => {
    if (node.isTextblock) for (let place = 0; place <= node.content.size; place++) places.push(pos + 1 + place)
  })
  const place = places[at % places.length]!
  const $place = doc.resolve(place)
  try {
    if (kind === 'type')
      tr.insert(place, sectionSchema.text((letter.repeat(much + 1) + (much % 3 ? '' : ' ')).slice(0, much + 2)))
    if (kind === 'delete') tr.delete(place, Math.min(place + much, places.at(-1)!))
    if (kind === 'split' && $place.depth === 1) {
      tr.split(place)
      const second = tr.doc.resolve(tr.mapping.map(place, 1)).before(1)
      tr.setNodeAttribute(second, 'id', newBlockId())
    }
    if (kind === 'bold') tr.addMark(place, Math.min(place + much, $place.end()), sectionSchema.marks.bold!.create())
    if (kind === 'kind' && $place.parent.type.name === 'paragraph')
      tr.setNodeAttribute($place.before(), 'kind', much % 2 ? 'gap' : 'fact')
    if (kind === 'whole') {
      const block = $place.node(1)
      tr.replaceWith($place.before(1), $place.after(1), [block, paragraph(letter.repeat(much + 1))])
    }
    if (kind === 'wrap' && $place.depth === 1) {
      const range = $place.blockRange()!
      tr.wrap(range, [{ type: nodes.blockquote!, attrs: { id: newBlockId() } }])
    }
    if (kind === 'lift') {
      const range = $place.blockRange()!
      if (range.depth > 0 && range.parent.type.name === 'blockquote') tr.lift(range, range.depth - 1)
    }
    tr.doc.check()
    const ids = new Set<unknown>()
    tr.doc.descendants((node) => {
      if (!('id' in node.attrs)) return
      if (node.attrs.id === null || ids.has(node.attrs.id)) throw new RangeError('a block without an id of its own')
      ids.add(node.attrs.id)
    })
  } catch (error) {
    if (error instanceof RangeError || (error instanceof Error && /Transform|Replace/.test(error.name))) return []
    throw error
  }
  return tr.steps
}

/** A text of edits, from one paragraph on, a minute between two. */
export function written(edits: readonly Edit[]): { begin: Node; end: Node; steps: MadeStep[] } {
  const begin = textOf(paragraph('xxxx xxx xx'), list('xx', 'xxxx'))
  let end = begin
  const steps: MadeStep[] = []
  edits.forEach((edit, index) => {
    for (const step of edited(end, edit)) {
      steps.push({ step, authorId: authors[edit.author]!, at: index * 60_000 })
      end = step.apply(end).doc!
    }
  })
  return { begin, end, steps }
}
