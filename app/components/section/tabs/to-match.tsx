import { useEffect, useRef, useState } from 'react'
import { Button } from '#app/components/button.tsx'
import { useLanguage, useText } from '#app/components/use-text.ts'
import { formatDay } from '#app/i18n/format.ts'
import { pasteTexts } from '#app/i18n/paste.ts'
import type { NoteMatch } from '#app/services/sources/match-notes.server.ts'
import type { NoteToMatch } from '#editor/paste/notes-in-text.ts'
import { PlaceButton } from '../place-button.tsx'
import { useHydrated } from '../use-hydrated.ts'
import { askMatches } from '../ask-matches.ts'
import type { Matcher } from '../use-matching.tsx'

type Props = {
  notes: readonly NoteToMatch[]
  /** Where the text can be written in. */
  matcher: Matcher | null
  onGo: (blockId: string) => void
}

/** How many places still need their source. */
export const countToMatch = (notes: readonly NoteToMatch[]): number => notes.reduce((sum, { places }) => sum + places.length, 0)

/** Milliseconds after the notes changed last. */
const calm = 500

/** Notes that came along with other text: each with what the register may hold of it. */
export function ToMatch({ notes, matcher, onGo }: Props) {
  const text = useText(pasteTexts)
  const hydrated = useHydrated()
  const { matches, failed } = useMatches(hydrated && matcher ? notes : [])
  const [said, setSaid] = useState('')
  const heading = useRef<HTMLParagraphElement>(null)
  const settled = (message: string) => {
    setSaid(message)
    // What was pressed is gone with its note.
    heading.current?.focus()
  }
  return (
    <>
      <p ref={heading} tabIndex={-1}>
        {notes.length === 0 ? text.nothingToMatch : text.lead}
      </p>
      <p role="status" className="small">
        {said}
      </p>
      <ul className="plain-list rows">
        {notes.map((note) => (
          <li key={note.text} className="note-to-match">
            <p className="text">{note.text}</p>
            <p className="small">
              {note.places.length > 1 && <span className="soft">{text.times(note.places.length)}: </span>}
              {note.places.map((blockId, index) => (
                <span key={index}>
                  {index > 0 && ' · '}
                  <PlaceButton blockId={blockId} onGo={onGo}>
                    {note.places.length > 1 ? text.place(index + 1) : text.inText}
                  </PlaceButton>
                </span>
              ))}
            </p>
            {hydrated && matcher && (
              <Actions
                note={note.text}
                match={matches.get(note.text)}
                failed={failed}
                onCite={(item, locator) => {
                  matcher.cite(note.text, item, locator)
                  settled(text.done(countToMatch(notes) - note.places.length))
                }}
                onFind={() => matcher.find(note.text)}
                onRemove={() => {
                  matcher.remove(note.text)
                  settled(text.removed)
                }}
              />
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

type ActionsProps = {
  note: string
  match: NoteMatch | undefined
  failed: boolean
  onCite: (item: NoteMatch['suggestions'][number], locator: string) => void
  onFind: () => void
  onRemove: () => void
}

function Actions({ note, match, failed, onCite, onFind, onRemove }: ActionsProps) {
  const text = useText(pasteTexts)
  const language = useLanguage()
  const short = note.length > 60 ? `${note.slice(0, 60)}…` : note
  return (
    <>
      {!match ? (
        <p className="soft small">{failed ? text.failed : text.searching}</p>
      ) : match.suggestions.length === 0 ? (
        <p className="soft small">{text.none}</p>
      ) : (
        <>
          <p className="soft small">{text.suggested}</p>
          <ul className="plain-list">
            {match.suggestions.map((item) => (
              <li key={item.id} className="note-suggestion">
                <p>
                  {item.title}{' '}
                  <span className="soft small">
                    {[item.publisher, item.published && formatDay(item.published, language), match.locator]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                </p>
                <Button type="button" onClick={() => onCite(item, match.locator)}>
                  {text.use}
                  <span className="hidden-visually"> {text.useThis(item.title, short)}</span>
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="note-keys">
        <button type="button" className="link-button" onClick={onFind}>
          {text.find}
          <span className="hidden-visually"> {text.forNote(short)}</span>
        </button>
        <button type="button" className="link-button" onClick={onRemove}>
          {text.remove}
          <span className="hidden-visually">: {short}</span>
        </button>
      </p>
    </>
  )
}

/** What the register holds of notes; asked once for each. */
function useMatches(notes: readonly NoteToMatch[]) {
  const [matches, setMatches] = useState<ReadonlyMap<string, NoteMatch>>(new Map())
  const [failed, setFailed] = useState(false)
  const fresh = notes.map((note) => note.text).filter((note) => !matches.has(note))
  const asked = JSON.stringify(fresh)
  useEffect(() => {
    const asking = JSON.parse(asked) as string[]
    if (asking.length === 0) return
    let here = true
    const timer = setTimeout(() => {
      askMatches(asking).then(
        (found) => {
          if (!here) return
          setMatches((known) => new Map([...known, ...found.map((match) => [match.note, match] as const)]))
          setFailed(false)
        },
        () => here && setFailed(true),
      )
    }, calm)
    return () => {
      here = false
      clearTimeout(timer)
    }
  }, [asked])
  return { matches, failed }
}
