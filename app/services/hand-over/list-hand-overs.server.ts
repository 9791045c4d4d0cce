import { z } from 'zod'
import type { UseCase } from '#app/platform/context.server.ts'
import { Id } from '#schemas/values.ts'

const HandedOver = z.object({
  sectionId: Id,
  number: z.string(),
  title: z.string(),
  reportTitle: z.string(),
  by: z.string(),
  givenAt: z.date(),
  note: z.string(),
})
export type HandedOver = z.infer<typeof HandedOver>

/** Sections that were handed to this person and that they did not say to have seen yet. The newest first. */
export async function listHandOvers({ sql, actor }: Pick<UseCase, 'sql' | 'actor'>, most: number): Promise<HandedOver[]> {
  const rows = await sql`
    select section.id as "sectionId", section.number, section.title, report.title as "reportTitle", giver.name as by,
      given_at as "givenAt", note
    from section_hand_over
    join section on section.id = section_id
    join report on report.id = report_id
    join app_user giver on giver.id = given_by
    where to_id = ${actor.id} and ended_at is null and seen_at is null
    order by given_at desc, section.id
    limit ${most}`
  return HandedOver.array().parse([...rows])
}
