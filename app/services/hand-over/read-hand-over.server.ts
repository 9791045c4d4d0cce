import { z } from 'zod'
import type { UseCase } from '#app/platform/context.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { Id } from '#schemas/values.ts'
import { Language, SectionStatus } from '#schemas/vocabulary.ts'
import { listAuthors } from '../reports/read-report.server.ts'

const HandOverSection = z.object({
  id: Id,
  reportId: Id,
  report: z.string(),
  language: Language,
  number: z.string(),
  title: z.string(),
  status: SectionStatus,
  authorId: Id.nullable(),
  author: z.string().nullable(),
  contributorIds: z.array(Id),
})
export type HandOverSection = z.infer<typeof HandOverSection>

/** A section as the pages about its author and its note name it. @throws {DomainError} `not-found`, also for a chapter, which has no text. */
export async function readHandOverSection(
  { sql }: Pick<UseCase, 'sql'>,
  sectionId: string | undefined,
): Promise<HandOverSection> {
  if (!Id.safeParse(sectionId).success) throw new DomainError('not-found')
  const [row] = await sql`
    select section.id, report_id as "reportId", report.title as report, report.language, section.number, section.title, section.status,
      author_id as "authorId", author.name as author,
      array(select user_id from section_contribution where section_id = section.id) as "contributorIds"
    from section
    join report on report.id = report_id
    left join app_user author on author.id = author_id
    where section.id = ${sectionId!} and exists (select from section_document where section_id = section.id)`
  if (!row) throw new DomainError('not-found')
  return HandOverSection.parse(row)
}

/** A section and who it can be handed to: every active author but its own. @throws {DomainError} as `readHandOverSection`. */
export async function readHandOver(useCase: Pick<UseCase, 'sql'>, sectionId: string | undefined) {
  const section = await readHandOverSection(useCase, sectionId)
  const authors = await listAuthors(useCase)
  return { section, authors: authors.filter(({ id }) => id !== section.authorId) }
}
