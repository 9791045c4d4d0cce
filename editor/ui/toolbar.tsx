import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { useEffect, useRef, type KeyboardEvent } from 'react'
import { paragraphKinds, type ParagraphKind } from '#schemas/vocabulary.ts'
import { bulletsIcon, numbersIcon, redoIcon, tableIcon, undoIcon } from './icons.tsx'
import { canMarkLanguage, LanguageKey } from './language-key.tsx'
import type { EditorTool } from './editor-tool.ts'
import type { EditorTexts } from './texts.ts'

type Props = {
  editor: Editor
  text: EditorTexts
  onCitation: () => void
  onIncident: () => void
  tools: readonly EditorTool[]
  /** Lists are not arranged otherwise while one suggests. */
  suggesting: boolean
}

/** The formatting keys of the editor; one stop for Tab, arrows move inside (ARIA toolbar pattern). */
export function Toolbar({ editor, text, onCitation, onIncident, tools, suggesting }: Props) {
  const bar = useRef<HTMLDivElement>(null)
  const state = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      block: blockOf(now),
      bold: now.isActive('bold'),
      italic: now.isActive('italic'),
      bullets: now.isActive('bulletList'),
      numbers: now.isActive('orderedList'),
      inTable: now.isActive('table'),
      canMarkLanguage: canMarkLanguage(now),
      canUndo: now.can().undo(),
      canRedo: now.can().redo(),
    }),
  })
  const run = () => editor.chain().focus()
  // The key one was last at can be gone, or of no use where the caret is now: Tab still comes to the bar, at one place.
  useEffect(() => {
    const all = stops()
    keepOneStop(all.find((stop) => stop === document.activeElement) ?? all.find((stop) => stop.tabIndex === 0) ?? all[0])
  }, [state.inTable, state.canMarkLanguage])

  return (
    // A toolbar moves focus between its own controls; it is no control itself.

    <div
      className="editor-toolbar"
      role="toolbar"
      aria-label={text.toolbar}
      ref={bar}
      onKeyDown={moveFocus}
      onFocus={({ target }) => keepOneStop(target)}
    >
      <select
        aria-label={text.blockKind}
        className="utrecht-select utrecht-select--html-select"
        value={state.block}
        onChange={(event) => setBlock(editor, event.target.value)}
      >
        {paragraphKinds.map((kind) => (
          <option key={kind} value={kind}>
            {text.paragraph[kind]}
          </option>
        ))}
        <option value="3">{text.heading}</option>
        <option value="4">{text.subheading}</option>
      </select>
      <Key label={text.bold} pressed={state.bold} onPress={() => run().toggleBold().run()} sign={<b>B</b>} />
      <Key label={text.italic} pressed={state.italic} onPress={() => run().toggleItalic().run()} sign={<i>I</i>} />
      <Key
        label={text.bullets}
        pressed={state.bullets}
        disabled={suggesting}
        hint={suggesting ? text.notSuggested : undefined}
        onPress={() => run().toggleBulletList().run()}
        sign={bulletsIcon}
      />
      <Key
        label={text.numbers}
        pressed={state.numbers}
        disabled={suggesting}
        hint={suggesting ? text.notSuggested : undefined}
        onPress={() => run().toggleOrderedList().run()}
        sign={numbersIcon}
      />
      <LanguageKey editor={editor} text={text} usable={state.canMarkLanguage} />
      <Key
        label={text.table}
        disabled={state.inTable}
        onPress={() => run().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run()}
        sign={tableIcon}
      />
      <Key label={text.undo} disabled={!state.canUndo} onPress={() => run().undo().run()} sign={undoIcon} />
      <Key label={text.redo} disabled={!state.canRedo} onPress={() => run().redo().run()} sign={redoIcon} />
      <Key label={text.citation} onPress={onCitation} keys="Control+Shift+C Alt+C" words />
      <Key label={text.incident} onPress={onIncident} keys="Control+Shift+I Alt+I" words />
      {tools.map(({ code, label, run: press, pressed }) => {
        const letter = code.slice('Key'.length)
        return (
          <Key key={code} label={label} pressed={pressed} onPress={press} keys={`Control+Shift+${letter} Alt+${letter}`} words />
        )
      })}
      {state.inTable && (
        <span className="editor-toolbar-group">
          <Key label={text.addRow} onPress={() => run().addRowAfter().run()} words />
          <Key label={text.removeRow} onPress={() => run().deleteRow().run()} words />
          <Key label={text.addColumn} onPress={() => run().addColumnAfter().run()} words />
          <Key label={text.removeColumn} onPress={() => run().deleteColumn().run()} words />
          <Key label={text.removeTable} onPress={() => run().deleteTable().run()} words />
        </span>
      )}
    </div>
  )

  function stops() {
    return [...(bar.current?.querySelectorAll<HTMLElement>('select:enabled, button') ?? [])]
  }
  function keepOneStop(kept: EventTarget | undefined) {
    for (const key of bar.current?.querySelectorAll<HTMLElement>('select, button') ?? []) key.tabIndex = key === kept ? 0 : -1
  }
  function moveFocus(event: KeyboardEvent) {
    const all = stops()
    const at = all.indexOf(document.activeElement as HTMLElement)
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: all.length - 1 }[event.key]
    if (to === undefined) return
    event.preventDefault()
    all.at(to % all.length)?.focus()
  }
}

type KeyProps = {
  label: string
  onPress: () => void
  pressed?: boolean | undefined
  disabled?: boolean
  /** Why it cannot be used now. */
  hint?: string | undefined
  keys?: string
  sign?: React.ReactNode
  /** Shows the name itself instead of a sign. */
  words?: boolean
}

/** A disabled key keeps its focus, so that nobody is thrown out of the bar by undoing the last step. */
function Key({ label, onPress, pressed, disabled, hint, keys, sign, words }: KeyProps) {
  return (
    <button
      type="button"
      tabIndex={-1}
      aria-pressed={pressed}
      aria-disabled={disabled || undefined}
      aria-keyshortcuts={keys}
      aria-label={words ? undefined : label}
      title={keys ? `${label} (${keys.split(' ').at(-1)})` : hint ? `${label}: ${hint}` : label}
      onClick={disabled ? undefined : onPress}
    >
      {words ? label : <span aria-hidden="true">{sign}</span>}
    </button>
  )
}

function blockOf(editor: Editor): string {
  if (editor.isActive('heading', { level: 3 })) return '3'
  if (editor.isActive('heading', { level: 4 })) return '4'
  return (editor.getAttributes('paragraph').kind as string | undefined) ?? 'fact'
}

function setBlock(editor: Editor, value: string) {
  const chain = editor.chain().focus()
  if (value === '3' || value === '4') chain.setNode('heading', { level: Number(value) }).run()
  else if (editor.isActive('paragraph')) chain.updateAttributes('paragraph', { kind: value as ParagraphKind }).run()
  else chain.setNode('paragraph', { kind: value as ParagraphKind }).run()
}
