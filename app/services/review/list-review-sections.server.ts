import { z } from 'zod'
import type { UseCase } from '#app/platform/context.server.ts'
import { Day, Id } from '#schemas/values.ts'

/** What the list of reviews can show. */
export const reviewTabs = ['in-review', 'returned', 'approved'] as const
export const ReviewTab = z.enum(reviewTabs)
export type ReviewTab = z.infer<typeof ReviewTab>

/** As it travels to the page: ISO. */
const Moment = z.date().transform((moment) => moment.toISOString())

const ReviewLine = z.object({
  id: Id,
  number: z.string(),
  title: z.string(),
  reportId: Id,
  reportTitle: z.string(),
  countryNl: z.string(),
  countryEn: z.string(),
  author: z.string().nullable(),
  asOfDate: Day.nullable(),
  submittedAt: Moment.nullable(),
  comments: z.number().int(),
  /** Whether the one who asks wrote in it, so that another has to decide. */
  own: z.boolean(),
  decidedAt: Moment.nullable(),
  decidedBy: z.string().nullable(),
})
export type ReviewLine = z.infer<typeof ReviewLine>

/** Which page of the list, from 1; anything else is the first. */
export const ReviewPageNumber = z.coerce.number().int().min(1).max(10_000).catch(1)

/** How many sections a page of the list shows. */
export const reviewPageSize = 50

/**
 * Sections in one state of review, of all reports: those in review longest waiting first, the others last decided first.
 * @param page counted from 1. @returns the lines, how many there are in every state, and whether a next page has more.
 */
export async function listReviewSections(
  { sql, actor }: Pick<UseCase, 'sql' | 'actor'>,
  { tab, page }: { tab: ReviewTab; page: number },
) {
  const rows = await sql`
    select section.id, section.number, section.title, report.id as "reportId", report.title as "reportTitle",
      country.name_nl as "countryNl", country.name_en as "countryEn", author.name as author, section.as_of_date as "asOfDate",
      section.submitted_at as "submittedAt", decision.decided_at as "decidedAt", decision.name as "decidedBy",
      (select count(*) from comment_thread where section_id = section.id and resolved_at is null) as comments,
      section.author_id is not distinct from ${actor.id}::uuid
        or exists (select from section_contribution where section_id = section.id and user_id = ${actor.id}) as own
    from section
    join report on report.id = section.report_id
    join country on country.code = report.country_code
    left join app_user author on author.id = section.author_id
    left join lateral (
      select decided_at, app_user.name from review_decision join app_user on app_user.id = reviewer_id
      where section_id = section.id order by decided_at desc, review_decision.id limit 1
    ) decision on true
    where section.status = ${tab}
    order by case when section.status = 'in-review' then section.submitted_at end nulls first, decision.decided_at desc nulls last, section.id
    limit ${reviewPageSize + 1} offset ${(page - 1) * reviewPageSize}`
  const counts = await sql<{ status: ReviewTab; count: number }[]>`
    select status, count(*) as count from section where status = any(${reviewTabs as readonly string[] as string[]}) group by status`
  const lines = ReviewLine.array().parse([...rows])
  return {
    lines: lines.slice(0, reviewPageSize),
    more: lines.length > reviewPageSize,
    counts: Object.fromEntries(reviewTabs.map((it) => [it, counts.find(({ status }) => status === it)?.count ?? 0])) as Record<
      ReviewTab,
      number
    >,
  }
}
