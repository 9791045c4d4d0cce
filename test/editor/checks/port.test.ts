import { getSchema } from '@tiptap/core'
import { EditorState } from '@tiptap/pm/state'
import { describe, expect, it, vi } from 'vitest'
import { checks, findingsOf } from '#editor/checks/checks.ts'
import type { CheckContext } from '#editor/checks/check.ts'
import { perBlock } from '#editor/checks/per-block.ts'
import { documentOf } from '#editor/document/document-of.ts'
import { documentExtensions } from '#editor/document/extensions.ts'
import { context, document, fact } from './blocks.ts'

describe('the checks of a text', () => {
  it('each have an id of their own, a source, and words in both languages for when they hold and when not', () => {
    expect(new Set(checks.map((check) => check.id)).size).toBe(checks.length)
    for (const { id, source, holds, fails, advice } of checks) {
      expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/)
      expect(source).not.toBe('')
      for (const said of [holds, fails, advice]) expect(Object.values(said).every((words) => words.length > 10)).toBe(true)
    }
  })

  it('say of an empty text that all hold, and the same of the same text every time', () => {
    expect(findingsOf(document(), context()).map(({ findings }) => findings)).toEqual(checks.map(() => []))
    const text = document(fact('b1', 'De wet verbiedt dit al jaren.'))
    const same = context()
    expect(findingsOf(text, same)).toEqual(findingsOf(text, same))
  })

  it('look again only at blocks that changed or stand beside one that did', () => {
    const looked = vi.fn(({ block }: { block: { attrs?: Record<string, unknown> | undefined } }, _: CheckContext) => [
      { blockId: String(block.attrs?.id), excerpt: '' },
    ])
    const find = perBlock(looked)
    const same = context()
    const schema = getSchema(documentExtensions())
    const many = Array.from({ length: 100 }, (_, index) => fact(`b${index}`, 'Woorden van een alinea.'))
    const state = EditorState.create({ doc: schema.nodeFromJSON(document(...many)) })
    expect(find(documentOf(state.doc), same)).toHaveLength(100)
    expect(looked).toHaveBeenCalledTimes(100)
    const typed = state.apply(state.tr.insertText('Een ', 1)).doc
    expect(find(documentOf(typed), same).map(({ blockId }) => blockId)).toEqual(many.map((block) => block.attrs?.id))
    expect(looked, 'the paragraph typed in, and the one beside it').toHaveBeenCalledTimes(102)
    find(documentOf(typed), context())
    expect(looked, 'another context knows nothing of the old one').toHaveBeenCalledTimes(202)
  })
})
