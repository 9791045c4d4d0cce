import { z } from 'zod'
import { recordEvent } from '#app/platform/audit/record-event.server.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { Day, Id } from '#schemas/values.ts'
import { PointAction } from '#schemas/vocabulary.ts'
import { lockPoint, SeenPoint } from './lock-point.server.ts'
import { isOwner } from './read-owners.server.ts'

const emptyAsNone = z.literal('').transform(() => null)

export const PlannedAction = SeenPoint.extend({
  action: PointAction,
  ownerId: Id.or(emptyAsNone).nullable(),
  /** Before when it is done, `YYYY-MM-DD`. */
  dueOn: Day.or(emptyAsNone).nullable(),
  /** What is to be done, or why nothing is. */
  explanation: z.string().trim().max(2000, 'too-long'),
}).superRefine((given, context) => {
  const need = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
  if (given.action === 'none') {
    if (given.explanation.length < 10) need('explanation', 'explanation-too-short')
    return
  }
  if (given.ownerId === null) need('ownerId', 'owner-needed')
  if (given.dueOn === null) need('dueOn', 'due-needed')
})
export type PlannedAction = z.input<typeof PlannedAction>

/**
 * Says what is done with a point: a wording, a question, a training, or nothing; who does it and before when (SR-51). Again as long as it is
 * undecided.
 * @throws {DomainError} `not-found`; `conflict`: `changed-meanwhile`, `point-decided`; `invalid-input` (`unknown-owner`).
 */
export async function planAction(useCase: UseCase, input: PlannedAction): Promise<void> {
  const { action, explanation, ...given } = PlannedAction.parse(input)
  const { standardId, number } = given
  const [ownerId, dueOn] = action === 'none' ? [null, null] : [given.ownerId, given.dueOn]
  await withTransaction(useCase.sql, async (tx) => {
    const point = await lockPoint(tx, given)
    if (point.decided) throw new DomainError('conflict', 'point-decided')
    if (ownerId !== null && !(await isOwner({ sql: tx }, ownerId))) throw new DomainError('invalid-input', 'unknown-owner')
    await tx`
      update consultation_point set action = ${action}, owner_id = ${ownerId}, due_on = ${dueOn}, explanation = ${explanation || null},
        revision = revision + 1
      where id = ${point.id}`
    await recordEvent(
      { ...useCase, sql: tx },
      {
        action: 'consultation.action-planned',
        objectType: 'consultation',
        objectId: standardId,
        details: { number, action, ownerId, dueOn },
      },
    )
  })
}
