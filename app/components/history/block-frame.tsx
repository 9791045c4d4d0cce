import type { ReactNode } from 'react'

/** A block's words among what is said of them: its kind by its looks, without its place in the outline of this page. */
export function BlockFrame({
  type,
  attrs,
  lang,
  children,
}: {
  type: string
  attrs: Record<string, unknown>
  lang?: string | undefined
  children: ReactNode
}) {
  const kind = typeof attrs.kind === 'string' ? attrs.kind : undefined
  // What is no text of its own, such as an incident, cannot stand in a paragraph.
  const Element = type === 'incident' ? 'div' : 'p'
  return (
    <div className="text history-text" lang={lang}>
      <Element className="history-words" data-type={type} data-kind={kind}>
        {children}
      </Element>
    </div>
  )
}
