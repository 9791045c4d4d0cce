import { Slice, type Node } from '@tiptap/pm/model'
import { EditorState, TextSelection, type Command, type Transaction } from '@tiptap/pm/state'
import { splitBlock } from '@tiptap/pm/commands'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blockIdsPlugin, withoutIds } from '#editor/document/block-ids.ts'
import { sectionSchema } from '#editor/document/schema.ts'
import golden from './golden-1.json'

const start = () => EditorState.create({ doc: sectionSchema.nodeFromJSON(golden), plugins: [blockIdsPlugin()] })

function idsOf(doc: Node): (string | null)[] {
  const ids: (string | null)[] = []
  doc.descendants((node) => void ('id' in node.attrs && ids.push(node.attrs.id)))
  return ids
}
const run = (state: EditorState, command: Command) => {
  let next = state
  command(state, (transaction) => void (next = state.apply(transaction)))
  return next
}
const at = (state: EditorState, position: number) =>
  state.apply(state.tr.setSelection(TextSelection.near(state.doc.resolve(position))))
const paragraphAt = (doc: Node, index: number) => doc.child(index)

describe('block ids', () => {
  it('stay with the first half when a paragraph is split in the middle', () => {
    const before = start()
    const state = run(at(before, before.doc.child(0).nodeSize + 6), splitBlock)
    expect(paragraphAt(state.doc, 1).attrs.id).toBe('b0000000002')
    expect(paragraphAt(state.doc, 2).attrs.id).not.toBe('b0000000002')
  })

  it('go with the words when a paragraph is split at its start', () => {
    const before = start()
    const state = run(at(before, before.doc.child(0).nodeSize + 1), splitBlock)
    expect(paragraphAt(state.doc, 1).content.size).toBe(0)
    expect(paragraphAt(state.doc, 2).attrs.id).toBe('b0000000002')
  })

  it('stay with the original when a copy is pasted before it', () => {
    const before = start()
    const copy = new Slice(before.doc.slice(0, before.doc.content.size).content, 0, 0)
    const state = before.apply(before.tr.replace(0, 0, copy))
    const half = before.doc.childCount
    expect(state.doc.childCount).toBe(2 * half)
    for (let index = 0; index < half; index++) {
      expect(state.doc.child(half + index).attrs.id).toBe(before.doc.child(index).attrs.id)
    }
    expect(new Set(idsOf(state.doc)).size).toBe(idsOf(state.doc).length)
  })

  it('are new on blocks pasted from another section, down to the cells of a table', () => {
    const before = start()
    const pasted = withoutIds(before.doc.content)
    expect(idsOf(before.doc.copy(pasted)).every((id) => id === null)).toBe(true)
    expect(before.doc.copy(pasted).textContent).toBe(before.doc.textContent)
    const empty = EditorState.create({ schema: sectionSchema, plugins: [blockIdsPlugin()] })
    const state = empty.apply(empty.tr.insert(0, pasted))
    expect(idsOf(state.doc).filter((id) => id === null || idsOf(before.doc).includes(id))).toEqual([])
  })

  it('do not change when words are typed, and are unique after any row of edits', () => {
    const edit = fc.record({
      kind: fc.constantFrom('type', 'split', 'delete', 'copy', 'move'),
      from: fc.nat(1000),
      to: fc.nat(1000),
      target: fc.nat(1000),
    })
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 25 }), (edits) => {
        let state = start()
        for (const { kind, from, to, target } of edits) {
          const size = state.doc.content.size
          const [a, b] = [Math.min(from % (size + 1), to % (size + 1)), Math.max(from % (size + 1), to % (size + 1))]
          const before = idsOf(state.doc)
          if (kind === 'type') {
            state = at(state, a)
            if (!(state.selection instanceof TextSelection) || !state.selection.empty) continue
            state = state.apply(state.tr.insertText('x'))
            expect(idsOf(state.doc)).toEqual(before)
          } else if (kind === 'split') state = run(at(state, a), splitBlock)
          else state = attempt(state, (tr) => change(tr, kind, a, b, target % (size + 1)))
          const ids = idsOf(state.doc)
          expect(ids.every(Boolean)).toBe(true)
          expect(new Set(ids).size).toBe(ids.length)
          state.doc.check()
        }
      }),
      { numRuns: 150 },
    )
  })
})

function change(tr: Transaction, kind: string, a: number, b: number, target: number): Transaction {
  const slice = tr.doc.slice(a, b)
  if (kind === 'delete') return tr.deleteRange(a, b)
  if (kind === 'copy') return tr.replaceRange(target, target, slice)
  return tr.deleteRange(a, b).replaceRange(tr.mapping.map(target), tr.mapping.map(target), slice)
}

/** Some random edits cannot be fitted by ProseMirror itself; those are no edits. */
function attempt(state: EditorState, make: (tr: Transaction) => Transaction): EditorState {
  let transaction: Transaction
  try {
    transaction = make(state.tr)
    transaction.doc.check()
  } catch {
    return state
  }
  return state.apply(transaction)
}
