import type { UseCase } from '#app/platform/context.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import type { CommentState } from '#app/policies/policies.ts'
import { Id } from '#schemas/values.ts'

/**
 * What the policy about a comment looks at.
 * @throws {DomainError} `not-found` for an unknown or malformed id, and for a comment of another section.
 */
export async function readCommentState(
  { sql }: Pick<UseCase, 'sql'>,
  ids: { sectionId: string | undefined; commentId: string | undefined },
): Promise<CommentState & { id: string }> {
  const { sectionId, commentId } = ids
  if (!Id.safeParse(sectionId).success || !Id.safeParse(commentId).success) throw new DomainError('not-found')
  const [comment] = await sql<{ id: string; authorId: string }[]>`
    select id, author_id as "authorId" from review_comment where id = ${commentId!} and section_id = ${sectionId!}`
  if (!comment) throw new DomainError('not-found')
  return comment
}
