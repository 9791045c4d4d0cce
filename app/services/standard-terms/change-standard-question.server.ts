import { z } from 'zod'
import { recordEvent } from '#app/platform/audit/record-event.server.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import type { Queryable } from '#app/platform/database/sql.server.ts'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { Id } from '#schemas/values.ts'
import { keepChange } from './keep-change.server.ts'
import { lockQuestion } from './lock-question.server.ts'
import { lockStandard } from './lock-standard.server.ts'
import { ChangeReason, QuestionFields } from './question-fields.ts'
import { putInOrder } from './put-in-order.server.ts'
import { refuseUnknownOrganisations } from './refuse-unknown-organisations.server.ts'
import type { StandardQuestion } from './read-standard.server.ts'

export const ChangedStandardQuestion = QuestionFields.partial().extend({
  standardId: Id,
  questionKey: z.string().max(200),
  /** The revision the person saw. */
  revision: z.number().int(),
  /** Another section: it goes there after the others. */
  nodeKey: z.string().max(200).optional(),
  reason: ChangeReason,
})
export type ChangedStandardQuestion = z.input<typeof ChangedStandardQuestion>

/**
 * Changes a question of a draft: the fields that are given. When the Dutch wording changes and no former wording is given, the wording of the
 * version this one is based on becomes the former wording.
 * @returns the number of its revision now; the same as before when nothing differs.
 * @throws {DomainError} `not-found`; `wrong-state` when the version is no draft; `conflict`: `question-changed` with the question as it is now
 * in `data.current`, or `question-removed`; `invalid-input`: `not-a-section`, `unknown-organisation`.
 */
export async function changeStandardQuestion(useCase: UseCase, input: ChangedStandardQuestion): Promise<{ revision: number }> {
  const { standardId, questionKey, revision, reason, nodeKey, ...given } = ChangedStandardQuestion.parse(input)
  return withTransaction(useCase.sql, async (tx) => {
    const within = { ...useCase, sql: tx }
    const standard = await lockStandard(tx, standardId)
    const current = await lockQuestion(tx, standardId, questionKey, revision)
    if (given.askedBy) await refuseUnknownOrganisations(tx, given.askedBy)
    if (given.wordingNl !== undefined && given.wordingNl !== current.wordingNl && given.formerWordingNl === undefined)
      given.formerWordingNl = await formerWording(tx, standard.basedOnId, questionKey, given.wordingNl, current)
    const wanted = { ...given, ...(nodeKey !== undefined && { nodeKey }) }
    const { before, after } = differences(current, wanted)
    const fields = Object.keys(after)
    if (fields.length === 0) return { revision }
    const next = { ...current, ...wanted }
    await tx`
      update standard_question set revision = revision + 1, node_id = ${await sectionId(tx, standardId, next.nodeKey)},
        kind = ${next.kind}, mandatory = ${next.mandatory}, themes = ${next.themes}, asked_by = ${next.askedBy},
        wording_nl = ${next.wordingNl}, wording_en = ${next.wordingEn}, former_wording_nl = ${next.formerWordingNl},
        rationale_nl = ${next.rationaleNl}, rationale_en = ${next.rationaleEn},
        position = ${fields.includes('nodeKey') ? tx`(select max(position) + 1 from standard_question where standard_id = ${standardId})` : tx`position`}
      where id = ${current.id}`
    if (fields.includes('nodeKey')) await putInOrder(tx, standardId)
    const onlyMoved = fields.length === 1 && fields[0] === 'nodeKey'
    await keepChange(within, {
      standardId,
      kind: onlyMoved ? 'question-moved' : 'question-changed',
      questionKey,
      reason,
      before,
      after,
    })
    await recordEvent(within, {
      action: 'standard.question-changed',
      objectType: 'standard-terms',
      objectId: standardId,
      details: { questionKey, fields },
    })
    return { revision: revision + 1 }
  })
}

/** The fields that really differ, as they were and as they become; lists are compared as sets. */
function differences<T extends object>(current: StandardQuestion, wanted: T) {
  const same = (a: unknown, b: unknown) =>
    Array.isArray(a) && Array.isArray(b) ? [...a].sort().join('\n') === [...b].sort().join('\n') : a === b
  const changed = Object.entries(wanted).filter(
    ([name, value]) => value !== undefined && !same(current[name as keyof StandardQuestion], value),
  )
  return {
    before: Object.fromEntries(changed.map(([name]) => [name, current[name as keyof StandardQuestion]])),
    after: Object.fromEntries(changed),
  }
}

async function sectionId(tx: Queryable, standardId: string, key: string): Promise<string> {
  const [node] = await tx`select id, parent_id from standard_node where standard_id = ${standardId} and key = ${key}`
  if (!node) throw new DomainError('not-found')
  if (node.parent_id === null) throw new DomainError('invalid-input', 'not-a-section')
  return node.id as string
}

/** What stands beside the new wording: the wording of the version before, or what stood beside that when the question reads as it did there. */
async function formerWording(
  tx: Queryable,
  basedOnId: string | null,
  key: string,
  wording: string,
  current: StandardQuestion,
): Promise<string | null> {
  const [base] = await tx`
    select wording_nl, former_wording_nl from standard_question where standard_id = ${basedOnId} and key = ${key}`
  if (!base) return current.formerWordingNl
  return base.wording_nl === wording ? base.former_wording_nl : base.wording_nl
}
