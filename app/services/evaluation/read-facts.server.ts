import { z } from 'zod'
import type { UseCase } from '#app/platform/context.server.ts'
import { CountryCode, Day, Id } from '#schemas/values.ts'
import { RemarkSide, ReportKind } from '#schemas/vocabulary.ts'
import { keepFigures } from './keep-figures.server.ts'
import { SectionFigures } from './section-figures.ts'

type Reading = Pick<UseCase, 'sql'>

const EvaluatedReport = z.object({
  id: Id,
  title: z.string(),
  notice: z.string().nullable(),
  kind: ReportKind,
  countryCode: CountryCode,
  countryNl: z.string(),
  countryEn: z.string(),
  periodFrom: Day,
  periodTo: Day,
  termsId: Id,
  standardId: Id,
  /** Whether the country was a pilot for the version when this is asked. */
  pilot: z.boolean(),
  /** Numbers of its releases, oldest first; none for one in the making. */
  releases: z.array(z.string()),
})
export type EvaluatedReport = z.infer<typeof EvaluatedReport>

/** Every report that stands on one of these versions, released ones first. */
export async function readReportsOn({ sql }: Reading, standardIds: readonly string[]): Promise<EvaluatedReport[]> {
  return z.array(EvaluatedReport).parse([
    ...(await sql`
    select report.id, report.title, report.notice, report.kind, country.code as "countryCode", country.name_nl as "countryNl",
      country.name_en as "countryEn", report.period_from as "periodFrom", report.period_to as "periodTo", terms.id as "termsId",
      terms.standard_id as "standardId",
      exists (select from standard_pilot pilot where pilot.standard_id = terms.standard_id and pilot.country_code = country.code) as pilot,
      array(select number from release where report_id = report.id order by released_at, number) as releases
    from report
    join terms_of_reference terms on terms.id = report.terms_id
    join country on country.code = report.country_code
    where terms.standard_id = any(${standardIds as string[]}::uuid[])
    order by not exists (select from release where report_id = report.id), country.name_nl, report.period_from, report.id`),
  ])
}

/** `reworded`: in other words than the standard's. */
const Asked = z.object({ termsId: Id, key: z.string(), reworded: z.boolean() })
export type Asked = z.infer<typeof Asked>

/** What the terms of reference of these reports asked of the standard's questions; neither what they dropped nor what they added. */
export async function readAsked({ sql }: Reading, termsIds: readonly string[]): Promise<Asked[]> {
  return z.array(Asked).parse([
    ...(await sql`
    select terms_id as "termsId", key, state = 'reworded' as reworded from terms_question
    where terms_id = any(${termsIds as string[]}::uuid[]) and state not in ('dropped', 'added')`),
  ])
}

const ReleasedRow = SectionFigures.extend({
  sectionId: Id,
  reportId: Id,
  release: z.string(),
  number: z.string(),
  title: z.string(),
  writtenFrom: Day.nullable(),
  approvedOn: Day,
})

/** Every section of these reports as it was last released, with what it amounts to. */
export async function readReleasedFigures(reading: Reading, reportIds: readonly string[]) {
  await keepFigures(reading)
  const { sql } = reading
  return z.array(ReleasedRow).parse([
    ...(await sql`
    select distinct on (figures.section_id) figures.section_id as "sectionId", release.report_id as "reportId", release.number as release,
      section.number, section.title, question_keys as "questionKeys", words, has_text as "hasText", has_gap as "hasGap",
      item_ids as "itemIds", item_kinds as "itemKinds", incidents_in_context as "incidentsInContext",
      incidents_without_context as "incidentsWithoutContext", written_from as "writtenFrom", approved_on as "approvedOn"
    from released_section_figures figures
    join release on release.id = figures.release_id
    join release_section section on section.release_id = figures.release_id and section.section_id = figures.section_id
    where release.report_id = any(${reportIds as string[]}::uuid[])
    order by figures.section_id, release.released_at desc, release.number desc`),
  ])
}

const RemarkCount = z.object({ reportId: Id, key: z.string(), side: RemarkSide, remarks: z.number().int() })
export type RemarkCount = z.infer<typeof RemarkCount>

/** How many remarks stand, per report, question and side. */
export async function countRemarks({ sql }: Reading, reportIds: readonly string[]): Promise<RemarkCount[]> {
  return z.array(RemarkCount).parse([
    ...(await sql`
    select report_id as "reportId", question_key as key, side, count(*) as remarks from question_remark
    where report_id = any(${reportIds as string[]}::uuid[]) and withdrawn_at is null
    group by report_id, question_key, side`),
  ])
}
