import { z } from 'zod'
import type { UseCase } from '#app/platform/context.server.ts'
import { StandardChangeKind } from '#schemas/vocabulary.ts'

const Change = z.object({
  id: z.number().int(),
  at: z.date(),
  /** Null for what came with the product. */
  by: z.string().nullable(),
  organisation: z.string().nullable(),
  /** The version it was a change of. */
  version: z.string(),
  kind: StandardChangeKind,
  questionKey: z.string().nullable(),
  nodeKey: z.string().nullable(),
  reason: z.string().nullable(),
  before: z.record(z.string(), z.unknown()).nullable(),
  after: z.record(z.string(), z.unknown()).nullable(),
})
export type Change = z.infer<typeof Change>

/** How many changes one page shows. */
const limit = 200

/** The changes of a version, newest first. @returns at most 200, and how many there are. */
export async function readHistory(
  { sql }: Pick<UseCase, 'sql'>,
  standardId: string,
): Promise<{ changes: Change[]; total: number }> {
  const changes = z.array(Change).parse(
    await sql`
    select ${columns(sql)} where change.standard_id = ${standardId} order by change.id desc limit ${limit}`,
  )
  const [row] = await sql<{ total: number }[]>`select count(*) as total from standard_change where standard_id = ${standardId}`
  return { changes, total: row!.total }
}

/** The changes of one question in a version and in those it goes back to, newest first, at most 200. */
export async function readQuestionHistory(
  { sql }: Pick<UseCase, 'sql'>,
  standardId: string,
  questionKey: string,
): Promise<Change[]> {
  return z.array(Change).parse(
    await sql`
    with recursive line (id, based_on_id) as (
      select id, based_on_id from standard_terms where id = ${standardId}
      union
      select earlier.id, earlier.based_on_id from standard_terms earlier join line on earlier.id = line.based_on_id
    )
    select ${columns(sql)}
    where change.question_key = ${questionKey} and change.standard_id in (select id from line)
    order by change.id desc limit ${limit}`,
  )
}

const columns = (sql: UseCase['sql']) => sql`
  change.id, change.at, person.name as by, organisation.code as organisation, standard.version, change.kind,
  change.question_key as "questionKey", change.node_key as "nodeKey", change.reason, change.before, change.after
  from standard_change change
  join standard_terms standard on standard.id = change.standard_id
  left join app_user person on person.id = change.actor_id
  left join organisation on organisation.id = person.organisation_id`
