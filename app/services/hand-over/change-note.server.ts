import { z } from 'zod'
import { recordEvent } from '#app/platform/audit/record-event.server.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { readSectionStates } from '../reports/section-state.server.ts'
import { longestNote } from './longest-note.ts'

export const SectionNote = z.object({
  /** The words; null takes the note away. */
  body: z.string().trim().min(1, 'needed').max(longestNote, 'too-long').nullable(),
  /** The note that was on the page; 0 where there never was one. */
  revision: z.coerce.number().int().min(0),
})
export type SectionNote = z.infer<typeof SectionNote>

/**
 * Leaves a note at a section for whoever comes next, in the place of the one that was there, or takes that away.
 * @throws {DomainError} `not-found` · `conflict` `note-changed` when another note stands there by now than was on the page · {ZodError}.
 */
export async function changeNote(useCase: UseCase, sectionId: string, input: SectionNote): Promise<void> {
  const { body, revision } = SectionNote.parse(input)
  const { actor, clock } = useCase
  await withTransaction(useCase.sql, async (tx) => {
    await readSectionStates(tx, [sectionId], true)
    const [note] = await tx<{ revision: number; empty: boolean }[]>`
      select revision, body is null as empty from section_note where section_id = ${sectionId}`
    if ((note?.revision ?? 0) !== revision) throw new DomainError('conflict', 'note-changed')
    if (body === null && (note?.empty ?? true)) return
    await tx`
      insert into section_note (section_id, revision, body, left_by, left_at)
      values (${sectionId}, ${revision + 1}, ${body}, ${actor.id}, ${clock()})
      on conflict (section_id) do update
      set revision = excluded.revision, body = excluded.body, left_by = excluded.left_by, left_at = excluded.left_at`
    await recordEvent(
      { ...useCase, sql: tx },
      {
        action: body === null ? 'section.note-taken-away' : 'section.note-left',
        objectType: 'section',
        objectId: sectionId,
        details: { revision: revision + 1 },
      },
    )
  })
}
