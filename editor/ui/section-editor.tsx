import { Extension, type AnyExtension, type Editor } from '@tiptap/core'
import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import { NodeSelection, Selection } from '@tiptap/pm/state'
import { EditorContent, useEditor } from '@tiptap/react'
import { useEffect, useImperativeHandle, useState, type KeyboardEvent, type Ref } from 'react'
import type { CitationAttributes, DocumentNode, IncidentAttributes, SectionDocument } from '#schemas/document.ts'
import type { Language } from '#schemas/vocabulary.ts'
import { collabPlugin, type Holder, type Writer } from '../collaboration/co-writer.ts'
import { documentOf } from '../document/document-of.ts'
import { documentExtensions } from '../document/extensions.ts'
import { guidanceWithView } from '../guidance/guidance-view.ts'
import { TermWithLook } from '../glossary/term-in-text.ts'
import { Carets } from './carets.ts'
import type { EditorTool } from './editor-tool.ts'
import type { Lookup } from './lookup.ts'
import { citationWithView, incidentWithView, mentionWithView } from './node-views.ts'
import { withOwnCaret } from './own-caret.ts'
import { editorTexts } from './texts.ts'
import { Toolbar } from './toolbar.tsx'

/** What the page can ask of the editor. */
export type SectionEditorHandle = {
  /** For panels that read its state or run commands. */
  editor: Editor
  document: () => SectionDocument
  /** Replaces the whole text, as a change like any other. */
  replace: (document: SectionDocument) => void
  append: (block: DocumentNode) => void
  /** The citation that is selected, to change it. */
  selectedCitation: () => CitationAttributes | null
  /** Puts a citation at the cursor, or in the place of the selected one. */
  placeCitation: (citation: CitationAttributes) => void
  placeIncident: (incident: IncidentAttributes) => void
  /** From now on it can only be read. */
  freeze: () => void
  focus: () => void
  /** Puts the caret at the beginning of a block, in view. False where the text can only be read, or the block is not in it. */
  goTo: (blockId: string) => boolean
}

type Props = {
  document: SectionDocument
  /** Of the document, and who writes in which open page. */
  version: number
  writer: Writer
  language: Language
  /** The language of the text itself. */
  textLanguage: Language
  lookup: Lookup
  /** The editor is there: what keeps it in step with the server gets hold of it, and lets go when it is told to. */
  onReady: (holder: Holder) => () => void
  /** Something in the text or the selection changed. */
  onChange: (changed: { text: boolean }) => void
  onCitation: () => void
  onIncident: () => void
  /** What the page can do with the text besides. */
  tools: readonly EditorTool[]
  /** Whether one suggests changes now rather than making them. */
  suggesting: boolean
  /** More of ProseMirror than the text itself needs; of the first rendering. */
  extensions: readonly AnyExtension[]
  handle: Ref<SectionEditorHandle>
}

