import { newBlockId } from '#editor/document/block-ids.ts'
import type { DocumentNode } from '#schemas/document.ts'
import type { Part } from './split-report.server.ts'
import { isSameTitle, type Place } from './suggest-sections.ts'

/** What comes into one section. */
export type Gathered = { sectionId: string; blocks: DocumentNode[] }

/**
 * Puts parts of a file together by where each is to go. A heading that says what the section is called already is left out; others become headings
 * in it. What goes with a part that goes nowhere goes nowhere too.
 * @param places per part: a section's id, 'with' the part before, or 'out'.
 */
export function gatherSections(
  parts: readonly Part[],
  places: readonly Place[],
  sections: readonly { id: string; title: string }[],
): Gathered[] {
  const gathered = new Map<string, DocumentNode[]>()
  let current: { id: string; level: number } | null = null
  parts.forEach((part, index) => {
    const place = places[index]
    if (place === 'out' || !place) {
      current = null
      return
    }
    const section = sections.find(({ id }) => id === place)
    if (section) current = { id: section.id, level: part.level }
    if (current === null) return
    const { id, level } = current
    const blocks = gathered.get(id) ?? []
    gathered.set(id, blocks)
    const needless = section !== undefined && isSameTitle(part.title, section.title)
    if (part.title !== '' && !needless) blocks.push(headingOf(part.title, part.level > level + 1 ? 4 : 3))
    blocks.push(...part.blocks)
  })
  return [...gathered].filter(([, blocks]) => blocks.length > 0).map(([sectionId, blocks]) => ({ sectionId, blocks }))
}

const headingOf = (title: string, level: 3 | 4): DocumentNode => ({
  type: 'heading',
  attrs: { id: newBlockId(), level },
  content: [{ type: 'text', text: title.replace(/^\s*\d+(?:\.\d+)*\.?\s+/, '') || title }],
})
