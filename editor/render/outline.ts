import type { PrintedSection } from './printed.ts'

/** A heading of a release in order: a chapter's title, or a section with its text. */
export type Entry<S extends PrintedSection = PrintedSection> = {
  number: string
  title: string
  depth: number
  anchor: string
  section: S | undefined
}

/** The anchor of a section or chapter: its number is permanent within a release. */
export const sectionAnchor = (number: string): string => `par-${number.replace(/[^0-9A-Za-z]+/g, '-')}`

/** Chapters and sections as they follow each other; a chapter's title stands once, before the first section under it. */
export function outlineOf<S extends PrintedSection>(content: { sections: readonly S[] }): Entry<S>[] {
  const opened = new Set<string>()
  return content.sections.flatMap((section) => {
    const above = section.path.flatMap(({ number, title }, depth): Entry<S>[] => {
      if (opened.has(number)) return []
      opened.add(number)
      return [{ number, title, depth, anchor: sectionAnchor(number), section: undefined }]
    })
    const { number, title } = section
    opened.add(number)
    return [...above, { number, title, depth: section.path.length, anchor: sectionAnchor(number), section }]
  })
}
