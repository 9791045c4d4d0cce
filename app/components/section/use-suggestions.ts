import { useState } from 'react'
import type { OpenSuggestion, SuggestionMaker } from '#app/services/sections/read-suggestions.server.ts'
import { getJson } from './requests.ts'
import type { SuggestionActions } from './tabs/suggestions.tsx'

/** The suggestions in a section as it is written, and who made them as soon as the server knows. */
export function useSuggestions(sectionId: string, first: readonly OpenSuggestion[], known: readonly SuggestionMaker[]) {
  const [suggestions, setSuggestions] = useState(first)
  const [actions, setActions] = useState<SuggestionActions | null>(null)
  const [makers, setMakers] = useState(known)
  const learn = (list: readonly OpenSuggestion[]) => {
    if (list.every(({ id }) => makers.some((maker) => maker.id === id))) return
    getJson<{ makers: SuggestionMaker[] }>(`/sections/${sectionId}/suggestions`).then(
      (answer) => setMakers(answer.makers),
      () => {},
    )
  }
  return {
    suggestions,
    makers,
    actions,
    /** The text has other suggestions now. */
    changed: (list: readonly OpenSuggestion[], now: SuggestionActions) => {
      setSuggestions(list)
      setActions(now)
      learn(list)
    },
    /** The server has the text as it stands. */
    settled: () => learn(suggestions),
  }
}
