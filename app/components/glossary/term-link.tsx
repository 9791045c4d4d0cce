import type { ReactNode } from 'react'
import { termHref } from '#app/services/glossary/term-href.ts'
import { termOf } from '#editor/glossary/glossary.ts'

/** Words that the glossary explains, with the way there; plain words where it does not know their key. */
export function TermLink({ termKey, children }: { termKey: unknown; children: ReactNode }) {
  const entry = termOf(termKey)
  if (!entry) return children
  return (
    <a className="term" href={termHref(entry.key)} data-term={entry.key}>
      {children}
    </a>
  )
}
