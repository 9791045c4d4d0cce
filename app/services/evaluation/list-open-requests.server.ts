import { z } from 'zod'
import type { UseCase } from '#app/platform/context.server.ts'
import { today } from '#app/platform/today.ts'
import { Day, Id } from '#schemas/values.ts'
import { keepFigures } from './keep-figures.server.ts'

const OpenRequest = z.object({
  id: Id,
  body: z.string(),
  openUntil: Day,
  /** Where it can be answered: the newest released section that answers its question, or a section that is being written. */
  page: z.string(),
})
export type OpenRequest = z.infer<typeof OpenRequest>

/**
 * The targeted questions that wait for this person: put to one of their roles, open today, about a question that is answered somewhere, and not
 * answered by them yet; those that close first, first.
 */
export async function listOpenRequests({ sql, actor, clock }: UseCase, most = 12): Promise<OpenRequest[]> {
  const [asked] = await sql`
    select 1 from remark_request where addressee = any(${actor.roles as string[]}) and open_until >= ${today(clock)} limit 1`
  if (!asked) return []
  await keepFigures({ sql })
  return z.array(OpenRequest).parse([
    ...(await sql`
    select request.id, request.body, open_until as "openUntil", place.page
    from remark_request request
    cross join lateral (
      (select '/releases/' || release.number || '/remarks/' || released.number as page, release.released_at as at
        from released_section_figures figures
        join release on release.id = figures.release_id
        join release_section released on released.release_id = figures.release_id and released.section_id = figures.section_id
        join report on report.id = release.report_id
        join terms_of_reference terms on terms.id = report.terms_id and terms.standard_id = request.standard_id
        where request.addressee in ('decision-officer', 'researcher', 'contributor') and request.question_key = any(figures.question_keys))
      union all
      (select '/sections/' || section.id || '/remarks', terms.accepted_at
        from terms_of_reference terms
        join report on report.terms_id = terms.id
        join terms_question question on question.terms_id = terms.id and question.key = request.question_key
        join section_question on section_question.question_id = question.id
        join section on section.id = section_question.section_id
        where request.addressee in ('author', 'reviewer') and terms.standard_id = request.standard_id)
      order by at desc, page limit 1) place
    where addressee = any(${actor.roles as string[]}) and open_until >= ${today(clock)}
      and not exists (select from question_remark where request_id = request.id and given_by = ${actor.id} and withdrawn_at is null)
    order by open_until, asked_at limit ${most}`),
  ])
}
