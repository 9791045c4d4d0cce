import type { UseCase } from '#app/platform/context.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { readEvaluationHistory, type EvaluationRecord } from './evaluation-records.server.ts'
import { listRemarks, listRequests, type Remark, type RemarkRequest } from './list-remarks.server.ts'
import type { Answer } from './outcomes.ts'
import { readEvaluation, type EvaluatedQuestion, type Evaluation, type EvaluationChoice } from './read-evaluation.server.ts'
import type { EvaluatedReport } from './read-facts.server.ts'

export type QuestionEvaluation = Pick<Evaluation, 'old' | 'new'> & {
  question: EvaluatedQuestion
  /** The released reports that were asked it, each with what became of it there. */
  answers: { report: EvaluatedReport; answer: Answer }[]
  remarks: Remark[]
  requests: RemarkRequest[]
  /** Newest first; the first is what stands. */
  history: EvaluationRecord[]
}

/** One question, old against new, with everything that its figures rest on. @throws {DomainError} `not-found` when neither version asks it. */
export async function readQuestionEvaluation(
  useCase: Pick<UseCase, 'sql'>,
  choice: EvaluationChoice,
  questionKey: string | undefined,
): Promise<QuestionEvaluation> {
  const { old, new: current, questions, reports, answer } = await readEvaluation(useCase, choice)
  const question = questions.find(({ key }) => key === questionKey)
  if (!question) throw new DomainError('not-found')
  const standardIds = [current.id, ...(old ? [old.id] : [])]
  const counted = new Set(reports.map((report) => report.id))
  return {
    old,
    new: current,
    question,
    answers: reports.flatMap((report) => {
      const own = answer(report.id, question.key)
      return own ? [{ report, answer: own }] : []
    }),
    remarks: (await listRemarks(useCase, standardIds, question.key)).filter((remark) => counted.has(remark.reportId)),
    requests: await listRequests(useCase, standardIds, question.key),
    history: await readEvaluationHistory(useCase, current.id, question.key),
  }
}
