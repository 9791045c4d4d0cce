import { z } from 'zod'
import type { UseCase } from '#app/platform/context.server.ts'
import { allows } from '#app/policies/policies.ts'
import { Id } from '#schemas/values.ts'
import { CommentNature } from '#schemas/vocabulary.ts'

const Thread = z.object({
  id: Id,
  place: z.enum(['section', 'question', 'text', 'words']),
  questionKey: z.string().nullable(),
  blockId: z.string().nullable(),
  quote: z.string().nullable(),
  /** Null while nobody has said of it whether it is about a fact or an opinion. */
  nature: CommentNature.nullable(),
  authorId: Id,
  /** ISO. */
  resolvedAt: z.string().datetime({ offset: true }).nullable(),
  resolvedBy: z.string().nullable(),
  /** What was said, in order; the first started it. */
  messages: z
    .array(
      z.object({
        id: Id,
        authorId: Id,
        author: z.string(),
        body: z.string(),
        writtenAt: z.string().datetime({ offset: true }),
        mentions: z.array(z.object({ id: Id, name: z.string() })),
      }),
    )
    .min(1),
})

/** The threads on a section, open ones first and then in the order they were started, with what the one who asks may do with each. */
export async function readThreads({ sql, actor }: Pick<UseCase, 'sql' | 'actor'>, sectionId: string) {
  const rows = await sql`
    select thread.id, place, question_key as "questionKey", block_id as "blockId", quote, nature, started_by as "authorId",
      to_jsonb(resolved_at) #>> '{}' as "resolvedAt", resolver.name as "resolvedBy",
      (
        select jsonb_agg(jsonb_build_object(
          'id', message.id, 'authorId', author.id, 'author', author.name, 'body', body, 'writtenAt', written_at,
          'mentions', coalesce((
            select jsonb_agg(jsonb_build_object('id', app_user.id, 'name', app_user.name) order by app_user.name, app_user.id)
            from comment_mention join app_user on app_user.id = user_id where message_id = message.id
          ), '[]')
        ) order by message.place)
        from comment_message message join app_user author on author.id = author_id where thread_id = thread.id
      ) as messages
    from comment_thread thread left join app_user resolver on resolver.id = resolved_by
    where section_id = ${sectionId} order by resolved_at is not null, started_at, thread.id`
  return Thread.array()
    .parse([...rows])
    .map((thread) => ({
      ...thread,
      /** Whether somebody asks this person in it to look. */
      namesMe: thread.messages.some(({ mentions }) => mentions.some(({ id }) => id === actor.id)),
      may: {
        reply: allows(actor, 'section.comment'),
        settle: allows(actor, 'comment.resolve', thread),
        mark: allows(actor, 'comment.mark', thread),
      },
    }))
}
export type CommentThread = Awaited<ReturnType<typeof readThreads>>[number]
