import { stepOf } from '#editor/collaboration/authority.ts'
import type { MadeStep } from '#editor/history/follow.ts'
import type { Queryable } from '#app/platform/database/sql.server.ts'
import { DomainError } from '#app/platform/errors.ts'

/**
 * The steps after one version up to another, in order, each with who made it and when.
 * @throws {DomainError} `not-found` when they are not all there: the text was saved whole then.
 */
export async function stepsMade(sql: Queryable, sectionId: string, from: number, to: number): Promise<MadeStep[]> {
  const rows = await sql<{ step: unknown; authorId: string; at: Date }[]>`
    select step, author_id as "authorId", at from section_step
    where section_id = ${sectionId} and version > ${from} and version <= ${to} order by version`
  if (rows.length !== Math.max(0, to - from)) throw new DomainError('not-found')
  return rows.map(({ step, authorId, at }) => ({ step: stepOf(step), authorId, at: at.getTime() }))
}
