import type { Queryable } from '#app/platform/database/sql.server.ts'
import { setAsOfDate } from '#app/services/reports/set-as-of-date.server.ts'
import { submitSection } from '#app/services/review/submit-section.server.ts'
import { assignAuthor } from '#app/services/reports/assign-author.server.ts'
import { saveDocument } from '#app/services/sections/save-document.server.ts'
import type { SectionDocument } from '#schemas/document.ts'
import { aSection, textOf } from '../sections/section.ts'
import { addPerson, as } from '../support/people.ts'

/** A section with an author and a text, handed to the reviewers, with everyone who has to do with it. */
export async function aSectionInReview(sql: Queryable, document: SectionDocument = textOf('De wet stelt eisen.')) {
  const written = await aWrittenSection(sql, document)
  await submitSection(written.author, written.sectionId)
  return written
}

/** The same, not submitted yet. */
export async function aWrittenSection(sql: Queryable, document: SectionDocument = textOf('De wet stelt eisen.')) {
  const { author, second, sectionId } = await aSection(sql)
  await assignAuthor(author, sectionId, author.actor.id)
  await setAsOfDate(author, sectionId, '2026-10-15')
  await saveDocument(author, { sectionId, baseVersion: 0, document })
  return {
    author,
    second,
    sectionId,
    reviewer: as(sql, await addPerson(sql, 'reviewer')),
    publisher: as(sql, await addPerson(sql, 'publisher')),
    coordinator: as(sql, await addPerson(sql, 'coordinator')),
  }
}

/** What a section says of itself after all. */
export const statusOf = async (sql: Queryable, sectionId: string): Promise<string> =>
  (await sql`select status from section where id = ${sectionId}`)[0]!.status
