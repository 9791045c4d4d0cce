import { z } from 'zod'
import { recordEvent } from '#app/platform/audit/record-event.server.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { daysBetween, today } from '#app/platform/today.ts'
import { Day, Id } from '#schemas/values.ts'
import { lockConsultation } from './lock-consultation.server.ts'

/** Days experts can be given at most. */
const longest = 365

export const OpenedConsultation = z.object({
  standardId: Id,
  /** What experts are asked, in the words they read. */
  request: z.string().trim().min(10, 'request-too-short').max(4000, 'too-long-4000'),
  /** The last day, Dutch time. */
  closesOn: Day,
  /** The revision the person saw; 0 when there was none. */
  revision: z.coerce.number().int(),
})
export type OpenedConsultation = z.input<typeof OpenedConsultation>

/**
 * Asks external experts for input on a draft, or changes what they are asked and until when.
 * @throws {DomainError} `not-found`; `wrong-state` when it is no draft; `invalid-input`: `closes-in-past`, `closes-too-late`; `conflict`
 * (`changed-meanwhile`) when someone else changed it first.
 */
export async function openConsultation(useCase: UseCase, input: OpenedConsultation): Promise<void> {
  const { standardId, request, closesOn, revision } = OpenedConsultation.parse(input)
  const days = daysBetween(today(useCase.clock), closesOn)
  if (days < 0) throw new DomainError('invalid-input', 'closes-in-past')
  if (days > longest) throw new DomainError('invalid-input', 'closes-too-late')
  await withTransaction(useCase.sql, async (tx) => {
    refuseChanged((await lockConsultation(tx, standardId)).revision, revision)
    await tx`
      update consultation set request = ${request}, closes_on = ${closesOn}, revision = revision + 1,
        opened_by = coalesce(opened_by, ${useCase.actor.id}), opened_at = coalesce(opened_at, ${useCase.clock()})
      where standard_id = ${standardId}`
    await recordEvent(
      { ...useCase, sql: tx },
      { action: 'consultation.opened', objectType: 'consultation', objectId: standardId, details: { closesOn } },
    )
  })
}

/** A consultation begins at revision 1, when nothing was done yet: who saw none (0) saw that. @throws {DomainError} `conflict`. */
export function refuseChanged(current: number, seen: number): void {
  if (current !== Math.max(seen, 1)) throw new DomainError('conflict', 'changed-meanwhile')
}
