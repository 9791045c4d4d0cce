import { z } from 'zod'
import type { Queryable } from '#app/platform/database/sql.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { Id } from '#schemas/values.ts'
import { CommentNature } from '#schemas/vocabulary.ts'

const LockedThread = z.object({
  id: Id,
  sectionId: Id,
  resolvedAt: z.date().nullable(),
  nature: CommentNature.nullable(),
})

/** A thread as it is now, held until the end of the transaction. @throws {DomainError} `not-found` for an unknown or malformed id. */
export async function lockThread(tx: Queryable, threadId: string) {
  const [row] = Id.safeParse(threadId).success
    ? await tx`select id, section_id as "sectionId", resolved_at as "resolvedAt", nature from comment_thread where id = ${threadId} for update`
    : []
  if (!row) throw new DomainError('not-found')
  return LockedThread.parse(row)
}
