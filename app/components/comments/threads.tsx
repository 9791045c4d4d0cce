import '#app/styles/comments.css'
import { useState, type ReactNode } from 'react'
import { commentTexts } from '#app/i18n/comments.ts'
import type { CommentThread } from '#app/services/comments/read-threads.server.ts'
import { useHydrated } from '../section/use-hydrated.ts'
import { useText } from '../use-text.ts'
import { Thread } from './thread.tsx'
import type { ThreadPlace } from './thread-place.ts'

const filters = {
  all: () => true,
  fact: (thread: CommentThread) => thread.nature === 'fact',
  opinion: (thread: CommentThread) => thread.nature === 'opinion',
  question: (thread: CommentThread) => thread.place === 'question',
  me: (thread: CommentThread) => thread.namesMe,
}
type Filter = keyof typeof filters

type Props<T extends CommentThread> = ThreadPlace & {
  threads: readonly T[]
  mayComment: boolean
  /** The words of the text a thread is about, as this page leads to them. */
  quoteOf: (thread: T) => ReactNode
}

/** Threads, open ones first; which of them are shown can be chosen where there are several. */
export function Threads<T extends CommentThread>({ threads, mayComment, quoteOf, ...place }: Props<T>) {
  const text = useText(commentTexts)
  const hydrated = useHydrated()
  const [filter, setFilter] = useState<Filter>('all')
  const shown = threads.filter(filters[filter])
  const open = shown.filter((thread) => !thread.resolvedAt)
  const resolved = shown.filter((thread) => thread.resolvedAt)
  const list = (some: readonly T[]) => (
    <ul className="plain-list rows">
      {some.map((thread) => (
        <Thread key={thread.id} thread={thread} quote={quoteOf(thread)} {...place} />
      ))}
    </ul>
  )
  if (threads.length === 0) return <p className="soft">{mayComment ? text.none : text.noneToRead}</p>
  return (
    <>
      {hydrated && threads.length > 1 && (
        <label className="thread-filter small no-print">
          {text.show}
          <select
            className="utrecht-select utrecht-select--html-select"
            value={filter}
            onChange={(event) => setFilter(event.target.value as Filter)}
          >
            {(Object.keys(filters) as Filter[]).map((name) => (
              <option key={name} value={name}>
                {text.counted(text.filter[name], threads.filter(filters[name]).filter((it) => !it.resolvedAt).length)}
              </option>
            ))}
          </select>
        </label>
      )}
      {shown.length === 0 && <p className="soft">{text.noneSuch}</p>}
      {open.length > 0 && list(open)}
      {resolved.length > 0 && (
        <details className="threads-resolved">
          <summary>{text.resolved(resolved.length)}</summary>
          {list(resolved)}
        </details>
      )}
    </>
  )
}
