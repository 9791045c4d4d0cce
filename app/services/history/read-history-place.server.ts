import { z } from 'zod'
import type { UseCase } from '#app/platform/context.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { Id } from '#schemas/values.ts'
import { Language, SectionStatus } from '#schemas/vocabulary.ts'
import { versionsOf } from '../sections/section-text.server.ts'
import { firstVersion } from './first-version.server.ts'

const Place = z.object({
  id: Id,
  reportId: Id,
  report: z.string(),
  language: Language,
  number: z.string(),
  title: z.string(),
  status: SectionStatus,
  authorId: Id.nullable(),
  contributorIds: z.array(Id),
  /** The text that was last approved; null when none was. */
  approved: z.number().int().nullable(),
})

/**
 * A section as the pages of its history name it, with the oldest and the newest version of its text.
 * @throws {DomainError} `not-found` for an unknown or malformed id, and for a chapter, which has no text.
 */
export async function readHistoryPlace({ sql }: Pick<UseCase, 'sql'>, sectionId: string | undefined) {
  if (!Id.safeParse(sectionId).success) throw new DomainError('not-found')
  const [row] = await sql`
    select section.id, report_id as "reportId", report.title as report, report.language, section.number, section.title, section.status,
      section.author_id as "authorId", array(select user_id from section_contribution where section_id = section.id) as "contributorIds",
      (
        select document_version from review_decision where section_id = section.id and decision = 'approved' order by decided_at desc limit 1
      ) as approved
    from section join report on report.id = report_id where section.id = ${sectionId!}`
  if (!row) throw new DomainError('not-found')
  const { head } = await versionsOf(sql, sectionId!)
  return { ...Place.parse(row), head, first: await firstVersion(sql, sectionId!) }
}
export type HistoryPlace = Awaited<ReturnType<typeof readHistoryPlace>>
