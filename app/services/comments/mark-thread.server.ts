import { recordEvent } from '#app/platform/audit/record-event.server.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import type { CommentNature } from '#schemas/vocabulary.ts'
import { lockThread } from './lock-thread.server.ts'

/** Says whether a thread is about a fact or an opinion; what it says already is not said again. @throws {DomainError} `not-found`. */
export async function markThread(
  useCase: UseCase,
  { threadId, nature }: { threadId: string; nature: CommentNature },
): Promise<void> {
  await withTransaction(useCase.sql, async (tx) => {
    const thread = await lockThread(tx, threadId)
    if (thread.nature === nature) return
    await tx`update comment_thread set nature = ${nature} where id = ${threadId}`
    await recordEvent(
      { ...useCase, sql: tx },
      { action: 'comment.marked', objectType: 'section', objectId: thread.sectionId, details: { commentId: threadId, nature } },
    )
  })
}
