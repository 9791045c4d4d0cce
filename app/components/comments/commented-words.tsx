import type { MouseEvent, ReactNode } from 'react'
import { termOf } from '#editor/glossary/glossary.ts'
import type { ThreadOn } from '#editor/render/html.ts'
import type { DocumentNode } from '#schemas/document.ts'

export type ShownThreads = {
  threadOn: ThreadOn
  /** Somebody follows the words to their thread. */
  onOpen: (threadId: string) => void
}

/**
 * Words of a text that is only read, marked where threads are about them. They lead to the first thread, unless they lead to the glossary already; a sign
 * behind them leads to every other.
 */
export function CommentedWords({ node, threadOn, onOpen, children }: ShownThreads & { node: DocumentNode; children: ReactNode }) {
  const threads = (node.marks ?? []).flatMap(({ type, attrs }) => {
    const id = String(attrs?.threadId)
    const thread = type === 'comment' ? threadOn(id, node.text ?? '') : undefined
    return thread ? [{ id, ...thread }] : []
  })
  const [first, ...others] = threads
  if (!first) return children
  const to = (id: string) => (event: MouseEvent) => {
    event.preventDefault()
    onOpen(id)
  }
  const linked = node.marks?.some(({ type, attrs }) => type === 'term' && termOf(attrs?.key)) ?? false
  const look = threads.every(({ resolved }) => resolved) ? 'commented comment-resolved' : 'commented'
  return (
    <>
      {linked ? (
        <mark className={look}>{children}</mark>
      ) : (
        <a className={look} href={first.href} aria-label={first.label} onClick={to(first.id)}>
          {children}
        </a>
      )}
      {(linked ? threads : others).map(({ id, href, label }) => (
        // Its sign is drawn, so that it is not copied along with the words.
        <a key={id} className="comment-sign" href={href} aria-label={label} onClick={to(id)} />
      ))}
    </>
  )
}
