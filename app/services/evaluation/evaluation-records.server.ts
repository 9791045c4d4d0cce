import { z } from 'zod'
import type { UseCase } from '#app/platform/context.server.ts'
import { ProposalOutcome, QuestionChange } from '#schemas/vocabulary.ts'

const EvaluationRecord = z.object({
  questionKey: z.string(),
  revision: z.number().int(),
  change: QuestionChange,
  proposal: z.string(),
  decision: ProposalOutcome.nullable(),
  decisionReason: z.string(),
  recordedBy: z.string(),
  recordedAt: z.date(),
})
/** What is proposed for a question and what was decided, as it stood at one revision (SR-12). */
export type EvaluationRecord = z.infer<typeof EvaluationRecord>

/** What stands for each question of a version now, by its key. */
export async function readEvaluationRecords({ sql }: Pick<UseCase, 'sql'>, standardId: string) {
  const rows = z.array(EvaluationRecord).parse([
    ...(await sql`
    select distinct on (question_key) ${columns(sql)}
    from question_evaluation evaluation join app_user on app_user.id = recorded_by
    where standard_id = ${standardId} order by question_key, revision desc`),
  ])
  return new Map(rows.map((record) => [record.questionKey, record]))
}

/** Every wording of one question's record, newest first. */
export async function readEvaluationHistory({ sql }: Pick<UseCase, 'sql'>, standardId: string, questionKey: string) {
  return z.array(EvaluationRecord).parse([
    ...(await sql`
    select ${columns(sql)} from question_evaluation evaluation join app_user on app_user.id = recorded_by
    where standard_id = ${standardId} and question_key = ${questionKey} order by revision desc`),
  ])
}

const columns = (sql: UseCase['sql']) => sql`
  question_key as "questionKey", revision, change, proposal, decision, decision_reason as "decisionReason", app_user.name as "recordedBy",
  recorded_at as "recordedAt"`
