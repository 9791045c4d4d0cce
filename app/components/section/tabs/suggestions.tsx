import { useState } from 'react'
import { Button } from '#app/components/button.tsx'
import { useLanguage, useText } from '#app/components/use-text.ts'
import { formatMoment } from '#app/i18n/format.ts'
import { suggestionTexts } from '#app/i18n/suggestions.ts'
import type { OpenSuggestion, SuggestionMaker } from '#app/services/sections/read-suggestions.server.ts'
import { PlaceButton } from '../place-button.tsx'
import { kindOf, shownWords, whatOf } from '../suggestion-words.ts'

/** What the tab can do with the text while it is open to write in. */
export type SuggestionActions = {
  decide: (decision: 'accept' | 'reject', ids: readonly string[]) => void
  goTo: (id: string) => void
}
type Props = {
  suggestions: readonly OpenSuggestion[]
  makers: readonly SuggestionMaker[]
  userId: string
  /** Null where the text is only read. */
  actions: SuggestionActions | null
  mayDecide: boolean
  /** The language of the text where it is another than the page's. */
  lang: string | undefined
  onGo: (blockId: string) => void
}

/** The suggestions in this text: who put what before its authors, and the decision about each, about a person's, about all. */
export function Suggestions({ suggestions, makers, userId, actions, mayDecide, lang, onGo }: Props) {
  const text = useText(suggestionTexts)
  const language = useLanguage()
  const [person, setPerson] = useState('')
  const [done, setDone] = useState('')
  const makerOf = (id: string) => makers.find((maker) => maker.id === id)
  const people = [...new Map(suggestions.flatMap(({ id }) => makerOf(id) ?? []).map((it) => [it.authorId, it.author]))]
  const chosen = people.find(([id]) => id === person)
  const shown = chosen ? suggestions.filter(({ id }) => makerOf(id)?.authorId === person) : suggestions
  const deciding = mayDecide && actions !== null
  const decide = (decision: 'accept' | 'reject', ids: readonly string[]) => {
    actions?.decide(decision, ids)
    setDone(text.done[decision])
  }
  if (suggestions.length === 0)
    return (
      <>
        <p className="soft">{text.none}</p>
        {actions && <p className="soft small">{text.noneHint}</p>}
        <p className="hidden-visually" role="status">
          {done}
        </p>
      </>
    )
  return (
    <>
      {people.length > 1 && (
        <label className="suggestions-by">
          {text.by}{' '}
          <select
            className="utrecht-select utrecht-select--html-select"
            value={chosen ? person : ''}
            onChange={(event) => setPerson(event.target.value)}
          >
            <option value="">{text.everyone}</option>
            {people.map(([id, name]) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      <ul className="plain-list rows">
        {shown.map((suggestion) => {
          const maker = makerOf(suggestion.id)
          const name = maker?.author ?? text.someone
          const what = whatOf(suggestion, language)
          const named = <span className="hidden-visually"> ({text.ofWhom(name, what)})</span>
          const own = maker?.authorId === userId
          return (
            <li key={suggestion.id} className="suggestion">
              <p className="soft small">
                {name}
                {maker && ` · ${formatMoment(maker.madeAt, language)}`}
              </p>
              <PlaceButton
                blockId={suggestion.blockId}
                onGo={(blockId) => (actions ? actions.goTo(suggestion.id) : onGo(blockId))}
              >
                <What suggestion={suggestion} lang={lang} />
              </PlaceButton>
              {actions && (deciding || own) && (
                <p className="suggestion-keys">
                  {deciding && (
                    <Button type="button" look="subtle" onClick={() => decide('accept', [suggestion.id])}>
                      {text.accept}
                      {named}
                    </Button>
                  )}
                  <Button type="button" look="subtle" onClick={() => decide('reject', [suggestion.id])}>
                    {deciding ? text.reject : text.withdraw}
                    {named}
                  </Button>
                </p>
              )}
            </li>
          )
        })}
      </ul>
      {deciding && shown.length > 1 && (
        <p className="suggestion-keys">
          {(['accept', 'reject'] as const).map((decision) => (
            <Button
              key={decision}
              type="button"
              onClick={() =>
                decide(
                  decision,
                  shown.map(({ id }) => id),
                )
              }
            >
              {chosen ? text[`${decision}Of`](chosen[1]) : text[`${decision}All`]}
            </Button>
          ))}
        </p>
      )}
      {!deciding && <p className="soft small">{text.closed}</p>}
      {actions && <p className="soft small">{deciding ? text.keysDecide : text.keys}</p>}
      <p className="hidden-visually" role="status">
        {done}
      </p>
    </>
  )
}

function What({ suggestion, lang }: { suggestion: OpenSuggestion; lang: string | undefined }) {
  const text = useText(suggestionTexts)
  const language = useLanguage()
  const { inserted, removed } = suggestion
  const shown = (words: string) => shownWords(words, language)
  return (
    <>
      {kindOf(suggestion, language)}
      {removed && (
        <>
          {' '}
          <del lang={lang}>{shown(removed)}</del>
        </>
      )}
      {removed && inserted && ` ${text.replacedBy}`}
      {inserted && (
        <>
          {' '}
          <ins lang={lang}>{shown(inserted)}</ins>
        </>
      )}
    </>
  )
}
