import { z } from 'zod'
import type { Queryable } from '#app/platform/database/sql.server.ts'

const Note = z.object({
  revision: z.number().int(),
  /** Null where the note was taken away. */
  body: z.string().nullable(),
  by: z.string(),
  at: z.date().transform((at) => at.toISOString()),
})
/** What stands at a section for whoever comes next: the words, by whom, since when (ISO). */
export type Note = z.infer<typeof Note>

/** Null where nobody ever left one. */
export async function readNote(sql: Queryable, sectionId: string): Promise<Note | null> {
  const [row] = await sql`
    select revision, body, app_user.name as by, left_at as at from section_note join app_user on app_user.id = left_by
    where section_id = ${sectionId}`
  return Note.nullable().parse(row ?? null)
}
