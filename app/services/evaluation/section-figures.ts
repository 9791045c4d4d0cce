import { z } from 'zod'
import { blockText, citationsOf, incidentsOf, nodesOf } from '#editor/document/read.ts'
import type { DocumentNode } from '#schemas/document.ts'
import type { ReleaseContent, ReleasedSection } from '#schemas/release.ts'
import { Id } from '#schemas/values.ts'
import { SourceKind } from '#schemas/vocabulary.ts'

/** What a released section amounts to. Counts are of the section as a whole: where it answers several questions they share it. */
export const SectionFigures = z.object({
  questionKeys: z.array(z.string()),
  /** Words of paragraphs and headings; not of incidents, footnotes or what a rendition adds. */
  words: z.number().int(),
  /** Whether anything but gap statements stands in it. */
  hasText: z.boolean(),
  hasGap: z.boolean(),
  /** Distinct source items, and beside each the kind of its source. */
  itemIds: z.array(Id),
  itemKinds: z.array(SourceKind),
  /** Distinct incidents with context figures, and those with the recorded reason why there are none. */
  incidentsInContext: z.array(Id),
  incidentsWithoutContext: z.array(Id),
})
export type SectionFigures = z.infer<typeof SectionFigures>

/** Counts a released section, from its frozen text alone. */
export function sectionFigures(
  section: ReleasedSection,
  { items, cards }: Pick<ReleaseContent, 'items' | 'cards'>,
): SectionFigures {
  const blocks = [...nodesOf(section.document)].filter((node) => node.type === 'paragraph' || node.type === 'heading')
  const paragraphs = blocks.filter((node) => node.type === 'paragraph' && wordsIn(node) > 0)
  const incidents = incidentsOf(section.document)
  const cited = [...new Set(citationsOf(section.document).map((citation) => citation.sourceItemId))].flatMap(
    (id) => items[id] ?? [],
  )
  const inContext = new Set(
    incidents.filter(({ contextCardId }) => cards[contextCardId]?.figures).map(({ incidentId }) => incidentId),
  )
  const all = new Set(incidents.map(({ incidentId }) => incidentId))
  return {
    questionKeys: section.questions.map(({ key }) => key),
    words: blocks.reduce((sum, block) => sum + wordsIn(block), 0),
    hasText: incidents.length > 0 || paragraphs.some((node) => node.attrs?.kind !== 'gap'),
    hasGap: paragraphs.some((node) => node.attrs?.kind === 'gap'),
    itemIds: cited.map(({ id }) => id),
    itemKinds: cited.map(({ kind }) => kind),
    incidentsInContext: [...inContext],
    incidentsWithoutContext: [...all].filter((id) => !inContext.has(id)),
  }
}

const wordsIn = (block: DocumentNode): number => blockText(block).match(/\S+/g)?.length ?? 0
