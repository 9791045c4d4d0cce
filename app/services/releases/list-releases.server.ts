import { z } from 'zod'
import type { UseCase } from '#app/platform/context.server.ts'
import type { Actor } from '#app/policies/actor.ts'
import { Day } from '#schemas/values.ts'
import { ReportKind } from '#schemas/vocabulary.ts'

const ReleaseLine = z.object({
  number: z.string(),
  title: z.string(),
  notice: z.string().nullable(),
  kind: ReportKind,
  countryNl: z.string(),
  countryEn: z.string(),
  releasedOn: Day,
  sections: z.number().int(),
  /** The newest release of its report. */
  newest: z.boolean(),
})
export type ReleaseLine = z.infer<typeof ReleaseLine>

/** Releases, newest first. @param limit at most this many. */
export async function listReleases({ sql }: Pick<UseCase<Actor | null>, 'sql'>, limit = 100): Promise<ReleaseLine[]> {
  const rows = await sql`
    select release.number, release.title, report.notice, report.kind, country.name_nl as "countryNl", country.name_en as "countryEn",
      (released_at at time zone 'Europe/Amsterdam')::date as "releasedOn",
      (select count(*) from release_section where release_id = release.id) as sections,
      not exists (select from release newer where newer.report_id = release.report_id and newer.released_at > release.released_at) as newest
    from release join report on report.id = release.report_id join country on country.code = report.country_code
    order by released_at desc, release.number limit ${limit}`
  return z.array(ReleaseLine).parse([...rows])
}
