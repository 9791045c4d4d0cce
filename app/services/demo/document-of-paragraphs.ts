import { newBlockId } from '#editor/document/schema.ts'
import type { DemoParagraph } from '#schemas/demo-report.ts'
import type { DocumentNode, SectionDocument } from '#schemas/document.ts'

/** What the markers and incidents of a demonstration text stand for in this database. */
export type DemoReferences = {
  itemId: (sourceKey: string) => string
  /** Row ids of the incident with this external id, and of its context card. */
  incident: (externalId: string) => { incidentId: string; contextCardId: string }
}

/** Turns paragraphs with `[^1]` markers into a section document: citations become inline atoms, an incident a block after its paragraph. */
export function documentOfParagraphs(paragraphs: readonly DemoParagraph[], references: DemoReferences): SectionDocument {
  const content = paragraphs.flatMap((paragraph): DocumentNode[] => {
    const kind = paragraph.kind === 'incident' ? 'fact' : paragraph.kind
    const block = { type: 'paragraph', attrs: { id: newBlockId(), kind }, content: inlineContent(paragraph, references) }
    if (!paragraph.incident) return [block]
    return [block, { type: 'incident', attrs: { id: newBlockId(), ...references.incident(paragraph.incident.externalId) } }]
  })
  return { type: 'doc', content }
}

function inlineContent({ text, citations }: DemoParagraph, references: DemoReferences): DocumentNode[] {
  return text.split(/(\[\^\d+\])/).flatMap((piece): DocumentNode[] => {
    if (piece === '') return []
    const marker = /^\[\^(\d+)\]$/.exec(piece)?.[1]
    if (!marker) return [{ type: 'text', text: piece }]
    const cited = citations.find((citation) => citation.marker === Number(marker))
    if (!cited) throw new Error(`marker ${marker} has no citation`)
    return [
      { type: 'citation', attrs: { sourceItemId: references.itemId(cited.source), locator: cited.locator, support: 'supports' } },
    ]
  })
}
