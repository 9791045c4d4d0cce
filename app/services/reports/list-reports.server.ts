import { z } from 'zod'
import type { UseCase } from '#app/platform/context.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { CountryCode, Day, Id } from '#schemas/values.ts'
import { ReportKind } from '#schemas/vocabulary.ts'
import { stageOf, type ReportStage } from './report-stage.ts'

const count = z.number().int()
const ReportRow = z.object({
  id: Id,
  termsId: Id,
  title: z.string(),
  notice: z.string().nullable(),
  kind: ReportKind,
  countryCode: CountryCode,
  countryNl: z.string(),
  countryEn: z.string(),
  periodFrom: Day,
  periodTo: Day,
  dueOn: Day,
  acceptedAt: z.date().nullable(),
  sections: count,
  draft: count,
  'in-review': count,
  returned: count,
  approved: count,
  released: count,
  started: count,
  releases: count,
})
export type ReportLine = z.infer<typeof ReportRow> & { stage: ReportStage }

/** How many a list shows at most. */
const limit = 500

/** Reports with where they stand, those due first on top. @param reportId only this one. */
async function readLines({ sql }: Pick<UseCase, 'sql'>, reportId: string | null): Promise<ReportLine[]> {
  const rows = await sql`
    select report.id, report.terms_id as "termsId", report.title, report.notice, report.kind, report.country_code as "countryCode",
      country.name_nl as "countryNl", country.name_en as "countryEn", report.period_from as "periodFrom", report.period_to as "periodTo",
      terms.due_on as "dueOn", terms.accepted_at as "acceptedAt", progress.*,
      (select count(*) from release where release.report_id = report.id) as releases
    from report
    join country on country.code = report.country_code
    join terms_of_reference terms on terms.id = report.terms_id
    cross join lateral (
      select count(*) as sections,
        count(*) filter (where status = 'draft') as draft,
        count(*) filter (where status = 'in-review') as "in-review",
        count(*) filter (where status = 'returned') as returned,
        count(*) filter (where status = 'approved') as approved,
        count(*) filter (where exists (select from release_section where section_id = section.id)) as released,
        count(*) filter (where document.version > 0) as started
      from section join section_document document on document.section_id = section.id
      where section.report_id = report.id
    ) progress
    where ${reportId}::uuid is null or report.id = ${reportId}
    order by progress.released = progress.sections, terms.due_on desc, report.id
    limit ${limit}`
  return z
    .array(ReportRow)
    .parse(rows)
    .map((row) => ({ ...row, stage: stageOf(row) }))
}

/** Every report with where it stands: unreleased ones first. */
export const listReports = (useCase: Pick<UseCase, 'sql'>): Promise<ReportLine[]> => readLines(useCase, null)

/** One report's line. @throws {DomainError} `not-found` for an unknown or malformed id. */
export async function readReportLine(useCase: Pick<UseCase, 'sql'>, reportId: string | undefined): Promise<ReportLine> {
  if (!Id.safeParse(reportId).success) throw new DomainError('not-found')
  const [line] = await readLines(useCase, reportId!)
  if (!line) throw new DomainError('not-found')
  return line
}
