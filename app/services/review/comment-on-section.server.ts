import { z } from 'zod'
import { recordEvent } from '#app/platform/audit/record-event.server.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { BlockId } from '#schemas/document.ts'
import { Id } from '#schemas/values.ts'

export const NewComment = z.object({
  sectionId: Id,
  blockId: BlockId.nullish(),
  /** The words the comment is about, as they stand now. */
  quote: z.string().trim().max(2000).nullish(),
  body: z.string().trim().min(1, 'needed').max(4000, 'too-long'),
})
export type NewComment = z.input<typeof NewComment>

/** Adds a comment to a section, or to one of its blocks. @returns its id. @throws {DomainError} `not-found` for an unknown section. */
export async function addComment(useCase: UseCase, input: NewComment): Promise<string> {
  const { sectionId, blockId, quote, body } = NewComment.parse(input)
  return withTransaction(useCase.sql, async (tx) => {
    const [added] = await tx`
      insert into review_comment (section_id, block_id, quote, body, author_id, created_at)
      select id, ${blockId ?? null}, ${quote || null}, ${body}, ${useCase.actor.id}, ${useCase.clock()} from section where id = ${sectionId}
      returning id`
    if (!added) throw new DomainError('not-found')
    const commentId = added.id as string
    await recordEvent(
      { ...useCase, sql: tx },
      { action: 'comment.added', objectType: 'section', objectId: sectionId, details: { commentId } },
    )
    return commentId
  })
}

/** Marks a comment as dealt with; a second time changes nothing. @throws {DomainError} `not-found`. */
export async function resolveComment(useCase: UseCase, commentId: string): Promise<void> {
  await withTransaction(useCase.sql, async (tx) => {
    const [comment] = Id.safeParse(commentId).success
      ? await tx`select section_id as "sectionId", resolved_at as "resolvedAt" from review_comment where id = ${commentId} for update`
      : []
    if (!comment) throw new DomainError('not-found')
    if (comment.resolvedAt) return
    await tx`update review_comment set resolved_by = ${useCase.actor.id}, resolved_at = ${useCase.clock()} where id = ${commentId}`
    await recordEvent(
      { ...useCase, sql: tx },
      { action: 'comment.resolved', objectType: 'section', objectId: comment.sectionId as string, details: { commentId } },
    )
  })
}
