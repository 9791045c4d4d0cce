import type { UseCase } from '#app/platform/context.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import type { CommentState } from '#app/policies/policies.ts'
import { Id } from '#schemas/values.ts'

/**
 * What the policies about a thread look at.
 * @throws {DomainError} `not-found` for an unknown or malformed id, and for a thread of another section.
 */
export async function readThreadState(
  { sql }: Pick<UseCase, 'sql'>,
  ids: { sectionId: string | undefined; threadId: string | undefined },
): Promise<CommentState & { id: string; sectionId: string }> {
  const { sectionId, threadId } = ids
  if (!Id.safeParse(sectionId).success || !Id.safeParse(threadId).success) throw new DomainError('not-found')
  const [thread] = await sql<{ id: string; sectionId: string; authorId: string }[]>`
    select id, section_id as "sectionId", started_by as "authorId" from comment_thread where id = ${threadId!} and section_id = ${sectionId!}`
  if (!thread) throw new DomainError('not-found')
  return thread
}
