// @vitest-environment jsdom
import { Editor } from '@tiptap/core'
import { describe, expect, it, onTestFinished } from 'vitest'
import { documentExtensions } from '#editor/document/extensions.ts'
import {
  decideIn,
  goToSuggestion,
  isSuggesting,
  setSuggesting,
  suggestionAt,
  Suggesting,
} from '#editor/suggestions/suggesting.ts'
import { suggestionsIn } from '#editor/suggestions/overview.ts'
import { doc, p, shown } from './texts.ts'

function open(words: string, options: { locked?: boolean } = {}) {
  const own = new Set<string>()
  const refused: true[] = []
  const editor = new Editor({
    element: document.createElement('div'),
    content: doc(p(words)).toJSON() as object,
    extensions: [
      ...documentExtensions(),
      Suggesting.configure({
        ...options,
        isOwn: (id) => own.has(id),
        onMade: (id) => void own.add(id),
        onRefused: () => void refused.push(true),
      }),
    ],
  })
  onTestFinished(() => editor.destroy())
  return { editor, refused, now: () => shown(editor.state.doc) }
}

describe('an editor in which changes are suggested', () => {
  it('suggests while that is switched on and changes the text otherwise; locked it cannot be switched off', () => {
    const { editor, now } = open('een twee')
    expect(isSuggesting(editor.state)).toBe(false)
    editor.commands.insertContentAt(1, 'nul ')
    setSuggesting(editor, true)
    editor.commands.insertContentAt(5, 'en ')
    expect(now()).toBe('p(nul {+en +}een twee)')
    setSuggesting(editor, false)
    editor.commands.insertContentAt(1, 'min ')
    expect(now()).toBe('p(min nul {+en +}een twee)')
    const locked = open('een', { locked: true })
    setSuggesting(locked.editor, false)
    locked.editor.commands.insertContentAt(1, 'nul ')
    expect(locked.now()).toBe('p({+nul +}een)')
  })

  it('makes what is written in the middle of a suggestion without suggesting no part of it', () => {
    const { editor, now } = open('een')
    setSuggesting(editor, true)
    editor.commands.insertContentAt(4, ' twee')
    setSuggesting(editor, false)
    editor.view.dispatch(editor.state.tr.insertText('X', 6))
    expect(now()).toBe('p(een{+ t+}X{+wee+})')
  })

  it('refuses to arrange lists, and says so', () => {
    const { editor, refused, now } = open('een', { locked: true })
    editor.chain().setTextSelection(2).toggleBulletList().run()
    expect(now()).toBe('p(een)')
    expect(refused).toHaveLength(1)
  })

  it('goes to a suggestion, decides about it, and undoes that as one change', () => {
    const { editor, now } = open('een', { locked: true })
    editor.commands.insertContentAt(4, ' twee')
    const { id } = suggestionsIn(editor.state.doc)[0]!
    expect(goToSuggestion(editor, id)).toBe(true)
    expect(suggestionAt(editor.state)).toBe(id)
    decideIn(editor, 'accept', new Set([id]))
    expect(now()).toBe('p(een twee)')
    editor.commands.undo()
    expect(now()).toBe('p(een{+ twee+})')
    decideIn(editor, 'reject', new Set([id]))
    expect(now()).toBe('p(een)')
    expect(goToSuggestion(editor, id)).toBe(false)
  })
})
