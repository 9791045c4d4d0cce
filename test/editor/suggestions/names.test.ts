// @vitest-environment jsdom
import { Editor } from '@tiptap/core'
import { describe, expect, it, onTestFinished } from 'vitest'
import { documentExtensions } from '#editor/document/extensions.ts'
import { nameSuggestions, SuggestionNames } from '#editor/suggestions/names.ts'
import { setSuggesting, Suggesting } from '#editor/suggestions/suggesting.ts'
import { doc, p } from './texts.ts'

function open(words: string) {
  const editor = new Editor({
    element: document.createElement('div'),
    content: doc(p(words)).toJSON() as object,
    extensions: [...documentExtensions(), SuggestionNames, Suggesting.configure({ isOwn: () => false })],
  })
  onTestFinished(() => editor.destroy())
  setSuggesting(editor, true)
  const named = () =>
    [...editor.view.dom.querySelectorAll('[role=group]')].map((group) => [
      group.parentElement!.tagName,
      group.getAttribute('aria-label'),
      group.textContent,
    ])
  return { editor, named }
}

describe('the words of a suggestion', () => {
  it('are named by whose it is and what it does, as soon as that is known, and again when it becomes known better', () => {
    const { editor, named } = open('een twee drie')
    editor.view.dispatch(editor.state.tr.insertText('vier', 5, 9))
    expect(named()).toEqual([])
    nameSuggestions(editor, (_id, kind) => `iemand: ${kind}`)
    expect(named()).toEqual([
      ['DEL', 'iemand: deletion', 'twee'],
      ['INS', 'iemand: insertion', 'vier'],
    ])
    const before = editor.getHTML()
    nameSuggestions(editor, (_id, kind) => `de beoordelaar: ${kind}`)
    expect(named().map(([, name]) => name)).toEqual(['de beoordelaar: deletion', 'de beoordelaar: insertion'])
    expect(editor.getHTML(), 'names are no part of the text').toBe(before)
    editor.commands.undo()
    expect(named(), 'nor a change that can be undone').toEqual([])
    expect(editor.getText()).toBe('een twee drie')
  })

  it('are named when they come later, and an insertion that another wants to go as what is to go', () => {
    const { editor, named } = open('een')
    nameSuggestions(editor, (_id, kind) => kind)
    editor.view.dispatch(editor.state.tr.insertText(' twee', 4))
    expect(named()).toEqual([['INS', 'insertion', ' twee']])
    editor.view.dispatch(editor.state.tr.delete(4, 9))
    expect(named().map(([, name]) => name)).toEqual(['deletion'])
  })
})
