import type { Editor } from '@tiptap/core'
import { useEffect, useState } from 'react'
import { useLanguage, useText } from '#app/components/use-text.ts'
import { suggestionTexts } from '#app/i18n/suggestions.ts'
import type { OpenSuggestion, SuggestionMaker } from '#app/services/sections/read-suggestions.server.ts'
import { suggestionsIn } from '#editor/suggestions/overview.ts'
import { decideIn, goToSuggestion, setSuggesting, suggestionAt, Suggesting } from '#editor/suggestions/suggesting.ts'
import type { EditorTool } from '#editor/ui/editor-tool.ts'
import { whatOf } from './suggestion-words.ts'
import type { SuggestionActions } from './tabs/suggestions.tsx'

type Given = {
  editor: () => Editor | null
  right: 'write' | 'suggest'
  userId: string
  makers: readonly SuggestionMaker[]
  onSuggestions: (suggestions: OpenSuggestion[], actions: SuggestionActions) => void
}

/** Suggesting changes rather than making them: by choice, or because one may do no more. */
export function useSuggesting({ editor, right, userId, makers, onSuggestions }: Given) {
  const text = useText(suggestionTexts)
  const language = useLanguage()
  const locked = right === 'suggest'
  const [on, setOn] = useState(locked)
  const [refused, setRefused] = useState(0)
  const [here, setHere] = useState<string | null>(null)
  const [own] = useState(() => new Set<string>())
  useEffect(() => {
    for (const { id, authorId } of makers) if (authorId === userId) own.add(id)
  }, [makers, userId, own])
  const [extension] = useState(() =>
    Suggesting.configure({
      locked,
      mayDecide: !locked,
      isOwn: (id) => own.has(id),
      onMade: (id) => void own.add(id),
      onRefused: () => setRefused((times) => times + 1),
    }),
  )
  const toggle = () => {
    const there = editor()
    if (!there) return
    setSuggesting(there, !on)
    setOn(!on)
    there.commands.focus()
  }
  const keys: EditorTool[] = locked ? [] : [{ code: 'KeyS', label: text.mode, run: toggle, pressed: on }]
  const actions: SuggestionActions = {
    decide: (decision, ids) => {
      const there = editor()
      if (there) decideIn(there, decision, new Set(ids))
      changed()
    },
    goTo: (id) => {
      const there = editor()
      if (there && goToSuggestion(there, id)) there.view.focus()
    },
  }
  const changed = () => {
    const there = editor()
    setRefused(0)
    if (there) onSuggestions(suggestionsIn(there.state.doc), actions)
  }
  return {
    on,
    extension,
    keys,
    /** To be called when the text changed. */
    changed,
    /** To be called when the caret may have moved. */
    moved: () => {
      const there = editor()
      const id = there && suggestionAt(there.state)
      const one = id && suggestionsIn(there.state.doc).find((it) => it.id === id)
      const name = makers.find((maker) => maker.id === id)?.author ?? text.someone
      setHere(one ? text.here(name, whatOf(one, language)) : null)
    },
    view: (
      <>
        {on && <p className="suggesting">{locked ? text.locked : text.on}</p>}
        <p className="suggestion-here" role="status">
          {here}
        </p>
        <p className="suggesting-refused" role="status">
          {refused > 0 && text.refused}
        </p>
      </>
    ),
  }
}
