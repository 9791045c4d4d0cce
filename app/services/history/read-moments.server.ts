import { z } from 'zod'
import { pause } from '#editor/history/ledger.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import type { Queryable } from '#app/platform/database/sql.server.ts'
import { Id } from '#schemas/values.ts'
import { restoring } from './restore-text.server.ts'
import { lastReadOf } from './note-reading.server.ts'
import { readHistoryPlace } from './read-history-place.server.ts'

const Iso = z.date().transform((moment) => moment.toISOString())
/** A person wrote, without a pause of more than a quarter of an hour: which versions came in that time, and how many of them are theirs. */
const Sitting = z.object({
  kind: z.literal('writing'),
  personId: Id,
  person: z.string(),
  /** The version before it began. */
  from: z.number().int(),
  version: z.number().int(),
  begunAt: Iso,
  at: Iso,
  /** How many others wrote between its first and last version. */
  others: z.number().int(),
})
/** Something was decided about the text, or it got a name. */
const Mark = z.object({
  kind: z.enum(['named', 'submitted', 'approved', 'returned', 'released', 'restored']),
  version: z.number().int(),
  at: Iso,
  person: z.string(),
  /** The name, the number of the release, or why it was returned. */
  said: z.string(),
  /** Of a name: to take it away again. */
  id: Id.nullable(),
  personId: Id,
})
export const Moment = z.discriminatedUnion('kind', [Sitting, Mark])
export type Moment = z.infer<typeof Moment>

/**
 * What happened to a section's text, newest first: who wrote when, and what was submitted, decided, released, named and restored.
 * @param page from 1. @param most moments on one page. @throws {DomainError} `not-found` for an unknown section.
 */
export async function readMoments(useCase: Pick<UseCase, 'sql' | 'actor'>, sectionId: string | undefined, page = 1, most = 50) {
  const { sql, actor } = useCase
  const place = await readHistoryPlace(useCase, sectionId)
  const all = [...(await sittings(sql, place.id)), ...(await marks(sql, place.id))].sort(
    (one, other) => other.at.localeCompare(one.at) || other.version - one.version,
  )
  return {
    place,
    lastRead: await lastReadOf(sql, place.id, actor.id),
    moments: all.slice((page - 1) * most, page * most),
    total: all.length,
    page,
    pages: Math.max(1, Math.ceil(all.length / most)),
  }
}

async function sittings(sql: Queryable, sectionId: string): Promise<Moment[]> {
  const rows = await sql`
    with step as (
      select version, author_id, at,
        at - lag(at) over (partition by author_id order by version) <= ${pause} * interval '1 millisecond' as going_on
      from section_step where section_id = ${sectionId} and client_id <> ${restoring}
    ), sitting as (
      select *, count(*) filter (where going_on is not true) over (partition by author_id order by version) as number from step
    ), moment as (
      select author_id, min(version) as first, max(version) as last, min(at) as begun, max(at) as ended from sitting group by author_id, number
    )
    select 'writing' as kind, author_id as "personId", name as person, first - 1 as "from", last as version, begun as "begunAt", ended as at,
      (
        select count(distinct other.author_id)::int from moment other
        where other.author_id <> moment.author_id and other.first < moment.last and other.last > moment.first
      ) as others
    from moment join app_user on app_user.id = author_id`
  return Sitting.array().parse([...rows])
}

async function marks(sql: Queryable, sectionId: string): Promise<Moment[]> {
  const rows = await sql`
    select kind, version, at, name as person, said, mark.id, person_id as "personId" from (
      select 'named' as kind, version, named_at as at, named_by as person_id, name as said, id
      from section_named_version where section_id = ${sectionId}
      union all
      select decision, document_version, decided_at, reviewer_id, reason, null from review_decision where section_id = ${sectionId}
      union all
      select case action when 'section.submitted' then 'submitted' else 'restored' end, (details ->> 'version')::int, at, actor_id, '', null
      from audit_event
      where object_type = 'section' and object_id = ${sectionId}::text and action in ('section.submitted', 'section.restored') and result = 'done'
      union all
      select 'released', (
        select document_version from review_decision
        where section_id = ${sectionId} and decision = 'approved' and decided_at <= released_at order by decided_at desc limit 1
      ), released_at, released_by, release.number, null
      from release join release_section on release_id = release.id where section_id = ${sectionId}
    ) mark (kind, version, at, person_id, said, id)
    join app_user on app_user.id = person_id
    where version is not null`
  return Mark.array().parse([...rows])
}
