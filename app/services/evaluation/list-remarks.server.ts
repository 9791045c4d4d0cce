import { z } from 'zod'
import type { UseCase } from '#app/platform/context.server.ts'
import { Day, Id } from '#schemas/values.ts'
import { RemarkAddressee, RemarkAspect, RemarkSide } from '#schemas/vocabulary.ts'

type Reading = Pick<UseCase, 'sql'>

const Remark = z.object({
  id: Id,
  standardId: Id,
  version: z.string(),
  reportId: Id,
  report: z.string(),
  /** The release an officer read; null for an author's remark. */
  release: z.string().nullable(),
  section: z.string().nullable(),
  side: RemarkSide,
  aspect: RemarkAspect,
  body: z.string(),
  /** The organisation of who said it; never the person. */
  organisation: z.string(),
  givenAt: z.date(),
})
export type Remark = z.infer<typeof Remark>

/** What was said of one question in these versions, newest first. */
export async function listRemarks({ sql }: Reading, standardIds: readonly string[], questionKey: string): Promise<Remark[]> {
  return z.array(Remark).parse([
    ...(await sql`
    select remark.id, remark.standard_id as "standardId", standard.version, report.id as "reportId", report.title as report,
      release.number as release, coalesce(released.number, section.number) as section, side, aspect, body,
      organisation.code as organisation, given_at as "givenAt"
    from question_remark remark
    join standard_terms standard on standard.id = remark.standard_id
    join report on report.id = remark.report_id
    join app_user on app_user.id = given_by
    join organisation on organisation.id = app_user.organisation_id
    left join section on section.id = remark.section_id
    left join release on release.id = remark.release_id
    left join release_section released on released.release_id = release.id and released.section_id = remark.section_id
    where remark.standard_id = any(${standardIds as string[]}::uuid[]) and remark.question_key = ${questionKey} and withdrawn_at is null
    order by given_at desc, remark.id`),
  ])
}

const RemarkRequest = z.object({
  id: Id,
  version: z.string(),
  addressee: RemarkAddressee,
  body: z.string(),
  openUntil: Day,
  /** How many answered it. */
  answers: z.number().int(),
})
export type RemarkRequest = z.infer<typeof RemarkRequest>

/** The targeted questions that were put about one question in these versions, newest first. */
export async function listRequests(
  { sql }: Reading,
  standardIds: readonly string[],
  questionKey: string,
): Promise<RemarkRequest[]> {
  return z.array(RemarkRequest).parse([
    ...(await sql`
    select request.id, standard.version, addressee, request.body, open_until as "openUntil",
      (select count(*) from question_remark where request_id = request.id and withdrawn_at is null) as answers
    from remark_request request join standard_terms standard on standard.id = request.standard_id
    where request.standard_id = any(${standardIds as string[]}::uuid[]) and request.question_key = ${questionKey}
    order by asked_at desc, request.id`),
  ])
}
