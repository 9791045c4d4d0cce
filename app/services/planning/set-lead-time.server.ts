import { z } from 'zod'
import type { JSONValue } from 'postgres'
import { recordEvent } from '#app/platform/audit/record-event.server.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { milestones, Milestone } from '#schemas/vocabulary.ts'
import { Reason } from '../terms-of-reference/drop-question.server.ts'
import { TermsKind } from '../terms-of-reference/terms-kind.ts'

const share = z.coerce.number('share-needed').int('share-needed').min(0, 'share-needed').max(100, 'share-needed')

export const NewLeadTime = z
  .object({
    kind: TermsKind,
    /** The revision the person saw. */
    revision: z.coerce.number().int(),
    months: z.coerce.number('months-needed').int('months-needed').min(1, 'months-needed').max(36, 'months-needed'),
    shares: z.record(Milestone, share),
    reason: Reason,
  })
  .superRefine(({ shares }, context) => {
    for (const [index, milestone] of milestones.entries()) {
      const previous = milestones[index - 1]
      if (previous && shares[milestone] < shares[previous])
        context.addIssue({ code: 'custom', path: ['shares', milestone], message: 'share-before-previous' })
    }
    if (shares.released !== 100) context.addIssue({ code: 'custom', path: ['shares', 'released'], message: 'released-is-100' })
  })
export type NewLeadTime = z.input<typeof NewLeadTime>

/**
 * Sets how long reports of a kind may take and where their milestones lie, for terms of reference drawn up from now on. Plans that are there stay.
 * @throws {DomainError} `conflict` (`lead-time-changed`) when someone set it meanwhile.
 */
export async function setLeadTime(useCase: UseCase, input: NewLeadTime): Promise<void> {
  const { kind, revision, months, shares, reason } = NewLeadTime.parse(input)
  await withTransaction(useCase.sql, async (tx) => {
    const [changed] = await tx`
      update lead_time set months = ${months}, shares = ${tx.json(shares as JSONValue)}, reason = ${reason}, revision = revision + 1,
        set_by = ${useCase.actor.id}, set_at = ${useCase.clock()}
      where kind = ${kind} and revision = ${revision} returning kind`
    if (!changed) throw new DomainError('conflict', 'lead-time-changed')
    await recordEvent(
      { ...useCase, sql: tx },
      { action: 'lead-time.set', objectType: 'lead-time', objectId: kind, details: { months, reason } },
    )
  })
}
