import { z } from 'zod'
import type { UseCase } from '#app/platform/context.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { Id } from '#schemas/values.ts'
import { SectionStatus } from '#schemas/vocabulary.ts'
import { versionsOf } from './section-text.server.ts'

const Place = z.object({ sectionId: Id, reportId: Id, number: z.string(), status: SectionStatus })

/** Where a section stands, and the newest version of its text. @throws {DomainError} `not-found`, also for a chapter, which has no text. */
export async function readPlace({ sql }: Pick<UseCase, 'sql'>, sectionId: string | undefined) {
  if (!Id.safeParse(sectionId).success) throw new DomainError('not-found')
  const [row] = await sql`select id as "sectionId", report_id as "reportId", number, status from section where id = ${sectionId!}`
  if (!row) throw new DomainError('not-found')
  return { ...Place.parse(row), version: (await versionsOf(sql, sectionId!)).head }
}
