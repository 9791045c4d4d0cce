import { recordEvent } from '#app/platform/audit/record-event.server.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { Id } from '#schemas/values.ts'

/**
 * Takes a dismissal back: the hint speaks again. Who had left the wording as it was, and why, stays in the history.
 * @throws {DomainError} `not-found`; `conflict` (`dismissal-withdrawn`) when someone else took it back first.
 */
export async function withdrawDismissal(useCase: UseCase, dismissalId: string): Promise<void> {
  if (!Id.safeParse(dismissalId).success) throw new DomainError('not-found')
  await withTransaction(useCase.sql, async (tx) => {
    const [row] = await tx`select rule, withdrawn_at from wording_dismissal where id = ${dismissalId} for update`
    if (!row) throw new DomainError('not-found')
    if (row.withdrawn_at !== null) throw new DomainError('conflict', 'dismissal-withdrawn')
    await tx`
      update wording_dismissal set withdrawn_by = ${useCase.actor.id}, withdrawn_at = ${useCase.clock()} where id = ${dismissalId}`
    await recordEvent(
      { ...useCase, sql: tx },
      {
        action: 'wording.dismissal-withdrawn',
        objectType: 'wording-dismissal',
        objectId: dismissalId,
        details: { rule: String(row.rule) },
      },
    )
  })
}
