import { z } from 'zod'
import { recordEvent } from '#app/platform/audit/record-event.server.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import { Id } from '#schemas/values.ts'
import { lockThread } from './lock-thread.server.ts'
import { reopenLocked } from './settle-thread.server.ts'
import { Message, writeMessage } from './write-message.server.ts'

export const NewReply = z.object({ threadId: Id, ...Message })
export type NewReply = z.input<typeof NewReply>

/**
 * Answers in a thread. One that was dealt with is open again then: whoever answers is not done with it, and nothing they typed is lost when
 * another dealt with it meanwhile.
 * @returns the answer's id. @throws {DomainError} `not-found`; `invalid-input` (`unknown-colleague`).
 */
export async function replyToThread(useCase: UseCase, input: NewReply): Promise<string> {
  const { threadId, body, mentions } = NewReply.parse(input)
  return withTransaction(useCase.sql, async (tx) => {
    const inside = { ...useCase, sql: tx }
    const thread = await lockThread(tx, threadId)
    const messageId = await writeMessage(inside, { sectionId: thread.sectionId, threadId, body, mentions })
    await recordEvent(inside, {
      action: 'comment.replied',
      objectType: 'section',
      objectId: thread.sectionId,
      details: { commentId: threadId, messageId },
    })
    await reopenLocked(inside, thread)
    return messageId
  })
}
