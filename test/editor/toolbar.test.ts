// @vitest-environment jsdom
import { Editor } from '@tiptap/core'
import { act, createElement } from 'react'
import { createRoot } from 'react-dom/client'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { documentExtensions } from '#editor/document/extensions.ts'
import { editorTexts } from '#editor/ui/texts.ts'
import { Toolbar } from '#editor/ui/toolbar.tsx'
import { document as textOf, fact } from './checks/blocks.ts'

const text = editorTexts.nl

/** The bar of a text with one paragraph, in a page. */
async function open(words: string) {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  const place = document.body.appendChild(document.createElement('div'))
  const editor = new Editor({
    element: document.body.appendChild(document.createElement('div')),
    content: textOf(fact('b0000000001', words)),
    extensions: documentExtensions({}),
    // There is no layout to scroll in.
    editorProps: { handleScrollToSelection: () => true },
  })
  const root = createRoot(place)
  const tool = { code: 'KeyF', label: 'Zoeken', run: vi.fn() } as const
  const nothing = () => {}
  await act(() =>
    root.render(
      createElement(Toolbar, { editor, text, onCitation: nothing, onIncident: nothing, tools: [tool], suggesting: false }),
    ),
  )
  onTestFinished(async () => {
    await act(() => root.unmount())
    editor.destroy()
    document.body.replaceChildren()
    vi.unstubAllGlobals()
  })
  const bar = place.querySelector<HTMLElement>('[role=toolbar]')!
  const nameOf = (it: Element) => it.getAttribute('aria-label') ?? it.textContent
  const usable = () => [...bar.querySelectorAll<HTMLElement>('select:enabled, button')]
  return {
    editor,
    tool,
    change: (make: () => void) => act(async () => make()),
    names: () => usable().map(nameOf),
    focused: () => document.activeElement && nameOf(document.activeElement),
    focus: (name: string) =>
      act(() =>
        usable()
          .find((it) => nameOf(it) === name)!
          .focus(),
      ),
    /** What Tab comes to. */
    stops: () =>
      usable()
        .filter((it) => it.tabIndex === 0)
        .map(nameOf),
    press: (key: string) =>
      act(() => document.activeElement!.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))),
    /** A choice in the list that has the focus. */
    choose: (value: string) =>
      act(() => {
        const list = document.activeElement as HTMLSelectElement
        list.value = value
        list.dispatchEvent(new Event('change', { bubbles: true }))
        // The text gets the focus; this document without layout cannot give it to one.
        list.blur()
      }),
  }
}

describe('the bar of the editor', () => {
  it('is one stop for Tab; the arrows lead to every key of it and round, Home and End to its ends', async () => {
    const bar = await open('De wet.')
    expect(bar.stops()).toEqual([text.blockKind])
    await bar.focus(text.blockKind)
    const passed: (string | null)[] = []
    for (const name of bar.names()) {
      expect(bar.focused()).toBe(name)
      expect(bar.stops()).toEqual([name])
      passed.push(bar.focused())
      await bar.press('ArrowRight')
    }
    for (const key of ['bold', 'italic', 'bullets', 'numbers', 'table', 'undo', 'redo', 'citation', 'incident'] as const)
      expect(passed).toContain(text[key])
    expect(passed).toContain(bar.tool.label)
    expect(bar.focused(), 'round').toBe(text.blockKind)
    await bar.press('ArrowLeft')
    expect(bar.focused()).toBe(bar.tool.label)
    await bar.press('Home')
    expect(bar.focused()).toBe(text.blockKind)
    await bar.press('End')
    expect(bar.focused()).toBe(bar.tool.label)
  })

  it('makes a heading and marks words of another language from its lists', async () => {
    const bar = await open('De bidoon krijgen geen paspoort.')
    expect(bar.names(), 'nothing is selected').not.toContain(text.wordsLanguage)
    await bar.change(() => bar.editor.commands.setTextSelection({ from: 4, to: 10 }))
    await bar.focus(text.wordsLanguage)
    await bar.choose('ar')
    expect(bar.editor.view.dom.querySelector('[lang=ar]')?.textContent).toBe('bidoon')
    await bar.focus(text.blockKind)
    await bar.choose('3')
    expect(bar.editor.getJSON().content[0]).toMatchObject({ type: 'heading', attrs: { level: 3 } })
  })

  it('can still be reached by Tab when the key one was last at cannot be used any more, or is gone', async () => {
    const bar = await open('De bidoon krijgen geen paspoort.')
    await bar.change(() => bar.editor.commands.setTextSelection({ from: 4, to: 10 }))
    await bar.focus(text.wordsLanguage)
    await bar.choose('ar')
    await bar.change(() => bar.editor.commands.focus(20))
    expect(bar.stops()).toEqual([text.blockKind])
    await bar.change(() => bar.editor.commands.focus(6))
    expect(bar.names()).toContain(text.wordsLanguage)
    expect(bar.stops(), 'one stop, also when that key is back').toEqual([text.blockKind])

    await bar.change(() => bar.editor.chain().focus('end').insertTable({ rows: 2, cols: 2, withHeaderRow: true }).run())
    await bar.focus(text.removeTable)
    expect(bar.stops()).toEqual([text.removeTable])
    await bar.change(() => (document.activeElement as HTMLElement).click())
    expect(bar.names()).not.toContain(text.removeTable)
    expect(bar.stops()).toEqual([text.blockKind])
  })
})
