import type { SectionDocument } from '#schemas/document.ts'
import { assignAuthor } from '../reports/assign-author.server.ts'
import { setAsOfDate } from '../reports/set-as-of-date.server.ts'
import { saveDocument } from '../sections/save-document.server.ts'
import type { Cast } from './cast.ts'

/** The demo author takes a section on, dates it and saves its first text. */
export async function writeSection(
  cast: Cast,
  input: { sectionId: string; document: SectionDocument; asOfDate: string },
): Promise<void> {
  const { sectionId, document, asOfDate } = input
  await assignAuthor(cast.author, sectionId, cast.author.actor.id)
  await setAsOfDate(cast.author, sectionId, asOfDate)
  await saveDocument(cast.author, { sectionId, baseVersion: 0, document })
}
