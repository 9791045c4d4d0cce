import { useState } from 'react'
import { useText } from '#app/components/use-text.ts'
import { sectionTexts } from '#app/i18n/sections.ts'
import { toneOf } from '#editor/ui/carets.ts'
import type { Colleague } from './use-co-writing.ts'

const remembered = 'herkomst.announce'

/** Who else is in this text and in this report; and, when wanted, what others change read aloud. */
export function PeopleLine({
  people,
  sectionId,
  changedBy,
}: {
  people: readonly Colleague[]
  sectionId: string
  changedBy: readonly string[]
}) {
  const text = useText(sectionTexts).others
  const [announce, setAnnounce] = useState(() => localStorage.getItem(remembered) === 'yes')
  const here = people.filter((person) => person.sectionId === sectionId)
  const elsewhere = people.filter((person) => person.sectionId !== sectionId)
  return (
    <div className="people">
      {people.length === 0 && <p className="soft">{text.alone}</p>}
      {here.length > 0 && (
        <>
          <p>{text.here}</p>
          <ul className="plain-list">
            {here.map((person) => (
              <li key={person.client} data-tone={toneOf(person.client)}>
                {person.name}
              </li>
            ))}
          </ul>
        </>
      )}
      {elsewhere.length > 0 && (
        <p>
          {text.elsewhere} {[...new Set(elsewhere.map((person) => text.at(person.name, person.number)))].join(', ')}
        </p>
      )}
      {here.length > 0 && (
        <label>
          <input
            type="checkbox"
            checked={announce}
            onChange={(event) => {
              setAnnounce(event.target.checked)
              localStorage.setItem(remembered, event.target.checked ? 'yes' : 'no')
            }}
          />{' '}
          {text.announce}
        </label>
      )}
      <p className="hidden-visually" role="status">
        {announce && changedBy.length > 0 && text.changed(changedBy.join(', '))}
      </p>
    </div>
  )
}
