// @vitest-environment jsdom
import { Editor } from '@tiptap/core'
import { describe, expect, it, onTestFinished } from 'vitest'
import { aspectsTold } from '#editor/checks/aspects-told.ts'
import { findingsOf } from '#editor/checks/checks.ts'
import { countWords } from '#editor/document/count-words.ts'
import { documentOf } from '#editor/document/document-of.ts'
import { documentExtensions } from '#editor/document/extensions.ts'
import { checkDocument } from '#editor/document/schema.ts'
import { isSettled, unsettled } from '#editor/document/settled.ts'
import { guidanceFor, insertGuidance, removeGuidance } from '#editor/guidance/guidance.ts'
import { guidanceWithView } from '#editor/guidance/guidance-view.ts'
import { editorTexts } from '#editor/ui/texts.ts'
import { context, document as textOf, fact } from './checks/blocks.ts'

const questions = [
  { wordingNl: 'Wat zegt de wet?', wordingEn: 'What does the law say?', rationale: 'Voor de toets aan de wet.' },
  { wordingNl: 'Hoe gaat het in de praktijk?', wordingEn: '', rationale: '' },
]
const lines = guidanceFor(questions, 'nl')

function open(...words: string[]) {
  const content = words.map((line) => (line ? fact('b1', line) : { type: 'paragraph', attrs: { kind: 'fact' } }))
  const editor = new Editor({
    element: document.createElement('div'),
    content: textOf(...content),
    extensions: documentExtensions({ guidance: guidanceWithView(editorTexts.nl) }),
  })
  onTestFinished(() => editor.destroy())
  const shown = () => editor.state.doc.children.map((node) => `${node.type.name}: ${node.textContent}`.trim())
  return { editor, shown, backspace: () => editor.commands.keyboardShortcut('Backspace') }
}

describe('guidance from the questions of a section', () => {
  it('says each question with its purpose, and leaves a purpose out that is in another language than the text', () => {
    expect(lines).toEqual(['Wat zegt de wet? — Voor de toets aan de wet.', 'Hoe gaat het in de praktijk?'])
    expect(guidanceFor(questions, 'en')).toEqual(['What does the law say?', 'Hoe gaat het in de praktijk?'])
  })

  it('stands before the empty paragraph one then writes in', () => {
    const { editor, shown } = open('')
    insertGuidance(editor, lines)
    editor.commands.insertContent('De wet')
    expect(shown()).toEqual([`guidance: ${lines[0]}`, `guidance: ${lines[1]}`, 'paragraph: De wet'])
    expect(() => checkDocument(editor.getJSON())).not.toThrow()
  })

  it('stands after the block with the caret, with a paragraph to write in, and is not said twice', () => {
    const { editor, shown } = open('Er is een wet.')
    editor.commands.setTextSelection(3)
    insertGuidance(editor, lines.slice(0, 1))
    insertGuidance(editor, lines)
    insertGuidance(editor, lines)
    expect(shown()).toEqual(['paragraph: Er is een wet.', `guidance: ${lines[0]}`, `guidance: ${lines[1]}`, 'paragraph:'])
  })

  it('is a finding that leads to it and keeps a text from being settled; it is no text that tells or counts', () => {
    const { editor } = open('')
    insertGuidance(editor, lines)
    const document = documentOf(editor.state.doc)
    const found = findingsOf(document, context()).filter(({ findings }) => findings.length > 0)
    expect(found.map(({ check, findings }) => [check.id, findings.length])).toEqual([['guidance-left', 2]])
    expect(found[0]!.findings[0]).toMatchObject({ blockId: document.content[0]!.attrs!.id, excerpt: lines[0] })
    expect([unsettled(document).guidance, isSettled(document)]).toEqual([2, false])
    expect([countWords(document), aspectsTold(document, 'nl')]).toEqual([0, {}])
  })

  it('goes with Backspace at its beginning, with its own key, or all at once, and comes back when that is undone', () => {
    const { editor, shown, backspace } = open('')
    insertGuidance(editor, lines)
    editor.commands.setTextSelection(1)
    backspace()
    expect(shown()).toEqual([`guidance: ${lines[1]}`, 'paragraph:'])
    const [note] = editor.view.dom.querySelectorAll('[role=note]')
    expect(note!.getAttribute('aria-label')).toBe('Aanwijzing – moet weg voor de beoordeling')
    editor.setEditable(false)
    note!.querySelector('button')!.click()
    expect(shown(), 'not in a text that can only be read').toHaveLength(2)
    editor.setEditable(true)
    note!.querySelector('button')!.click()
    expect(shown()).toEqual(['paragraph:'])
    insertGuidance(editor, lines)
    removeGuidance(editor)
    expect(shown()).toEqual(['paragraph:'])
    editor.commands.undo()
    expect(shown()).toHaveLength(3)
  })

  it('leaves an empty paragraph where it was everything', () => {
    const { editor, shown, backspace } = open('')
    insertGuidance(editor, lines.slice(0, 1))
    editor.commands.deleteRange({ from: editor.state.doc.content.size - 2, to: editor.state.doc.content.size })
    expect(shown()).toEqual([`guidance: ${lines[0]}`])
    editor.commands.setTextSelection(1)
    backspace()
    expect(shown()).toEqual(['paragraph:'])
    expect(backspace).not.toThrow()
  })
})
