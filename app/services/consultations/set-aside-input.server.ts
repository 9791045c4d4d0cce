import { z } from 'zod'
import { recordEvent } from '#app/platform/audit/record-event.server.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { Id } from '#schemas/values.ts'
import { ChangeReason } from '../standard-terms/question-fields.ts'
import { lockConsultation } from './lock-consultation.server.ts'
import { lockInput } from './lock-input.server.ts'

export const SetAsideInput = z.object({
  standardId: Id,
  number: z.coerce.number().int().min(1).max(1_000_000),
  reason: ChangeReason,
})
export type SetAsideInput = z.input<typeof SetAsideInput>

/**
 * No point comes from this input: its giver sees why (SR-50). When later a point is distilled from it after all, that takes its place.
 * @throws {DomainError} `not-found`; `conflict` (`input-treated`) when a point was distilled from it, or someone set it aside first.
 */
export async function setAsideInput(useCase: UseCase, input: SetAsideInput): Promise<void> {
  const { standardId, number, reason } = SetAsideInput.parse(input)
  await withTransaction(useCase.sql, async (tx) => {
    await lockConsultation(tx, standardId, { draftOnly: false })
    const current = await lockInput(tx, standardId, number)
    if (current.distilled || current.setAside) throw new DomainError('conflict', 'input-treated')
    await tx`
      update consultation_input set set_aside_reason = ${reason}, set_aside_by = ${useCase.actor.id}, set_aside_at = ${useCase.clock()}
      where id = ${current.id}`
    await recordEvent(
      { ...useCase, sql: tx },
      { action: 'consultation.input-set-aside', objectType: 'consultation', objectId: standardId, details: { number } },
    )
  })
}
