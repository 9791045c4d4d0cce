import { z } from 'zod'
import { recordEvent } from '#app/platform/audit/record-event.server.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { Id } from '#schemas/values.ts'
import { QuestionKind, Theme } from '#schemas/vocabulary.ts'
import { Reason } from './drop-question.server.ts'
import { lockTerms } from './lock-terms.server.ts'

export const AddedQuestion = z.object({
  termsId: Id,
  nodeKey: z.string().min(1, 'needed').max(200),
  wordingNl: z.string().trim().min(10, 'wording-too-short').max(2000, 'too-long'),
  wordingEn: z.string().trim().max(2000, 'too-long').default(''),
  kind: QuestionKind,
  themes: z.array(Theme).default([]),
  reason: Reason,
})
export type AddedQuestion = z.input<typeof AddedQuestion>

/**
 * Adds a question to a section of the terms of reference, after the others, asked by the actor's organisation.
 * @returns its key, made from the section's.
 * @throws {DomainError} `not-found` for unknown terms or an unknown section; `wrong-state` when the terms were handed over.
 */
export async function addQuestion(useCase: UseCase, input: AddedQuestion): Promise<string> {
  const question = AddedQuestion.parse(input)
  return withTransaction(useCase.sql, async (tx) => {
    await lockTerms(tx, question.termsId, 'in-preparation')
    const [node] = await tx`select id from terms_node where terms_id = ${question.termsId} and key = ${question.nodeKey}`
    if (!node) throw new DomainError('not-found')
    const prefix = `${question.nodeKey}.added-`
    const [last] = await tx<{ number: number; position: number }[]>`
      select coalesce(max(substr(key, ${prefix.length + 1})::int) filter (where starts_with(key, ${prefix})), 0) as number,
        coalesce(max(position), 0) as position
      from terms_question where terms_id = ${question.termsId}`
    const key = `${prefix}${last!.number + 1}`
    await tx`
      insert into terms_question (terms_id, node_id, key, position, kind, mandatory, themes, asked_by, wording_nl, wording_en, state, reason)
      values (${question.termsId}, ${node.id}, ${key}, ${last!.position + 1}, ${question.kind}, false, ${question.themes},
        ${[useCase.actor.organisation]}, ${question.wordingNl}, ${question.wordingEn}, 'added', ${question.reason})`
    await recordEvent(
      { ...useCase, sql: tx },
      {
        action: 'terms.question-added',
        objectType: 'terms',
        objectId: question.termsId,
        details: { questionKey: key, reason: question.reason },
      },
    )
    return key
  })
}
