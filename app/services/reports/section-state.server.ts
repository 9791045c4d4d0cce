import { z } from 'zod'
import type { UseCase } from '#app/platform/context.server.ts'
import type { Queryable } from '#app/platform/database/sql.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { Id } from '#schemas/values.ts'
import { SectionStatus } from '#schemas/vocabulary.ts'

const SectionStateRow = z.object({
  id: Id,
  reportId: Id,
  number: z.string(),
  status: SectionStatus,
  authorId: Id.nullable(),
  contributorIds: z.array(Id),
})
/** What policies about a section look at (app/policies), with which section it is. */
export type SectionStateRow = z.infer<typeof SectionStateRow>

/**
 * The states of sections that hold text, in the order of their ids as given.
 * @param lock holds the rows until the end of the transaction.
 * @throws {DomainError} `not-found` when any id is malformed, unknown, or a chapter's.
 */
export async function readSectionStates(sql: Queryable, ids: readonly string[], lock = false): Promise<SectionStateRow[]> {
  if (!z.array(Id).safeParse(ids).success) throw new DomainError('not-found')
  // Locked in one order, so that two people who choose the same sections cannot wait for each other.
  const rows = await sql`
    select id, report_id as "reportId", number, status, author_id as "authorId",
      array(select user_id from section_contribution where section_id = section.id) as "contributorIds"
    from section where id = any(${ids as string[]}::uuid[]) and exists (select from section_document where section_id = section.id)
    order by id ${lock ? sql`for update` : sql``}`
  const states = new Map(
    z
      .array(SectionStateRow)
      .parse(rows)
      .map((state) => [state.id, state]),
  )
  return ids.map((id) => {
    const state = states.get(id)
    if (!state) throw new DomainError('not-found')
    return state
  })
}

/** The states of sections chosen on the page of a report. @throws {DomainError} `not-found` when any is not one of that report. */
export async function readChosenSections({ sql }: Pick<UseCase, 'sql'>, reportId: string, ids: readonly string[]) {
  const sections = await readSectionStates(sql, ids)
  if (sections.some((section) => section.reportId !== reportId)) throw new DomainError('not-found')
  return sections
}
