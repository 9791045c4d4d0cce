import '#app/styles/history.css'
import type { Editor } from '@tiptap/core'
import { Link } from '@remix-run/react'
import { useEffect, useId, useRef } from 'react'
import { Button } from '#app/components/button.tsx'
import { useText } from '#app/components/use-text.ts'
import { historyTexts } from '#app/i18n/history.ts'
import type { Origin } from '#editor/history/ledger.ts'
import type { WrittenWords } from '#editor/history/who-wrote.ts'
import { useWriters } from './use-writers.ts'
import { useHistoryWords } from './use-words.ts'

type Props = { editor: Editor; sectionId: string; userId: string; onClose: () => void }

/** Below the text, while it is asked: who wrote the paragraph the caret is in, and the words under the pointer. */
export function WhoWrote({ editor, sectionId, userId, onClose }: Props) {
  const text = useText(historyTexts).here
  const seen = useWriters(editor, sectionId, userId)
  const id = useId()
  const words = useHistoryWords()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const said = (origin: Origin | null, names: Readonly<Record<string, string>>) =>
    origin ? words.written(origin, origin.authorId === userId ? text.you : (names[origin.authorId] ?? text.someone)) : text.before
  return (
    // Escape closes it from wherever one is in it.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      className="who-wrote"
      aria-labelledby={id}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose()
      }}
    >
      <div className="who-wrote-head">
        <h2 id={id} tabIndex={-1} ref={heading}>
          {text.title}
        </h2>
        <Button type="button" look="subtle" onClick={onClose}>
          {text.close}
        </Button>
      </div>
      <div role="status">
        {seen === null && <p className="soft">{text.loading}</p>}
        {seen === 'failed' && <p>{text.failed}</p>}
        {seen !== null && seen !== 'failed' && (
          <>
            {seen.paragraph.length === 0 ? (
              <p className="soft">{text.empty}</p>
            ) : (
              <ul className="plain-list small">
                {bySitting(seen.paragraph).map((part) => (
                  <li key={part.from}>
                    <b>{said(part.by, seen.names)}</b> <span className="who-wrote-words">{shortened(part.words)}</span>
                  </li>
                ))}
              </ul>
            )}
          </>
        )}
      </div>
      <p className="small who-wrote-pointed" aria-hidden="true">
        {seen !== null && seen !== 'failed' && seen.pointed !== undefined
          ? text.pointed(said(seen.pointed, seen.names))
          : text.pointHint}
      </p>
      <p className="small">
        <Link to={`/sections/${sectionId}/history/text`}>{text.whole}</Link>
      </p>
    </section>
  )
}

/** Words of one sitting that stand apart in a paragraph, once. */
function bySitting(words: readonly WrittenWords[]): WrittenWords[] {
  const found = new Map<string, WrittenWords>()
  for (const part of words) {
    const key = part.by ? [part.by.authorId, part.by.from, part.by.to].join() : ''
    const before = found.get(key)
    found.set(key, before ? { ...before, words: `${before.words.trimEnd()} … ${part.words.trimStart()}` } : part)
  }
  return [...found.values()]
}

const longest = 120
const shortened = (words: string): string => (words.length <= longest ? words : `${words.slice(0, longest).trimEnd()} …`)
