import { z } from 'zod'
import type { UseCase } from '#app/platform/context.server.ts'
import { Id } from '#schemas/values.ts'

const Mention = z.object({
  threadId: Id,
  sectionId: Id,
  number: z.string(),
  title: z.string(),
  reportTitle: z.string(),
  by: z.string(),
  body: z.string(),
  writtenAt: z.date(),
})
export type Mention = z.infer<typeof Mention>

/** Threads in which a colleague asks this person to look: until they answered in it or it was dealt with. The longest waiting first. */
export async function listMentions({ sql, actor }: Pick<UseCase, 'sql' | 'actor'>, most: number): Promise<Mention[]> {
  const rows = await sql`
    select * from (
      select distinct on (thread.id) thread.id as "threadId", section.id as "sectionId", section.number, section.title,
        report.title as "reportTitle", author.name as by, message.body, message.written_at as "writtenAt"
      from comment_mention mention
      join comment_message message on message.id = mention.message_id
      join app_user author on author.id = message.author_id
      join comment_thread thread on thread.id = message.thread_id
      join section on section.id = thread.section_id
      join report on report.id = section.report_id
      where mention.user_id = ${actor.id} and thread.resolved_at is null and not exists (
        select from comment_message answer
        where answer.thread_id = thread.id and answer.author_id = ${actor.id} and answer.place > message.place
      )
      order by thread.id, message.place desc
    ) waiting
    order by "writtenAt", "threadId"
    limit ${most}`
  return Mention.array().parse([...rows])
}
