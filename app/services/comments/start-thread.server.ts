import { z } from 'zod'
import { recordEvent } from '#app/platform/audit/record-event.server.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import type { Queryable } from '#app/platform/database/sql.server.ts'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { BlockId } from '#schemas/document.ts'
import { Id } from '#schemas/values.ts'
import { CommentNature } from '#schemas/vocabulary.ts'
import { Message, writeMessage } from './write-message.server.ts'

export const NewThread = z
  .object({
    sectionId: Id,
    /** The block of the text it is about; without it, and without a question, it is about the section as a whole. */
    blockId: BlockId.nullish(),
    /** The words of the text it is about, as they stand now. */
    quote: z.string().trim().max(2000).nullish(),
    /** Whether those words carry a mark of it in the text. */
    onWords: z.boolean().default(false),
    /** The question it is about. */
    questionKey: z.string().min(1).max(200).nullish(),
    nature: CommentNature,
    ...Message,
  })
  .refine(({ questionKey, blockId, quote }) => !questionKey || (!blockId && !quote), 'one-place')
  .refine(({ onWords, quote }) => !onWords || quote, 'words-needed')
export type NewThread = z.input<typeof NewThread>

/**
 * Starts a thread about a section, one of its questions or a piece of its text.
 * @returns its id. @throws {DomainError} `not-found` for an unknown section; `invalid-input` (`unknown-question`, `unknown-colleague`).
 */
export async function startThread(useCase: UseCase, input: NewThread): Promise<string> {
  const { sectionId, blockId, quote, onWords, questionKey, nature, body, mentions } = NewThread.parse(input)
  const place = questionKey ? 'question' : onWords ? 'words' : blockId || quote ? 'text' : 'section'
  return withTransaction(useCase.sql, async (tx) => {
    const words = questionKey ? await wordingOf(tx, sectionId, questionKey) : quote || null
    const [thread] = await tx<{ id: string }[]>`
      insert into comment_thread (section_id, place, question_key, block_id, quote, nature, started_by, started_at)
      select id, ${place}, ${questionKey || null}, ${blockId ?? null}, ${words}, ${nature}, ${useCase.actor.id}, ${useCase.clock()}
      from section where id = ${sectionId}
      returning id`
    if (!thread) throw new DomainError('not-found')
    await writeMessage({ ...useCase, sql: tx }, { sectionId, threadId: thread.id, body, mentions })
    await recordEvent(
      { ...useCase, sql: tx },
      { action: 'comment.added', objectType: 'section', objectId: sectionId, details: { commentId: thread.id } },
    )
    return thread.id
  })
}

/** A question of the section as it is worded now. */
async function wordingOf(tx: Queryable, sectionId: string, questionKey: string): Promise<string> {
  const [question] = await tx<{ wording: string }[]>`
    select wording_nl as wording from section_question join terms_question question on question.id = question_id
    where section_id = ${sectionId} and question.key = ${questionKey}`
  if (!question) throw new DomainError('invalid-input', 'unknown-question')
  return question.wording
}
