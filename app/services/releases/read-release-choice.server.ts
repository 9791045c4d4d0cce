import { z } from 'zod'
import type { UseCase } from '#app/platform/context.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { Day, Id } from '#schemas/values.ts'
import { SectionStatus } from '#schemas/vocabulary.ts'

const ChoiceRow = z.object({
  id: Id,
  number: z.string(),
  title: z.string(),
  depth: z.number().int(),
  status: SectionStatus,
  asOf: Day.nullable(),
  /** Chapters and sections that only hold others have no text of their own. */
  hasText: z.boolean(),
  lastRelease: z.string().nullable(),
})
export type ReleaseChoice = {
  report: { id: string; title: string; notice: string | null }
  sections: z.infer<typeof ChoiceRow>[]
}

/** What a publisher can choose from: the report's sections in order, with what keeps each from being released. @throws {DomainError} `not-found`. */
export async function readReleaseChoice({ sql }: Pick<UseCase, 'sql'>, reportId: string | undefined): Promise<ReleaseChoice> {
  const [report] = Id.safeParse(reportId).success
    ? await sql`select id, title, notice from report where id = ${reportId as string}`
    : []
  if (!report) throw new DomainError('not-found')
  const rows = await sql`
    select section.id, section.number, section.title, section.status, section.as_of_date as "asOf",
      array_length(string_to_array(section.number, '.'), 1) - 1 as depth,
      coalesce(section_document.version, 0) > 0 as "hasText",
      (select release.number from release_section join release on release.id = release_section.release_id
        where release_section.section_id = section.id order by release.released_at desc limit 1) as "lastRelease"
    from section left join section_document on section_document.section_id = section.id
    where section.report_id = ${report.id}
    order by string_to_array(section.number, '.')::int[]`
  return {
    report: { id: report.id, title: report.title, notice: report.notice },
    sections: z.array(ChoiceRow).parse([...rows]),
  }
}
