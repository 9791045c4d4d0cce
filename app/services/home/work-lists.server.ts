import { z } from 'zod'
import type { UseCase } from '#app/platform/context.server.ts'
import { Day, Id } from '#schemas/values.ts'
import { Role, SectionStatus } from '#schemas/vocabulary.ts'

const WorkSection = z.object({
  id: Id,
  number: z.string(),
  title: z.string(),
  reportTitle: z.string(),
  status: SectionStatus,
  asOfDate: Day.nullable(),
  dueOn: Day,
  submittedAt: z.date().nullable(),
  comments: z.number().int(),
})
export type WorkSection = z.infer<typeof WorkSection>

/** What every list of sections selects from where. */
const sections = (sql: UseCase['sql']) => sql`
  select section.id, section.number, section.title, report.title as "reportTitle", section.status, section.as_of_date as "asOfDate",
    terms.due_on as "dueOn", section.submitted_at as "submittedAt",
    (select count(*) from comment_thread where section_id = section.id and resolved_at is null) as comments
  from section
  join report on report.id = section.report_id
  join terms_of_reference terms on terms.id = report.terms_id`

/** Sections of this author that are not approved yet: returned ones first, then by the report's date. */
export async function listSectionsOf({ sql, actor }: UseCase, most: number): Promise<WorkSection[]> {
  return z.array(WorkSection).parse(
    await sql`
    ${sections(sql)}
    where section.author_id = ${actor.id} and section.status <> 'approved'
    order by array_position(array['returned', 'draft', 'in-review'], section.status), terms.due_on, report.id,
      -- "3.9" before "3.10": numbers come from the standard, which has no others (schemas/standard-terms.ts).
      string_to_array(section.number, '.')::int[]
    limit ${most}`,
  )
}

/** Sections in review that this person may decide on: not those they wrote in. The longest waiting first. */
export async function listSectionsInReview({ sql, actor }: UseCase, most: number): Promise<WorkSection[]> {
  return z.array(WorkSection).parse(
    await sql`
    ${sections(sql)}
    where section.status = 'in-review' and section.author_id is distinct from ${actor.id}
      and not exists (select from section_contribution where section_id = section.id and user_id = ${actor.id})
    order by section.submitted_at nulls first, section.id
    limit ${most}`,
  )
}

const Unassigned = z.object({ reportId: Id, reportTitle: z.string(), dueOn: Day, sections: z.number().int() })
export type Unassigned = z.infer<typeof Unassigned>

/** Reports with how many of their open sections have no author. */
export async function listUnassigned({ sql }: Pick<UseCase, 'sql'>, most: number): Promise<Unassigned[]> {
  return z.array(Unassigned).parse(
    await sql`
    select report.id as "reportId", report.title as "reportTitle", terms.due_on as "dueOn", count(*) as sections
    from section
    join section_document document on document.section_id = section.id
    join report on report.id = section.report_id
    join terms_of_reference terms on terms.id = report.terms_id
    where section.author_id is null and section.status in ('draft', 'returned')
    group by report.id, terms.due_on
    order by terms.due_on, report.id
    limit ${most}`,
  )
}

const ToRelease = z.object({ reportId: Id, reportTitle: z.string(), sections: z.number().int(), lastApproved: z.date() })
export type ToRelease = z.infer<typeof ToRelease>

/** Reports with how many approved sections no release holds since they were approved. */
export async function listToRelease({ sql }: Pick<UseCase, 'sql'>, most: number): Promise<ToRelease[]> {
  return z.array(ToRelease).parse(
    await sql`
    select report.id as "reportId", report.title as "reportTitle", count(*) as sections, max(approval.decided_at) as "lastApproved"
    from section
    join report on report.id = section.report_id
    join lateral (
      select max(decided_at) as decided_at from review_decision where section_id = section.id and decision = 'approved'
    ) approval on approval.decided_at is not null
    where section.status = 'approved' and not exists (
      select from release_section join release on release.id = release_id
      where release_section.section_id = section.id and release.released_at >= approval.decided_at
    )
    group by report.id
    order by "lastApproved", report.id
    limit ${most}`,
  )
}

const ReleaseLine = z.object({
  number: z.string(),
  title: z.string(),
  releasedAt: z.date(),
  sections: z.number().int(),
})
export type ReleaseLine = z.infer<typeof ReleaseLine>

/** What was released last, newest first. */
export async function listRecentReleases({ sql }: Pick<UseCase, 'sql'>, most: number): Promise<ReleaseLine[]> {
  return z.array(ReleaseLine).parse(
    await sql`
    select number, title, released_at as "releasedAt",
      (select count(*) from release_section where release_id = release.id) as sections
    from release
    order by released_at desc, id
    limit ${most}`,
  )
}

const AccountCount = z.object({ role: Role, accounts: z.number().int() })
export type AccountCount = z.infer<typeof AccountCount>

/** How many active accounts hold each role, roles without any included. */
export async function countAccounts({ sql }: Pick<UseCase, 'sql'>): Promise<AccountCount[]> {
  return z.array(AccountCount).parse(
    await sql`
    select role.code as role, count(app_user.id) as accounts
    from role left join user_role on user_role.role = role.code left join app_user on app_user.id = user_role.user_id and active
    group by role.code order by role.code`,
  )
}
