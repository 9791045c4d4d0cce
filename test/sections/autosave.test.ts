import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Autosave, type SaveAnswer, type SaveState } from '#app/components/section/autosave.ts'
import type { SectionDocument } from '#schemas/document.ts'
import { textOf } from './section.ts'

describe('saving as one writes', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  /** A desk whose server answers what it is told to, in order. */
  function desk(...answers: (SaveAnswer | Promise<SaveAnswer>)[]) {
    const sent: { baseVersion: number; document: SectionDocument }[] = []
    const states: SaveState['kind'][] = []
    const kept: (SectionDocument | null)[] = []
    const lost: { mine: SectionDocument; copyIds: string[] }[] = []
    const closed: { copyIds: string[]; all: boolean }[] = []
    const autosave = new Autosave(0, {
      send: async (payload) => {
        sent.push(payload)
        const answer = answers.shift()
        if (!answer) throw new Error('no answer')
        return answer
      },
      keep: (payload) => void kept.push(payload?.document ?? null),
      onState: (state) => void states.push(state.kind),
      onConflict: (mine, copyIds) => void lost.push({ mine, copyIds }),
      onClosed: (copyIds, all) => void closed.push({ copyIds, all }),
    })
    return { autosave, sent, states, kept, lost, closed }
  }
  const [one, two, three] = [textOf('een'), textOf('twee'), textOf('drie')]

  it('waits for a pause, then saves once and says so', async () => {
    const { autosave, sent, states, kept } = desk({ kind: 'saved', version: 1 })
    autosave.change(one)
    await vi.advanceTimersByTimeAsync(500)
    autosave.change(two)
    await vi.advanceTimersByTimeAsync(799)
    expect(sent).toEqual([])
    expect(autosave.dirty).toBe(true)
    await vi.advanceTimersByTimeAsync(1)
    expect(sent).toEqual([{ baseVersion: 0, document: two }])
    expect(states).toEqual(['unsaved', 'unsaved', 'saving', 'saved'])
    expect(kept).toEqual([one, two, null])
    expect(autosave.dirty).toBe(false)
  })

  it('has one save under way at a time, and never says saved while newer words wait', async () => {
    let answer!: (value: SaveAnswer) => void
    const { autosave, sent, states, kept } = desk(new Promise((resolve) => (answer = resolve)), { kind: 'saved', version: 2 })
    autosave.change(one)
    await vi.advanceTimersByTimeAsync(800)
    autosave.change(two)
    await vi.advanceTimersByTimeAsync(5000)
    expect(sent).toHaveLength(1)
    answer({ kind: 'saved', version: 1 })
    await vi.advanceTimersByTimeAsync(0)
    expect(states.at(-1)).toBe('unsaved')
    expect(kept.at(-1)).toEqual(two)
    await vi.advanceTimersByTimeAsync(800)
    expect(sent[1]).toEqual({ baseVersion: 1, document: two })
    expect(states.at(-1)).toBe('saved')
  })

  it.each(['unreachable', 'signed-out'] as const)('tries again by itself while %s, first with what it had sent', async (kind) => {
    const { autosave, sent, states } = desk({ kind }, { kind }, { kind: 'saved', version: 1 }, { kind: 'saved', version: 2 })
    autosave.change(one)
    await vi.advanceTimersByTimeAsync(800)
    expect(states.at(-1)).toBe(kind)
    autosave.change(two)
    expect(states.at(-1), 'typing does not hide the trouble').toBe(kind)
    await vi.advanceTimersByTimeAsync(10_000)
    expect(sent.map((payload) => payload.document)).toEqual([one, one, one, two])
    expect(sent.map((payload) => payload.baseVersion)).toEqual([0, 0, 0, 1])
    expect(states.at(-1)).toBe('saved')
  })

  it('takes a request that fails by itself as no connection', async () => {
    const { autosave, states } = desk()
    autosave.change(one)
    await vi.advanceTimersByTimeAsync(800)
    expect(states.at(-1)).toBe('unreachable')
    autosave.stop()
  })

  it('stops after losing a race, with everything typed meanwhile kept on the server too', async () => {
    let answer!: (value: SaveAnswer) => void
    const first = new Promise<SaveAnswer>((resolve) => (answer = resolve))
    const { autosave, sent, states, lost } = desk(first, { kind: 'conflict', copyId: 'b' }, { kind: 'saved', version: 8 })
    autosave.change(one)
    await vi.advanceTimersByTimeAsync(800)
    autosave.change(two)
    answer({ kind: 'conflict', copyId: 'a' })
    await vi.advanceTimersByTimeAsync(60_000)
    expect(lost).toEqual([{ mine: two, copyIds: ['a', 'b'] }])
    expect(sent.map((payload) => payload.baseVersion)).toEqual([0, 0])
    expect(states.at(-1)).toBe('conflict')
    autosave.continueFrom(7)
    autosave.change(three)
    await vi.advanceTimersByTimeAsync(800)
    expect(sent.at(-1)).toEqual({ baseVersion: 7, document: three })
    expect(states.at(-1)).toBe('saved')
  })

  it('stops when the section was closed, with every word kept on the server and no longer in the browser', async () => {
    let answer!: (value: SaveAnswer) => void
    const first = new Promise<SaveAnswer>((resolve) => (answer = resolve))
    const { autosave, sent, states, kept, closed } = desk(first, { kind: 'closed', copyId: 'b' })
    autosave.change(one)
    await vi.advanceTimersByTimeAsync(800)
    autosave.change(two)
    answer({ kind: 'closed', copyId: 'a' })
    await vi.advanceTimersByTimeAsync(60_000)
    expect(sent.map((payload) => payload.document)).toEqual([one, two])
    expect(closed).toEqual([{ copyIds: ['a', 'b'], all: true }])
    expect(kept.at(-1)).toBeNull()
    expect(states.at(-1)).toBe('closed')
    expect(autosave.dirty).toBe(false)
  })

  it('keeps what it could not bring to the server in the browser when the section was closed', async () => {
    let answer!: (value: SaveAnswer) => void
    const first = new Promise<SaveAnswer>((resolve) => (answer = resolve))
    const { autosave, kept, closed } = desk(first, { kind: 'unreachable' })
    autosave.change(one)
    await vi.advanceTimersByTimeAsync(800)
    autosave.change(two)
    answer({ kind: 'closed', copyId: 'a' })
    await vi.advanceTimersByTimeAsync(60_000)
    expect(closed).toEqual([{ copyIds: ['a'], all: false }])
    expect(kept.at(-1)).toEqual(two)
    expect(autosave.dirty).toBe(true)
  })

  it('keeps the text in the browser when the server will not take it', async () => {
    const { autosave, states, kept } = desk({ kind: 'refused', detail: 'document-too-large' })
    autosave.change(one)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(states.at(-1)).toBe('refused')
    expect(kept).toEqual([one])
    expect(autosave.dirty).toBe(true)
  })
})
