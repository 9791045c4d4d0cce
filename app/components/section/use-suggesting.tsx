import type { Editor } from '@tiptap/core'
import { useEffect, useMemo, useState } from 'react'
import { useLanguage, useText } from '#app/components/use-text.ts'
import { suggestionTexts } from '#app/i18n/suggestions.ts'
import type { OpenSuggestion, SuggestionMaker } from '#app/services/sections/read-suggestions.server.ts'
import { nameSuggestions, SuggestionNames, type NameOfWords } from '#editor/suggestions/names.ts'
import { suggestionsIn } from '#editor/suggestions/overview.ts'
import { decideIn, goToSuggestion, setSuggesting, suggestionAt, Suggesting } from '#editor/suggestions/suggesting.ts'
import type { EditorTool } from '#editor/ui/editor-tool.ts'
import { namedFor, nameOfWords, whatOf } from './suggestion-words.ts'
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
  const nameOf = useMemo<NameOfWords>(() => {
    const known = namedFor(makers, userId, language)
    return (id, kind) => (own.has(id) ? nameOfWords(kind, null, language) : known(id, kind))
  }, [makers, userId, language, own])
  const [ready, setReady] = useState(false)
  useEffect(() => {
    const there = ready && editor()
    if (there && !there.isDestroyed) nameSuggestions(there, nameOf)
    // Which editor it is does not change.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [ready, nameOf])
  const [extensions] = useState(() => [
    SuggestionNames,
    Suggesting.configure({
      locked,
      mayDecide: !locked,
      isOwn: (id) => own.has(id),
      onMade: (id) => void own.add(id),
      onRefused: () => setRefused((times) => times + 1),
    }),
  ])
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
    setReady(true)
    setRefused(0)
    if (there) onSuggestions(suggestionsIn(there.state.doc), actions)
  }
  return {
    on,
    extensions,
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
