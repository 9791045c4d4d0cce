import { z } from 'zod'
import { recordEvent } from '#app/platform/audit/record-event.server.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { allows } from '#app/policies/policies.ts'
import { Id } from '#schemas/values.ts'
import { readSectionStates } from '../reports/section-state.server.ts'
import { mustBeAuthor, setAuthor } from '../reports/set-author.server.ts'
import { longestNote } from './longest-note.ts'

export const HandOver = z.object({
  /** Who is to be the author. */
  to: Id,
  /** Who was the author on the page this was decided on; null for nobody. */
  from: Id.nullable(),
  /** A word for the new author; may be empty. */
  note: z.string().trim().max(longestNote, 'too-long'),
})
export type HandOver = z.infer<typeof HandOver>

/**
 * Makes another author responsible for a section, with a word for them.
 * @throws {DomainError} `not-found` · `conflict` `author-changed` when it is no longer with whom it was on the page · `wrong-state` `section-closed` when
 * it is in review or approved · `not-allowed` · `invalid-input`: `not-an-author`, `already-theirs`.
 */
export async function handOverSection(useCase: UseCase, sectionId: string, input: HandOver): Promise<void> {
  const { to, from, note } = HandOver.parse(input)
  await withTransaction(useCase.sql, async (tx) => {
    const inside = { ...useCase, sql: tx }
    const [section] = await readSectionStates(tx, [sectionId], true)
    if (section!.status !== 'draft' && section!.status !== 'returned') throw new DomainError('wrong-state', 'section-closed')
    // Of two who hand over at once the second would otherwise take it from somebody they never heard of.
    if (section!.authorId !== from) throw new DomainError('conflict', 'author-changed')
    if (!allows(useCase.actor, 'section.hand-over', section!)) throw new DomainError('not-allowed', 'section.hand-over')
    if (to === from) throw new DomainError('invalid-input', 'already-theirs')
    await mustBeAuthor(tx, to)
    await setAuthor(inside, sectionId, to)
    await tx`
      insert into section_hand_over (section_id, from_id, to_id, given_by, given_at, note)
      values (${sectionId}, ${from}, ${to}, ${useCase.actor.id}, ${useCase.clock()}, ${note})`
    await recordEvent(inside, {
      action: 'section.handed-over',
      objectType: 'section',
      objectId: sectionId,
      details: { from, to },
    })
  })
}
