import { blockText } from '#editor/document/schema.ts'
import { isSettled } from '#editor/document/settled.ts'
import { recordEvent } from '#app/platform/audit/record-event.server.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { announceText } from '../sections/section-hub.server.ts'
import { lockSection } from './lock-section.server.ts'

/**
 * Hands a section to the reviewers; from then on its text stands still until it is returned.
 * @throws {DomainError} `not-found`; `wrong-state` when it is in review or approved already; `invalid-input` (`no-as-of-date`, `unsettled`, `no-text`)
 * when a reader could not tell how old it is, something in it is meant for its writer only, or there is nothing to read.
 */
export async function submitSection(useCase: UseCase, sectionId: string): Promise<void> {
  await withTransaction(useCase.sql, async (tx) => {
    const section = await lockSection({ ...useCase, sql: tx }, sectionId)
    if (section.status !== 'draft' && section.status !== 'returned') throw new DomainError('wrong-state', 'section-closed')
    if (section.asOfDate === null) throw new DomainError('invalid-input', 'no-as-of-date')
    if (!isSettled(section.document)) throw new DomainError('invalid-input', 'unsettled')
    if (blockText(section.document).trim() === '') throw new DomainError('invalid-input', 'no-text')
    await tx`
      update section set status = 'in-review', submitted_by = ${useCase.actor.id}, submitted_at = ${useCase.clock()} where id = ${sectionId}`
    await announceText(tx, sectionId)
    await recordEvent(
      { ...useCase, sql: tx },
      { action: 'section.submitted', objectType: 'section', objectId: sectionId, details: { version: section.version } },
    )
  })
}
