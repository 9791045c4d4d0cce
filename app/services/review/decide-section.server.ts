import { z } from 'zod'
import { isSettled } from '#editor/document/settled.ts'
import { withoutEditing } from '#editor/document/without-editing.ts'
import { recordEvent } from '#app/platform/audit/record-event.server.ts'
import { hashOf } from '#app/platform/canonical-json.server.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { allows } from '#app/policies/policies.ts'
import { SectionStatus } from '#schemas/vocabulary.ts'
import { announceText } from '../sections/section-hub.server.ts'
import { lockSection } from './lock-section.server.ts'

/** Why a section goes back: in words the author can work with. */
export const ReturnReason = z.string().trim().min(10, 'reason-too-short').max(4000, 'too-long')

/** What the one who decides had before them; without it the decision is about the section as it stands. */
export const SeenSection = z.object({ status: SectionStatus, version: z.coerce.number().int().min(0) })
export type SeenSection = z.infer<typeof SeenSection>

/**
 * Approves the text as it stands: its version and hash are kept with the decision, so that a release can prove it issues what was approved.
 * @throws {DomainError} `not-found`; `wrong-state` when it is not in review (any more); `not-allowed` for someone who wrote in it; `conflict`
 * when it is no longer what was seen; `invalid-input` (`unsettled`) when suggestions, notes without a source or guidance are left in it.
 */
export async function approveSection(useCase: UseCase, sectionId: string, seen?: SeenSection): Promise<void> {
  await decide(useCase, { sectionId, decision: 'approved', reason: '', seen })
}

/**
 * Gives a section back to its author, with the reason. An approved section can be given back too.
 * @throws {DomainError} as `approveSection`; {ZodError} on a missing or too short reason.
 */
export async function returnSection(
  useCase: UseCase,
  { sectionId, reason, seen }: { sectionId: string; reason: string; seen?: SeenSection | undefined },
): Promise<void> {
  await decide(useCase, { sectionId, decision: 'returned', reason: ReturnReason.parse(reason), seen })
}

type Decision = { sectionId: string; decision: 'approved' | 'returned'; reason: string; seen: SeenSection | undefined }

async function decide(useCase: UseCase, { sectionId, decision, reason, seen }: Decision): Promise<void> {
  await withTransaction(useCase.sql, async (tx) => {
    const section = await lockSection({ ...useCase, sql: tx }, sectionId)
    // A decision is about what was read. Without this, an approval and a return at the same moment would both count: the second would undo the
    // first unseen.
    if (seen && (seen.status !== section.status || seen.version !== section.version)) {
      throw new DomainError('conflict', 'section-changed')
    }
    const open = section.status === 'in-review' || (decision === 'returned' && section.status === 'approved')
    if (!open) throw new DomainError('wrong-state', 'section-not-in-review')
    // Asked again under the lock: who wrote may have changed since the page was opened.
    const action = decision === 'approved' ? 'section.approve' : 'section.return'
    if (!allows(useCase.actor, action, section)) throw new DomainError('not-allowed', action)
    if (decision === 'approved' && !isSettled(section.document)) throw new DomainError('invalid-input', 'unsettled')
    const hash = hashOf(withoutEditing(section.document))
    await tx`
      insert into review_decision (section_id, reviewer_id, decision, reason, document_version, document_hash, decided_at)
      values (${sectionId}, ${useCase.actor.id}, ${decision}, ${reason}, ${section.version}, ${hash}, ${useCase.clock()})`
    await tx`update section set status = ${decision} where id = ${sectionId}`
    await announceText(tx, sectionId)
    const { version } = section
    await recordEvent(
      { ...useCase, sql: tx },
      decision === 'approved'
        ? { action: 'section.approved', objectType: 'section', objectId: sectionId, details: { version, hash } }
        : { action: 'section.returned', objectType: 'section', objectId: sectionId, details: { version, reason } },
    )
  })
}
