import { recordEvent } from '#app/platform/audit/record-event.server.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { Id } from '#schemas/values.ts'

/**
 * Its writer has dealt with a kept copy: it is no longer shown. The row stays, so that nothing is ever lost by a wrong click.
 * @throws {DomainError} `not-found` when it is not theirs or not in this section.
 */
export async function settleCopy(useCase: UseCase, { sectionId, copyId }: { sectionId: string; copyId: string }): Promise<void> {
  if (!Id.safeParse(copyId).success || !Id.safeParse(sectionId).success) throw new DomainError('not-found')
  await withTransaction(useCase.sql, async (tx) => {
    const [copy] = await tx`
      select settled_at as "settledAt" from section_kept_copy
      where id = ${copyId} and section_id = ${sectionId} and user_id = ${useCase.actor.id} for update`
    if (!copy) throw new DomainError('not-found')
    if (copy.settledAt) return
    await tx`update section_kept_copy set settled_at = ${useCase.clock()} where id = ${copyId}`
    await recordEvent(
      { ...useCase, sql: tx },
      { action: 'section.copy-settled', objectType: 'section', objectId: sectionId, details: { copyId } },
    )
  })
}
