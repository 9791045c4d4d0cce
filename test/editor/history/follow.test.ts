import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Transform } from '@tiptap/pm/transform'
import { sectionSchema } from '#editor/document/schema.ts'
import { follow } from '#editor/history/follow.ts'
import { bornIn, pause } from '#editor/history/ledger.ts'
import { anEdit, authors, paragraph, textOf, written } from './texts.ts'

/** What a letter says of who typed it. */
const typist: Record<string, string | undefined> = { a: authors[0], b: authors[1], c: authors[2] }

describe('who wrote what', () => {
  it('is, of every letter, the author of the step that brought it', () => {
    let letters = 0
    fc.assert(
      fc.property(fc.array(anEdit, { maxLength: 60 }), (edits) => {
        const { begin, end, steps } = written(edits)
        const { doc, runs } = follow(begin, steps)
        expect(doc.eq(end)).toBe(true)
        const born = bornIn(runs)
        end.descendants((node, pos) => {
          if (!node.isText) return
          for (const [index, letter] of [...node.text!].entries()) {
            if (letter === ' ') continue
            letters++
            expect(born(pos + index, pos + index + 1)[0]?.origin?.authorId, `${letter} at ${pos + index}`).toBe(typist[letter])
          }
        })
        expect(runs.reduce((sum, { length }) => sum + length, 0)).toBe(end.content.size)
      }),
      { numRuns: 300, seed: 20261123 },
    )
    expect(letters).toBeGreaterThan(5000)
  })

  it('is the same when it goes on from what is known of an earlier version', () => {
    fc.assert(
      fc.property(fc.array(anEdit, { minLength: 2, maxLength: 40 }), fc.nat(39), (edits, cut) => {
        const { begin, steps } = written(edits)
        const first = follow(begin, steps.slice(0, cut))
        const rest = follow(first.doc, steps.slice(cut), { known: first.runs })
        expect(rest.runs).toEqual(follow(begin, steps).runs)
      }),
      { numRuns: 100, seed: 20261123 },
    )
  })

  it('tells sittings of one person apart when there was a pause between them, and not otherwise', () => {
    const begin = textOf(paragraph(''))
    const typing = (...at: number[]) => {
      let doc = begin
      const steps = at.map((moment) => {
        const { steps, doc: next } = new Transform(doc).insert(doc.content.size - 1, sectionSchema.text('a'))
        doc = next
        return { step: steps[0]!, authorId: 'x', at: moment }
      })
      return follow(begin, steps).runs.flatMap(({ length, born }) => (born ? [{ length, from: born.from, to: born.to }] : []))
    }
    expect(typing(0, 1000, pause)).toEqual([{ length: 3, from: 0, to: pause }])
    expect(typing(0, 1000, pause + 1001)).toEqual([
      { length: 2, from: 0, to: 1000 },
      { length: 1, from: pause + 1001, to: pause + 1001 },
    ])
  })
})