/** The text of one section, to write in. Makes no request and stores nothing: the page around it does. */
export function SectionEditor(props: Props) {
  const { document, version, writer, language, textLanguage, lookup, onReady, onChange, onCitation, onIncident, tools, handle } =
    props
  const text = editorTexts[language]
  const [extensions] = useState(() => [
    ...documentExtensions({
      citation: citationWithView(lookup, text),
      incident: incidentWithView(lookup, text),
      incidentMention: mentionWithView(lookup, text),
      guidance: guidanceWithView(text),
      term: TermWithLook,
    }),
    Carets,
    ...props.extensions,
    // Before the carets in the editor's own order, which is this one from behind: they ask it for the version.
    Extension.create({ name: 'coWriting', addProseMirrorPlugins: () => [collabPlugin(version, writer)] }),
  ])
  const editor = useEditor({
    immediatelyRender: false,
    shouldRerenderOnTransaction: false,
    extensions,
    content: document,
    editorProps: {
      // Neither the bar above nor what stands below the text covers where one is.
      scrollThreshold: { top: 64, right: 0, bottom: 160, left: 0 },
      scrollMargin: { top: 64, right: 0, bottom: 160, left: 0 },
      attributes: {
        class: 'text editor-text',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': text.label,
        lang: textLanguage,
        spellcheck: 'true',
      },
    },
    onTransaction: ({ transaction }) => onChange({ text: transaction.docChanged }),
  })
  useEffect(() => {
    if (!editor) return
    return onReady({
      get state() {
        return editor.state
      },
      dispatch: (transaction) => editor.view.dispatch(withOwnCaret(editor.view, transaction)),
    })
    // Once for the editor: what is told of it is asked anew each time.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [editor])
  useImperativeHandle(handle, () => handleOf(editor), [editor])
  if (!editor) return null
  return (
    // The keys work in the text and in the bar alike; a double click on a citation changes it.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className="editor"
      onKeyDown={(event) => {
        if (!isAsked(event)) return
        const run = { KeyC: onCitation, KeyI: onIncident }[event.code] ?? tools.find((tool) => tool.code === event.code)?.run
        if (!run) return
        event.preventDefault()
        run()
      }}
      onDoubleClick={({ target }) => target instanceof Element && target.closest('.cited[data-support]') && onCitation()}
    >
      <Toolbar {...{ editor, text, onCitation, onIncident, tools }} suggesting={props.suggesting} />
      <EditorContent editor={editor} />
    </div>
  )
}

/** With Mod-Shift, or with Alt where a browser keeps those for itself; by place on the keyboard, since Alt writes signs. */
function isAsked(event: KeyboardEvent): boolean {
  const asked = (event.ctrlKey || event.metaKey) && event.shiftKey && !event.altKey
  const alternative = event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey
  return asked || alternative
}

function handleOf(editor: Editor | null): SectionEditorHandle {
  const there = () => {
    if (!editor) throw new Error('the editor is not there yet')
    return editor
  }
  return {
    get editor() {
      return there()
    },
    document: () => documentOf(there().state.doc),
    replace: (next) => void there().chain().setContent(next).run(),
    append: (block) => {
      const { state } = there()
      there().chain().insertContentAt(state.doc.content.size, block).run()
    },
    selectedCitation: () => {
      const { selection } = there().state
      return selection instanceof NodeSelection && selection.node.type.name === 'citation'
        ? (selection.node.attrs as CitationAttributes)
        : null
    },
    placeCitation: (attrs) => {
      // After the words, never instead of them; only a selected citation is replaced.
      const { selection } = there().state
      const replacing = selection instanceof NodeSelection
      const at = replacing ? { from: selection.from, to: selection.to } : selection.to
      there().chain().focus().insertContentAt(at, { type: 'citation', attrs }).run()
    },
    placeIncident: (attrs) => {
      const { $to } = there().state.selection
      const after = $to.depth > 0 ? $to.after(1) : $to.pos
      const last = after === there().state.doc.content.size
      const blocks: DocumentNode[] = [{ type: 'incident', attrs }]
      // So that there is a place to go on writing.
      if (last) blocks.push({ type: 'paragraph', attrs: { kind: 'fact' } })
      there()
        .chain()
        .insertContentAt(after, blocks)
        .command(({ tr }) => {
          tr.setSelection(Selection.near(tr.doc.resolve(after + 1), 1))
          return true
        })
        .focus()
        .run()
    },
    freeze: () => {
      const { view } = there()
      const writing = view.hasFocus()
      there().setEditable(false, false)
      view.dom.setAttribute('aria-readonly', 'true')
      // Who was writing stays where they were, and can still go through the text.
      view.dom.tabIndex = 0
      if (writing) view.dom.focus({ preventScroll: true })
    },
    focus: () => void there().commands.focus(),
    goTo: (blockId) => {
      const { view, isEditable } = there()
      const at = placeOf(view.state.doc, blockId)
      if (at === null || !isEditable) return false
      // Through the editor: a selection of the page's own making would be set back when the editor gets the focus.
      view.dispatch(view.state.tr.setSelection(Selection.near(view.state.doc.resolve(at + 1), 1)))
      const block = view.nodeDOM(at)
      if (block instanceof HTMLElement) block.scrollIntoView({ block: 'center' })
      view.focus()
      return true
    },
  }
}

/** Where the block with this id begins. */
function placeOf(doc: ProseMirrorNode, blockId: string): number | null {
  let found: number | null = null
  doc.descendants((node, position) => {
    if (node.attrs.id === blockId) found = position
    return found === null && !node.isTextblock
  })
  return found
}
