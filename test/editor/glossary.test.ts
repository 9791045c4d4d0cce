// @vitest-environment jsdom
import { Editor } from '@tiptap/core'
import { describe, expect, it, onTestFinished } from 'vitest'
import { documentExtensions } from '#editor/document/extensions.ts'
import { checkDocument } from '#editor/document/schema.ts'
import { findTerms, termOf, termsInOrder, termsUsed } from '#editor/glossary/glossary.ts'
import { placeTerm, removeTerm, selectedWords, termAt, TermWithLook } from '#editor/glossary/term-in-text.ts'
import { languages } from '#schemas/vocabulary.ts'
import { document as textOf, fact } from './checks/blocks.ts'

function open(content: string | object) {
  const editor = new Editor({
    element: document.createElement('div'),
    content: typeof content === 'string' ? textOf(fact('b0000000001', content)) : content,
    extensions: documentExtensions({ term: TermWithLook }),
  })
  onTestFinished(() => editor.destroy())
  const marked = () => [...editor.view.dom.querySelectorAll('.term')].map((it) => [it.getAttribute('data-term'), it.textContent])
  return { editor, marked }
}
const torture = termOf('torture')!
const refugee = termOf('refugee')!

describe('the glossary', () => {
  it('says what each term means in both languages, in whole sentences, and has every key and term once', () => {
    const all = termsInOrder('nl')
    expect(all.length).toBeGreaterThanOrEqual(25)
    expect(new Set(all.map(({ key }) => key)).size).toBe(all.length)
    for (const language of languages) {
      expect(new Set(all.map((entry) => entry[language].term)).size).toBe(all.length)
      for (const { [language]: own } of all) expect(own.definition, own.term).toMatch(/^[A-Z].{20,}[.)]$/)
    }
  })

  it('is in the order of the alphabet of its reader', () => {
    const names = termsInOrder('en').map(({ en }) => en.term)
    expect(names).toEqual([...names].sort((one, other) => one.localeCompare(other, 'en')))
  })

  it('is found in either language, by abbreviation, with or without accents, and what begins with it comes first', () => {
    const keys = (text: string) => findTerms(text, 'nl').map(({ key }) => key)
    expect(keys('COI')).toContain('country-information')
    expect(keys('Torture')).toEqual(['torture'])
    expect(keys('refugie')).toEqual(['sur-place'])
    expect(keys('vluchteling')[0]).toBe('refugee')
    expect(keys('bron').length).toBeGreaterThan(1)
    expect(keys('xyz')).toEqual([])
    expect(keys('')).toHaveLength(termsInOrder('nl').length)
  })
})

describe('a term in the text', () => {
  it('is the words that were selected', () => {
    const { editor, marked } = open('De foltering van gevangenen.')
    editor.commands.setTextSelection({ from: 4, to: 13 })
    expect(selectedWords(editor.state)).toBe('foltering')
    placeTerm(editor, torture, 'nl')
    expect(marked()).toEqual([['torture', 'foltering']])
    expect(editor.getText()).toBe('De foltering van gevangenen.')
    expect(termsUsed([editor.getJSON() as never], 'nl')).toEqual([torture])
  })

  it('is put in by its name where nothing is selected, and what is typed after it is no part of it', () => {
    const { editor, marked } = open('Een ')
    editor.commands.setTextSelection(5)
    placeTerm(editor, refugee, 'nl')
    expect(termAt(editor.state)).toBe('refugee')
    editor.view.dispatch(editor.state.tr.insertText(' uit Syrië'))
    expect(editor.getText()).toBe('Een vluchteling uit Syrië')
    expect(marked()).toEqual([['refugee', 'vluchteling']])
  })

  it('becomes another where the caret stands in it, or plain words again', () => {
    const { editor, marked } = open('De foltering.')
    editor.commands.setTextSelection({ from: 4, to: 13 })
    placeTerm(editor, refugee, 'nl')
    editor.commands.setTextSelection(6)
    expect(termAt(editor.state)).toBe('refugee')
    placeTerm(editor, torture, 'nl')
    expect(marked()).toEqual([['torture', 'foltering']])
    removeTerm(editor)
    expect([marked(), termAt(editor.state), editor.getText()]).toEqual([[], null, 'De foltering.'])
  })

  it('with a key that is not in the glossary is plain words that stay as they were stored', () => {
    const words = { type: 'text', text: 'een woord', marks: [{ type: 'term', attrs: { key: 'of-later' } }] }
    const stored = checkDocument(textOf(fact('b0000000001', words)))
    const { editor, marked } = open(stored)
    expect([marked(), termAt(editor.state), editor.getText()]).toEqual([[], null, 'een woord'])
    expect(editor.getJSON()).toEqual(stored)
    expect(termsUsed([stored], 'nl')).toEqual([])
  })

  it('that is pasted with something that is no key is plain words', () => {
    const { editor } = open('Een ')
    editor.commands.insertContentAt(5, '<span data-term="No key!">woord</span> <span data-term="torture">foltering</span>')
    expect(editor.getText()).toBe('Een woord foltering')
    expect(() => checkDocument(editor.getJSON())).not.toThrow()
    expect(termsUsed([editor.getJSON() as never], 'nl')).toEqual([torture])
  })
})
