import { z } from 'zod'
import type { Queryable } from '#app/platform/database/sql.server.ts'

const Lock = z.object({
  why: z.enum(['in-review', 'approved']),
  /** Who submitted it, or who approved it. */
  by: z.string().nullable(),
  at: z
    .date()
    .nullable()
    .transform((at) => at?.toISOString() ?? null),
})
/** Why the text of a section stands still: by whom, and since when (ISO). */
export type Lock = z.infer<typeof Lock>

/** Null while it can be written in. */
export async function readLock(sql: Queryable, sectionId: string): Promise<Lock | null> {
  const [row] = await sql`
    select section.status as why, coalesce(reviewer.name, submitter.name) as by, coalesce(approval.decided_at, submitted_at) as at
    from section
    left join lateral (
      select reviewer_id, decided_at from review_decision
      where section_id = section.id and decision = 'approved' and section.status = 'approved' order by decided_at desc limit 1
    ) approval on true
    left join app_user reviewer on reviewer.id = approval.reviewer_id
    left join app_user submitter on submitter.id = submitted_by
    where section.id = ${sectionId} and section.status in ('in-review', 'approved')`
  return Lock.nullable().parse(row ?? null)
}
