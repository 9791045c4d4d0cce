import { z } from 'zod'
import { recordEvent } from '#app/platform/audit/record-event.server.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import type { Queryable } from '#app/platform/database/sql.server.ts'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { Id } from '#schemas/values.ts'
import { keepChange } from './keep-change.server.ts'
import { lockStandard } from './lock-standard.server.ts'
import { ChangeReason, Key, QuestionFields } from './question-fields.ts'
import { putInOrder } from './put-in-order.server.ts'
import { refuseUnknownOrganisations } from './refuse-unknown-organisations.server.ts'

export const NewStandardQuestion = QuestionFields.extend({
  standardId: Id,
  /** The section it goes to, after the others. */
  nodeKey: z.string().min(1, 'needed').max(200),
  /** Made from the section's when absent. */
  key: Key.optional(),
  reason: ChangeReason,
  wordingEn: QuestionFields.shape.wordingEn.default(''),
  themes: QuestionFields.shape.themes.default([]),
  mandatory: QuestionFields.shape.mandatory.default(false),
  askedBy: QuestionFields.shape.askedBy.default([]),
  rationaleNl: QuestionFields.shape.rationaleNl.default(''),
  rationaleEn: QuestionFields.shape.rationaleEn.default(''),
  formerWordingNl: QuestionFields.shape.formerWordingNl.default(null),
})
export type NewStandardQuestion = z.input<typeof NewStandardQuestion>

/**
 * Adds a question to a section of a draft, after the others.
 * @returns its key and the number of its first revision.
 * @throws {DomainError} `not-found` for an unknown version or section; `wrong-state` when it is no draft; `invalid-input`: `duplicate-key`,
 * `not-a-section` for a chapter, `unknown-organisation`.
 */
export async function addStandardQuestion(
  useCase: UseCase,
  input: NewStandardQuestion,
): Promise<{ key: string; revision: number }> {
  const { standardId, nodeKey, key: chosen, reason, ...fields } = NewStandardQuestion.parse(input)
  return withTransaction(useCase.sql, async (tx) => {
    const within = { ...useCase, sql: tx }
    await lockStandard(tx, standardId)
    const [node] = await tx`select id, parent_id from standard_node where standard_id = ${standardId} and key = ${nodeKey}`
    if (!node) throw new DomainError('not-found')
    if (node.parent_id === null) throw new DomainError('invalid-input', 'not-a-section')
    await refuseUnknownOrganisations(tx, fields.askedBy)
    const key = chosen ?? (await freeKey(tx, nodeKey))
    await refuseDuplicateKey(tx, standardId, key)
    await tx`
      insert into standard_question (standard_id, node_id, key, position, kind, mandatory, themes, asked_by, wording_nl, wording_en,
        former_wording_nl, rationale_nl, rationale_en)
      values (${standardId}, ${node.id}, ${key}, (select coalesce(max(position), 0) + 1 from standard_question where standard_id = ${standardId}),
        ${fields.kind}, ${fields.mandatory}, ${fields.themes}, ${fields.askedBy}, ${fields.wordingNl}, ${fields.wordingEn},
        ${fields.formerWordingNl}, ${fields.rationaleNl}, ${fields.rationaleEn})`
    await putInOrder(tx, standardId)
    await keepChange(within, { standardId, kind: 'question-added', questionKey: key, reason, after: { ...fields, nodeKey } })
    await recordEvent(within, {
      action: 'standard.question-added',
      objectType: 'standard-terms',
      objectId: standardId,
      details: { questionKey: key },
    })
    return { key, revision: 1 }
  })
}

/** A key is free of chapters and sections too: both are places on the page. @throws {DomainError} `invalid-input` (`duplicate-key`). */
export async function refuseDuplicateKey(tx: Queryable, standardId: string, key: string): Promise<void> {
  const [taken] = await tx`
    select 1 from standard_question where standard_id = ${standardId} and key = ${key}
    union all select 1 from standard_node where standard_id = ${standardId} and key = ${key}`
  if (taken) throw new DomainError('invalid-input', 'duplicate-key')
}

/** A key tells one question through all versions: one that any version ever had is not used for another. */
async function freeKey(tx: Queryable, nodeKey: string): Promise<string> {
  const prefix = `${nodeKey}.new-`
  const [last] = await tx<{ number: number }[]>`
    select coalesce(max(substr(key, ${prefix.length + 1})::int), 0) as number
    from (select key from standard_question union select question_key from standard_change where question_key is not null) used (key)
    where starts_with(key, ${prefix}) and substr(key, ${prefix.length + 1}) ~ '^[0-9]{1,6}$'`
  return `${prefix}${last!.number + 1}`
}
