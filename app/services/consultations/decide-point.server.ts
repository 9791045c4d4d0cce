import { z } from 'zod'
import { recordEvent } from '#app/platform/audit/record-event.server.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import type { Queryable } from '#app/platform/database/sql.server.ts'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { Id } from '#schemas/values.ts'
import { PointOutcome, type PointAction } from '#schemas/vocabulary.ts'
import { ChangeReason } from '../standard-terms/question-fields.ts'
import { lockPoint, SeenPoint } from './lock-point.server.ts'

export const DecidedPoint = SeenPoint.extend({
  outcome: PointOutcome,
  /** Why, in words that the givers read. */
  reason: ChangeReason,
  /** The question of the version in which it shows; empty for none. */
  questionKey: z
    .string()
    .max(200)
    .transform((key) => key || null)
    .nullable(),
  /** The course or workshop it led to; empty for none. */
  courseId: Id.or(z.literal('').transform(() => null)).nullable(),
})
export type DecidedPoint = z.input<typeof DecidedPoint>

/**
 * Says what became of a point, with a reason that every giver of its input sees (SR-50). A later decision takes the place of an earlier one, which
 * stays readable. What was adopted names where it shows: the question, or the course.
 * @throws {DomainError} `not-found`; `conflict` (`changed-meanwhile`); `wrong-state` (`no-action`) when nothing was said about what to do with it;
 * `invalid-input`: `question-needed`, `course-needed`, `unknown-question`, `unknown-course`.
 */
export async function decidePoint(useCase: UseCase, input: DecidedPoint): Promise<void> {
  const { outcome, reason, questionKey, courseId, ...seen } = DecidedPoint.parse(input)
  const { standardId, number } = seen
  await withTransaction(useCase.sql, async (tx) => {
    const point = await lockPoint(tx, seen)
    if (point.action === null) throw new DomainError('wrong-state', 'no-action')
    if (outcome !== 'not-adopted') refuseNowhere(point.action, questionKey, courseId)
    await refuseUnknown(tx, standardId, questionKey, courseId)
    await tx`
      insert into consultation_outcome (point_id, action, outcome, reason, question_key, course_id, decided_by, decided_at)
      values (${point.id}, ${point.action}, ${outcome}, ${reason}, ${questionKey}, ${courseId}, ${useCase.actor.id}, ${useCase.clock()})`
    await tx`update consultation_point set revision = revision + 1 where id = ${point.id}`
    await recordEvent(
      { ...useCase, sql: tx },
      {
        action: 'consultation.point-decided',
        objectType: 'consultation',
        objectId: standardId,
        details: { number, outcome, questionKey, courseId },
      },
    )
  })
}

function refuseNowhere(action: PointAction, questionKey: string | null, courseId: string | null): void {
  if (action === 'training' && courseId === null) throw new DomainError('invalid-input', 'course-needed')
  if ((action === 'wording' || action === 'question') && questionKey === null)
    throw new DomainError('invalid-input', 'question-needed')
}

async function refuseUnknown(tx: Queryable, standardId: string, questionKey: string | null, courseId: string | null) {
  if (questionKey !== null) {
    const [question] = await tx`select 1 from standard_question where standard_id = ${standardId} and key = ${questionKey}`
    if (!question) throw new DomainError('invalid-input', 'unknown-question')
  }
  if (courseId !== null) {
    const [course] = await tx`select 1 from course where id = ${courseId}`
    if (!course) throw new DomainError('invalid-input', 'unknown-course')
  }
}
