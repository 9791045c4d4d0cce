import { z } from 'zod'
import { recordEvent } from '#app/platform/audit/record-event.server.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { today } from '#app/platform/today.ts'
import { Day, Id } from '#schemas/values.ts'
import { RemarkAddressee } from '#schemas/vocabulary.ts'
import { RemarkBody } from './give-remark.server.ts'

export const NewRequest = z.object({
  standardId: Id,
  questionKey: z.string().max(200),
  addressee: z.enum(RemarkAddressee.options, 'choose-addressee'),
  body: RemarkBody,
  openUntil: Day,
})
export type NewRequest = z.infer<typeof NewRequest>

/**
 * Puts a targeted question to one group of people, about one question of a version (SR-69, SR-70). They find it where they read or write the
 * answer, and in their work, until the day it is open until.
 * @returns its id.
 * @throws {DomainError} `not-found` when the version does not ask that question; `invalid-input` (`day-past`) when the day lies behind us.
 */
export async function askForRemarks(useCase: UseCase, input: NewRequest): Promise<string> {
  const request = NewRequest.parse(input)
  if (request.openUntil < today(useCase.clock)) throw new DomainError('invalid-input', 'day-past')
  return withTransaction(useCase.sql, async (tx) => {
    const [question] = await tx`
      select 1 from standard_question where standard_id = ${request.standardId} and key = ${request.questionKey}`
    if (!question) throw new DomainError('not-found')
    const [added] = await tx<{ id: string }[]>`
      insert into remark_request (standard_id, question_key, addressee, body, open_until, asked_by, asked_at)
      values (${request.standardId}, ${request.questionKey}, ${request.addressee}, ${request.body}, ${request.openUntil},
        ${useCase.actor.id}, ${useCase.clock()})
      returning id`
    await recordEvent(
      { ...useCase, sql: tx },
      {
        action: 'remark.asked',
        objectType: 'remark-request',
        objectId: added!.id,
        details: { questionKey: request.questionKey, addressee: request.addressee },
      },
    )
    return added!.id
  })
}
