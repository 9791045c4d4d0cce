import { z } from 'zod'
import type { UseCase } from '#app/platform/context.server.ts'
import { Id } from '#schemas/values.ts'
import { readLock, type Lock } from './read-lock.server.ts'
import { readNote, type Note } from './read-note.server.ts'

const moment = z.date().transform((at) => at.toISOString())
const HandedOver = z.object({
  fromId: Id.nullable(),
  from: z.string().nullable(),
  toId: Id,
  to: z.string(),
  by: z.string(),
  at: moment,
  note: z.string(),
  seenAt: moment.nullable(),
})
const Writer = z.object({ id: Id, name: z.string(), lastAt: moment.nullable() })

/** How a section came to its author, what stands at it for whoever comes next, who wrote in it, and who holds it still. Moments are ISO. */
export type Standing = {
  lock: Lock | null
  handedOver: z.infer<typeof HandedOver> | null
  /** Without words (null) where it was taken away. */
  note: Note | null
  /** Everyone who wrote in it, who did last first; `lastAt` is null for who wrote before there were steps. */
  writers: z.infer<typeof Writer>[]
}

/** The standing of one known section. */
export async function readStanding({ sql }: Pick<UseCase, 'sql'>, sectionId: string): Promise<Standing> {
  const [given] = await sql`
    select from_id as "fromId", giver_from.name as from, to_id as "toId", receiver.name as to, giver.name as by, given_at as at, note,
      seen_at as "seenAt"
    from section_hand_over
    left join app_user giver_from on giver_from.id = from_id
    join app_user receiver on receiver.id = to_id
    join app_user giver on giver.id = given_by
    where section_id = ${sectionId} and ended_at is null`
  const writers = await sql`
    select app_user.id, name, wrote.at as "lastAt"
    from section_contribution
    join app_user on app_user.id = user_id
    left join (select author_id, max(at) as at from section_step where section_id = ${sectionId} group by author_id) wrote
      on wrote.author_id = user_id
    where section_id = ${sectionId} order by "lastAt" desc nulls last, name, app_user.id`
  return {
    lock: await readLock(sql, sectionId),
    handedOver: HandedOver.nullable().parse(given ?? null),
    note: await readNote(sql, sectionId),
    writers: Writer.array().parse([...writers]),
  }
}
