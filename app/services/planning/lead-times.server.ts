import { z } from 'zod'
import type { UseCase } from '#app/platform/context.server.ts'
import type { Queryable } from '#app/platform/database/sql.server.ts'
import { milestones, Milestone } from '#schemas/vocabulary.ts'
import { TermsKind } from '../terms-of-reference/terms-kind.ts'

const LeadTime = z.object({
  kind: TermsKind,
  months: z.number().int(),
  shares: z.record(Milestone, z.number()),
  revision: z.number().int(),
  reason: z.string().nullable(),
  setBy: z.string().nullable(),
  setAt: z.date().nullable(),
})
export type LeadTime = z.infer<typeof LeadTime>

/** How long a report of each kind may take, in months, and where its milestones lie in that time (SR-11). */
export async function readLeadTimes({ sql }: Pick<UseCase, 'sql'>): Promise<LeadTime[]> {
  return z.array(LeadTime).parse(
    await sql`
    select kind, months, shares, revision, reason, app_user.name as "setBy", set_at as "setAt"
    from lead_time left join app_user on app_user.id = set_by order by kind`,
  )
}

/** The same for one kind of report. */
export async function readLeadTime(sql: Queryable, kind: z.infer<typeof TermsKind>): Promise<LeadTime> {
  return (await readLeadTimes({ sql })).find((it) => it.kind === kind)!
}

/** Writes the first plan of new terms of reference: the milestones spread between the start and the agreed date. */
export async function addPlan(
  tx: Queryable,
  { termsId, startsOn, dates }: { termsId: string; startsOn: string; dates: Record<Milestone, string> },
): Promise<void> {
  await tx`insert into terms_plan (terms_id, starts_on) values (${termsId}, ${startsOn})`
  for (const milestone of milestones) {
    await tx`
      insert into terms_milestone (terms_id, milestone, first_planned_on, planned_on)
      values (${termsId}, ${milestone}, ${dates[milestone]}, ${dates[milestone]})`
  }
}
