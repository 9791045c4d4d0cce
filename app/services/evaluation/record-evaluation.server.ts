import { z } from 'zod'
import { recordEvent } from '#app/platform/audit/record-event.server.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { Id } from '#schemas/values.ts'
import { ProposalOutcome, QuestionChange } from '#schemas/vocabulary.ts'
import { readEvaluationHistory } from './evaluation-records.server.ts'

export const NewEvaluation = z
  .object({
    standardId: Id,
    questionKey: z.string().min(1).max(200),
    /** The revision its writer saw; 0 when there was nothing yet. */
    revision: z.coerce.number().int().min(0).max(1_000_000),
    change: z.enum(QuestionChange.options, 'choose-change'),
    proposal: z.string().trim().max(2000, 'too-long'),
    decision: ProposalOutcome.nullable(),
    decisionReason: z.string().trim().max(2000, 'too-long'),
  })
  .refine((it) => it.change === 'keep' || it.proposal.length >= 10, { path: ['proposal'], error: 'proposal-too-short' })
  .refine((it) => it.decision === null || it.decisionReason.length >= 10, { path: ['decisionReason'], error: 'reason-too-short' })
  .refine((it) => it.decision !== null || it.decisionReason === '', { path: ['decision'], error: 'reason-without-decision' })
export type NewEvaluation = z.input<typeof NewEvaluation>

/**
 * Records what is proposed for a question of a version and what was decided (SR-12); former wordings stay in the history. Saving what stands
 * already changes nothing.
 * @returns the revision that stands now.
 * @throws {DomainError} `not-found` when no version asks that question; `conflict` (`evaluation-revision`) when someone else recorded something
 * since; `data.standing` is what stands now.
 */
export async function recordEvaluation(useCase: UseCase, input: NewEvaluation): Promise<number> {
  const { standardId, questionKey, revision, change, proposal, decision, decisionReason } = NewEvaluation.parse(input)
  return withTransaction(useCase.sql, async (tx) => {
    const [version] = await tx`select 1 from standard_terms where id = ${standardId}`
    // A question that only an older version asks can be taken back.
    const [question] = await tx`select 1 from standard_question where key = ${questionKey} limit 1`
    if (!version || !question) throw new DomainError('not-found')
    const [present] = await readEvaluationHistory({ sql: tx }, standardId, questionKey)
    const same =
      present?.change === change &&
      present.proposal === proposal &&
      present.decision === decision &&
      present.decisionReason === decisionReason
    if (same) return present.revision
    const [added] =
      (present?.revision ?? 0) === revision
        ? await tx<{ revision: number }[]>`
            insert into question_evaluation (standard_id, question_key, revision, change, proposal, decision, decision_reason, recorded_by,
              recorded_at)
            values (${standardId}, ${questionKey}, ${revision + 1}, ${change}, ${proposal}, ${decision}, ${decisionReason},
              ${useCase.actor.id}, ${useCase.clock()})
            on conflict do nothing returning revision`
        : []
    if (!added) {
      const [standing] = await readEvaluationHistory({ sql: tx }, standardId, questionKey)
      throw new DomainError('conflict', 'evaluation-revision', { standing: standing ?? null })
    }
    await recordEvent(
      { ...useCase, sql: tx },
      {
        action: 'evaluation.recorded',
        objectType: 'standard-terms',
        objectId: standardId,
        details: { questionKey, revision: added.revision, change, decision },
      },
    )
    return added.revision
  })
}
