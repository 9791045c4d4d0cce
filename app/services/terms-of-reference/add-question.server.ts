import { z } from 'zod'
import { recordEvent } from '#app/platform/audit/record-event.server.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { Id } from '#schemas/values.ts'
import { OrganisationCode, QuestionKind, termsWithPolicy, Theme } from '#schemas/vocabulary.ts'
import { refuseUnknownOrganisations } from '../standard-terms/refuse-unknown-organisations.server.ts'
import { Reason } from './drop-question.server.ts'
import { keepTermsChange } from './keep-terms-change.server.ts'
import { lockTerms } from './lock-terms.server.ts'

export const AddedQuestion = z.object({
  termsId: Id,
  nodeKey: z.string().min(1, 'needed').max(200),
  wordingNl: z.string().trim().min(10, 'wording-too-short').max(2000, 'too-long'),
  wordingEn: z.string().trim().max(2000, 'too-long').default(''),
  kind: QuestionKind,
  themes: z.array(Theme).default([]),
  reason: Reason,
  /** Organisations that asked it, never persons; that of the actor when absent. */
  askedBy: z.array(OrganisationCode).min(1).optional(),
})
export type AddedQuestion = z.input<typeof AddedQuestion>

/**
 * Adds a question to a section of the terms of reference, after the others.
 * @returns its key, made from the section's; a key that was given once is never given again.
 * @throws {DomainError} `not-found` for unknown terms or an unknown section; `wrong-state` while Foreign Affairs has the terms; `invalid-input`
 * (`unknown-organisation`).
 */
export async function addQuestion(useCase: UseCase, input: AddedQuestion): Promise<string> {
  const question = AddedQuestion.parse(input)
  return withTransaction(useCase.sql, async (tx) => {
    const within = { ...useCase, sql: tx }
    await lockTerms(tx, question.termsId, termsWithPolicy)
    const askedBy = question.askedBy ?? [useCase.actor.organisation]
    await refuseUnknownOrganisations(tx, askedBy)
    const [node] = await tx`select id from terms_node where terms_id = ${question.termsId} and key = ${question.nodeKey}`
    if (!node) throw new DomainError('not-found')
    const prefix = `${question.nodeKey}.added-`
    const [last] = await tx<{ number: number; position: number }[]>`
      select coalesce(max(substr(key, ${prefix.length + 1})::int) filter (where key ~ ${`^${prefix.replaceAll('.', '\\.')}[0-9]+$`}), 0) as number,
        coalesce(max(position), 0) as position
      from (
        select key, position from terms_question where terms_id = ${question.termsId}
        union all
        select question_key, 0 from terms_change where terms_id = ${question.termsId} and kind = 'question-removed'
      ) known`
    const key = `${prefix}${last!.number + 1}`
    const { nodeKey, kind, themes, wordingNl, wordingEn, reason, termsId } = question
    await tx`
      insert into terms_question (terms_id, node_id, key, position, kind, mandatory, themes, asked_by, wording_nl, wording_en, state, reason)
      values (${termsId}, ${node.id}, ${key}, ${last!.position + 1}, ${kind}, false, ${themes}, ${askedBy}, ${wordingNl}, ${wordingEn},
        'added', ${reason})`
    await keepTermsChange(within, {
      termsId,
      kind: 'question-added',
      questionKey: key,
      reason,
      after: { nodeKey, kind, themes, askedBy, wordingNl, wordingEn },
    })
    await recordEvent(within, {
      action: 'terms.question-added',
      objectType: 'terms',
      objectId: termsId,
      details: { questionKey: key, reason },
    })
    return key
  })
}
