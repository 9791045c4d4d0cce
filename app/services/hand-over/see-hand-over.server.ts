import { recordEvent } from '#app/platform/audit/record-event.server.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { Id } from '#schemas/values.ts'

/**
 * The new author has seen that a section is theirs now. Said twice it is as said once.
 * @throws {DomainError} `not-found` when it was not handed to the actor, or has gone on to somebody else.
 */
export async function seeHandOver(useCase: UseCase, sectionId: string | undefined): Promise<void> {
  if (!Id.safeParse(sectionId).success) throw new DomainError('not-found')
  await withTransaction(useCase.sql, async (tx) => {
    const [given] = await tx<{ id: string; from: string | null; seen: boolean }[]>`
      select id, from_id as from, seen_at is not null as seen from section_hand_over
      where section_id = ${sectionId!} and to_id = ${useCase.actor.id} and ended_at is null for update`
    if (!given) throw new DomainError('not-found')
    if (given.seen) return
    await tx`update section_hand_over set seen_at = ${useCase.clock()} where id = ${given.id}`
    await recordEvent(
      { ...useCase, sql: tx },
      { action: 'section.hand-over-seen', objectType: 'section', objectId: sectionId!, details: { from: given.from } },
    )
  })
}
