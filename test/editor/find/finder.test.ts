import { EditorState, type Transaction } from '@tiptap/pm/state'
import { history, undo } from '@tiptap/pm/history'
import { describe, expect, it } from 'vitest'
import { Finder, foundIn, goToFound, lookFor, replaceFound } from '#editor/find/finder.ts'
import { sectionSchema } from '#editor/document/schema.ts'
import { document, fact } from '../checks/blocks.ts'

const query = { text: 'wet', matchCase: false, wholeWord: false }
const plugins = () => [...(Finder.config.addProseMirrorPlugins?.call({} as never) ?? []), history()]

/** A text being written in, without a browser. */
function writing(...paragraphs: string[]) {
  const content = paragraphs.map((words, index) => fact(`b${index}`, words))
  let state = EditorState.create({ doc: sectionSchema.nodeFromJSON(document(...content)), plugins: plugins() })
  const apply = (transaction: Transaction) => void (state = state.apply(transaction))
  return {
    do: (make: (state: EditorState) => Transaction) => apply(make(state)),
    undo: () => undo(state, apply),
    words: () => state.doc.textBetween(0, state.doc.content.size, '\n'),
    /** Which is current, of how many, and what is selected. */
    at: () => {
      const { current, hits } = foundIn(state)
      return `${current + 1}/${hits.length} ${state.doc.textBetween(state.selection.from, state.selection.to)}`.trim()
    },
  }
}

describe('finding in the text that is written in', () => {
  it('goes from place to place, round the end, and stops when nothing is looked for', () => {
    const text = writing('De wet en de grondwet.', 'Een Wet.')
    text.do((state) => lookFor(state, query))
    expect(text.at()).toBe('1/3')
    text.do((state) => goToFound(state, 0))
    expect(text.at()).toBe('1/3 wet')
    text.do((state) => goToFound(state, -1))
    expect(text.at()).toBe('3/3 Wet')
    text.do((state) => goToFound(state, 1))
    expect(text.at()).toBe('1/3 wet')
    text.do((state) => lookFor(state, null))
    expect(text.at()).toBe('0/0 wet')
    text.do((state) => goToFound(state, 1))
    expect(text.at()).toBe('0/0 wet')
  })

  it('keeps up with what is written, also by others', () => {
    const text = writing('De wet.', 'De wet.')
    text.do((state) => lookFor(state, query))
    text.do((state) => goToFound(state, 1))
    text.do((state) => state.tr.insertText('Een wet. ', 1))
    expect(text.at()).toBe('3/3 wet')
    text.do((state) => state.tr.delete(1, 10))
    expect(text.at()).toBe('2/2 wet')
  })

  it('replaces one after the other and never what it has just put in, then all at once, and undoes', () => {
    const text = writing('De wet. De wet.', 'Een wet.')
    text.do((state) => lookFor(state, query))
    text.do((state) => replaceFound(state, 'grondwet', 'current'))
    expect([text.words(), text.at()]).toEqual(['De grondwet. De wet.\nEen wet.', '2/3'])
    text.do((state) => replaceFound(state, 'regel', 'all'))
    expect([text.words(), text.at()]).toEqual(['De grondregel. De regel.\nEen regel.', '0/0'])
    text.do((state) => replaceFound(state, 'iets', 'all'))
    text.undo()
    expect(text.words()).toMatch(/wet/)
  })
})
