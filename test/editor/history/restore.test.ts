import type { Node } from '@tiptap/pm/model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { take } from '#editor/collaboration/authority.ts'
import { restoreBlock, restoreText } from '#editor/history/restore.ts'
import { unitsOf } from '#editor/history/units.ts'
import { anEdit, lettersOf, list, paragraph, textOf, written } from './texts.ts'

describe('bringing back what was', () => {
  it('gives exactly the old text', () => {
    fc.assert(
      fc.property(fc.array(anEdit, { maxLength: 30 }), (edits) => {
        const { begin, end } = written(edits)
        const step = restoreText(end, begin)
        expect((step ? take(end, [step]) : end).eq(begin)).toBe(true)
      }),
      { numRuns: 200, seed: 20261123 },
    )
  })

  it('gives exactly the old block, whatever became of it, and leaves the others alone', () => {
    let restored = 0
    fc.assert(
      fc.property(fc.array(anEdit, { minLength: 1, maxLength: 40 }), fc.nat(), (edits, which) => {
        const { begin, end } = written(edits)
        const blocks = unitsOf(begin)
        const old = blocks[which % blocks.length]!
        const step = restoreBlock(end, begin, old.key)
        if (!step) return
        restored++
        const after = take(end, [step])
        const there = unitsOf(after).find(({ key }) => key === old.key)
        expect(there, 'it is there').toBeDefined()
        const said = (text: string) => text.replace(/"id":"b\w+"/g, '')
        expect(said(JSON.stringify(there!.node)), 'as it was').toBe(said(JSON.stringify(old.node)))
        const present = unitsOf(end)
        const replaced = present.find(({ key }) => key === old.key)
        const within = ({ pos }: { pos: number }) =>
          replaced && pos >= replaced.pos && pos < replaced.pos + replaced.node.nodeSize
        const kept = new Set(unitsOf(after).map(({ key }) => key))
        expect(
          present.filter((unit) => !within(unit) && !kept.has(unit.key)),
          'the others are there',
        ).toEqual([])
      }),
      { numRuns: 500, seed: 20261123 },
    )
    expect(restored).toBeGreaterThan(100)
  })

  it('puts a block that was removed behind the block it stood behind', () => {
    const [one, two, three, four] = [paragraph('Een.'), paragraph('Twee.'), paragraph('Drie.'), paragraph('Vier.')]
    const was = textOf(one, two, three)
    const back = (now: Node, key: unknown) => lettersOf(take(now, [restoreBlock(now, was, String(key))!]))
    expect(back(textOf(one, four, three), two.attrs.id)).toBe('Een.\nTwee.\nVier.\nDrie.')
    expect(back(textOf(two, three), one.attrs.id)).toBe('Een.\nTwee.\nDrie.')
  })

  it('brings a whole list back where the list is gone too', () => {
    const [words, items] = [paragraph('Er zijn:'), list('een', 'twee')]
    const was = textOf(words, items)
    const now = textOf(words)
    const inside = items.child(1).firstChild!
    expect(take(now, [restoreBlock(now, was, String(inside.attrs.id))!]).eq(was)).toBe(true)
  })

  it('does nothing where nothing changed, or the block was not there', () => {
    const text = textOf(paragraph('Een.', 'b0000000001'))
    expect(restoreText(text, text)).toBeNull()
    expect(restoreBlock(text, text, 'b0000000001')).toBeNull()
    expect(restoreBlock(text, text, 'b0000000009')).toBeNull()
  })
})
