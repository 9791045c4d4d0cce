import { recordEvent } from '#app/platform/audit/record-event.server.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import { lockThread } from './lock-thread.server.ts'

type Locked = Awaited<ReturnType<typeof lockThread>>

/** Marks a thread as dealt with; a second time changes nothing. @throws {DomainError} `not-found`. */
export async function resolveThread(useCase: UseCase, threadId: string): Promise<void> {
  await withTransaction(useCase.sql, async (tx) => {
    const thread = await lockThread(tx, threadId)
    if (thread.resolvedAt) return
    await tx`update comment_thread set resolved_by = ${useCase.actor.id}, resolved_at = ${useCase.clock()} where id = ${threadId}`
    await recordEvent(
      { ...useCase, sql: tx },
      { action: 'comment.resolved', objectType: 'section', objectId: thread.sectionId, details: { commentId: threadId } },
    )
  })
}

/** Opens a thread again that was dealt with; one that is open stays so. @throws {DomainError} `not-found`. */
export async function reopenThread(useCase: UseCase, threadId: string): Promise<void> {
  await withTransaction(useCase.sql, async (tx) => reopenLocked({ ...useCase, sql: tx }, await lockThread(tx, threadId)))
}

/** As `reopenThread`, in the transaction that holds the thread. */
export async function reopenLocked(useCase: UseCase, thread: Locked): Promise<void> {
  if (!thread.resolvedAt) return
  await useCase.sql`update comment_thread set resolved_by = null, resolved_at = null where id = ${thread.id}`
  await recordEvent(useCase, {
    action: 'comment.reopened',
    objectType: 'section',
    objectId: thread.sectionId,
    details: { commentId: thread.id },
  })
}
