import { z } from 'zod'
import type { UseCase } from '#app/platform/context.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { Id } from '#schemas/values.ts'
import { listColleagues } from './list-colleagues.server.ts'

/** What somebody says in a thread, and whom they ask to look at it. */
export const Message = {
  body: z.string().trim().min(1, 'needed').max(4000, 'too-long'),
  mentions: z
    .array(Id)
    .max(20, 'too-many')
    .default([])
    .transform((ids) => [...new Set(ids)]),
}

type Written = { sectionId: string; threadId: string; body: string; mentions: readonly string[] }

/** Writes one message of a thread, in the transaction of the caller. @returns its id. @throws {DomainError} `invalid-input` (`unknown-colleague`). */
export async function writeMessage(useCase: UseCase, { sectionId, threadId, body, mentions }: Written): Promise<string> {
  const { sql: tx, actor, clock } = useCase
  const colleagues = mentions.length === 0 ? [] : await listColleagues(useCase, sectionId)
  if (!mentions.every((id) => colleagues.some((colleague) => colleague.id === id))) {
    throw new DomainError('invalid-input', 'unknown-colleague')
  }
  const [message] = await tx<{ id: string }[]>`
    insert into comment_message (thread_id, author_id, body, written_at) values (${threadId}, ${actor.id}, ${body}, ${clock()}) returning id`
  for (const userId of mentions) await tx`insert into comment_mention (message_id, user_id) values (${message!.id}, ${userId})`
  return message!.id
}
