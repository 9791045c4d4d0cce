import { z } from 'zod'
import type { Queryable } from '#app/platform/database/sql.server.ts'
import { whoCanHelp } from '#app/policies/policies.ts'
import { Id } from '#schemas/values.ts'

const Colleague = z.object({ id: Id, name: z.string() })
export type Colleague = z.infer<typeof Colleague>

/**
 * Who can be named in a comment on a section: those who write, review and release, and whoever took part in the report - commented on it, wrote in
 * it - and may still read it. By name.
 */
export async function listColleagues({ sql }: { sql: Queryable }, sectionId: string): Promise<Colleague[]> {
  const mayRead = [...whoCanHelp('section.view')]
  const rows = await sql`
    with of_report as (select id, author_id from section where report_id = (select report_id from section where id = ${sectionId}))
    select id, name from app_user
    where active
      and exists (select from user_role where user_id = app_user.id and role = any(${mayRead}))
      and (
        exists (select from user_role where user_id = app_user.id and role in ('author', 'reviewer', 'publisher'))
        or id in (select author_id from of_report)
        or id in (select user_id from section_contribution join of_report on of_report.id = section_id)
        or id in (
          select message.author_id from comment_message message
          join comment_thread thread on thread.id = thread_id join of_report on of_report.id = section_id
        )
      )
    order by name, id`
  return Colleague.array().parse([...rows])
}
