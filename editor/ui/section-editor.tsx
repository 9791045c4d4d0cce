import type { Editor } from '@tiptap/core'
import { NodeSelection, Selection } from '@tiptap/pm/state'
import { EditorContent, useEditor } from '@tiptap/react'
import { useImperativeHandle, useState, type KeyboardEvent, type Ref } from 'react'
import type { CitationAttributes, DocumentNode, IncidentAttributes, SectionDocument } from '#schemas/document.ts'
import type { Language } from '#schemas/vocabulary.ts'
import { documentExtensions } from '../document/extensions.ts'
import type { Lookup } from './lookup.ts'
import { citationWithView, incidentWithView } from './node-views.ts'
import { editorTexts } from './texts.ts'
import { Toolbar } from './toolbar.tsx'

/** What the page can ask of the editor. */
export type SectionEditorHandle = {
  document: () => SectionDocument
  /** Replaces the whole text; `onChange` hears of it unless `quietly`. */
  replace: (document: SectionDocument, quietly?: boolean) => void
  append: (block: DocumentNode) => void
  /** The citation that is selected, to change it. */
  selectedCitation: () => CitationAttributes | null
  /** Puts a citation at the cursor, or in the place of the selected one. */
  placeCitation: (citation: CitationAttributes) => void
  placeIncident: (incident: IncidentAttributes) => void
  /** From now on it can only be read. */
  freeze: () => void
  focus: () => void
}

type Props = {
  document: SectionDocument
  language: Language
  /** The language of the text itself. */
  textLanguage: Language
  lookup: Lookup
  onChange: (document: SectionDocument) => void
  onCitation: () => void
  onIncident: () => void
  handle: Ref<SectionEditorHandle>
}

/** The text of one section, to write in. Makes no request and stores nothing: the page around it does. */
export function SectionEditor({ document, language, textLanguage, lookup, onChange, onCitation, onIncident, handle }: Props) {
  const text = editorTexts[language]
  const [extensions] = useState(() =>
    documentExtensions({ citation: citationWithView(lookup, text), incident: incidentWithView(lookup, text) }),
  )
  const editor = useEditor({
    immediatelyRender: false,
    shouldRerenderOnTransaction: false,
    extensions,
    content: document,
    editorProps: {
      attributes: {
        class: 'text editor-text',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': text.label,
        lang: textLanguage,
      },
    },
    onUpdate: ({ editor: now, transaction }) => {
      if (!transaction.getMeta('quietly')) onChange(now.getJSON() as SectionDocument)
    },
  })
  useImperativeHandle(handle, () => handleOf(editor), [editor])
  if (!editor) return null
  return (
    // The keys work in the text and in the bar alike; a double click on a citation changes it.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className="editor"
      onKeyDown={(event) => {
        const insertion = insertionOf(event)
        if (!insertion) return
        event.preventDefault()
        if (insertion === 'citation') onCitation()
        else onIncident()
      }}
      onDoubleClick={({ target }) => target instanceof Element && target.closest('.citation') && onCitation()}
    >
      <Toolbar editor={editor} text={text} onCitation={onCitation} onIncident={onIncident} />
      <EditorContent editor={editor} />
    </div>
  )
}

/** C and I with Mod-Shift, or with Alt where a browser keeps those for its developer tools; by place on the keyboard, since Alt writes signs. */
function insertionOf(event: KeyboardEvent): 'citation' | 'incident' | null {
  const asked = (event.ctrlKey || event.metaKey) && event.shiftKey && !event.altKey
  const alternative = event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey
  if (!asked && !alternative) return null
  return event.code === 'KeyC' ? 'citation' : event.code === 'KeyI' ? 'incident' : null
}

function handleOf(editor: Editor | null): SectionEditorHandle {
  const there = () => {
    if (!editor) throw new Error('the editor is not there yet')
    return editor
  }
  return {
    document: () => there().getJSON() as SectionDocument,
    replace: (next, quietly = false) => {
      there().chain().setMeta('quietly', quietly).setContent(next, { emitUpdate: true }).run()
    },
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
    freeze: () => void there().setEditable(false, false),
    focus: () => void there().commands.focus(),
  }
}
