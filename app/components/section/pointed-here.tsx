import type { Node } from '@tiptap/pm/model'
import { useSyncExternalStore } from 'react'
import { useLanguage, useText } from '#app/components/use-text.ts'
import { sectionTexts } from '#app/i18n/sections.ts'
import { words } from '#app/i18n/vocabulary.ts'
import { CitationAttributes, IncidentAttributes } from '#schemas/document.ts'
import type { Registry } from './registry.ts'

/** What a citation or an incident in a sentence is in full: in the text it has only a short name. */
export function PointedHere({ node, registry }: { node: Node; registry: Registry }) {
  const text = useText(sectionTexts).pointedHere
  const language = useLanguage()
  // What the register answers later is said then.
  useSyncExternalStore(registry.subscribe, registry.snapshot, registry.snapshot)
  const citation = node.type.name === 'citation' ? CitationAttributes.safeParse(node.attrs).data : undefined
  const source = citation && registry.citation(citation.sourceItemId)
  if (citation && source) {
    const { locator, support, quote } = citation
    const facts = [source.title, locator, words[language].support[support], quote && `“${quote}”`].filter(Boolean)
    return (
      <>
        <strong>{text.source}</strong>: {facts.join(' · ')}
      </>
    )
  }
  const mentioned = citation ? undefined : IncidentAttributes.safeParse(node.attrs).data
  const incident = mentioned && registry.incident(mentioned.contextCardId)
  if (!incident) return null
  return (
    <>
      <strong>{text.incident}</strong>: {[incident.line, incident.whole, incident.note].filter(Boolean).join(' · ')}
    </>
  )
}
