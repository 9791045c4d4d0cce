import type { Editor } from '@tiptap/core'
import { useEffect, useImperativeHandle, useState, type Ref } from 'react'
import { flushSync } from 'react-dom'
import type { NoteMatch } from '#app/services/sources/match-notes.server.ts'
import type { SourceItem } from '#app/services/sources/source-item.ts'
import { documentOf } from '#editor/document/document-of.ts'
import { cleanPaste, type Pasted } from '#editor/paste/clean-paste.ts'
import { notesToMatch, settleNote } from '#editor/paste/notes-in-text.ts'
import type { CitationAttributes } from '#schemas/document.ts'
import type { Language } from '#schemas/vocabulary.ts'
import { askMatches } from './ask-matches.ts'
import { isWorthSaying, PasteNotice } from './paste-notice.tsx'
import { CitationPicker } from './pickers.ts'
import type { Registry } from './registry.ts'

/** What can be done with a note of the text, by its words: at all its places at once. */
export type Matcher = {
  cite: (note: string, item: SourceItem, locator: string) => void
  /** Lets its writer find or add the source. */
  find: (note: string) => void
  remove: (note: string) => void
}

type Asked = {
  editor: () => Editor | null
  registry: Registry
  language: Language
  mayAdd: boolean
  matcher: Ref<Matcher>
}

/** Pasting clean, and giving notes that came along their sources. */
export function useMatching({ editor, registry, language, mayAdd, matcher }: Asked) {
  const [open, setOpen] = useState<string | null>(null)
  const [told, setTold] = useState<{ pasted: Pasted; matched: number } | null>(null)

  const settle = (note: string, citation: CitationAttributes | null) => {
    const there = editor()
    if (there) there.view.dispatch(settleNote(there.state, note, citation))
  }
  const cite = (note: string, item: SourceItem, locator: string) => {
    registry.add([item], [])
    settle(note, { sourceItemId: item.id, locator, support: 'supports', quote: null })
  }
  useImperativeHandle(matcher, () => ({ cite, find: setOpen, remove: (note) => settle(note, null) }))

  const onPasted = async (pasted: Pasted) => {
    setTold(isWorthSaying(pasted) ? { pasted, matched: 0 } : null)
    if (pasted.kind !== 'pasted' || pasted.cleaned.links === 0) return
    // Only once the paste is in the text.
    await Promise.resolve()
    const there = editor()
    if (!there) return
    const links = notesToMatch(documentOf(there.state.doc)).filter(({ text }) => /^https?:\/\/\S+$/.test(text))
    const matches = await askMatches(links.map(({ text }) => text)).catch((): NoteMatch[] => [])
    let matched = 0
    for (const { note, certain, suggestions } of matches) {
      if (!certain) continue
      cite(note, suggestions[0]!, '')
      matched += links.find(({ text }) => text === note)!.places.length
    }
    if (matched > 0) setTold({ pasted, matched })
  }
  const [pasting] = useState(() => cleanPaste(language))
  useEffect(() => pasting.listen((pasted) => void onPasted(pasted)))

  const close = () => {
    // At once: what is behind an open dialog cannot have the focus.
    flushSync(() => setOpen(null))
    editor()?.commands.focus()
  }
  const notice = told && <PasteNotice {...told} onClose={() => (setTold(null), editor()?.commands.focus())} />
  const picker = open !== null && (
    <CitationPicker
      before={null}
      note={open}
      mayAdd={mayAdd}
      onPlace={(citation, item) => {
        if (item) registry.add([item], [])
        close()
        settle(open, citation)
      }}
      onClose={close}
    />
  )
  return { extension: pasting.extension, notice, picker }
}
