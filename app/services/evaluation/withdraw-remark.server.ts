import { recordEvent } from '#app/platform/audit/record-event.server.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { Id } from '#schemas/values.ts'

/** Whose remark it is, for the policy, and the page it was given on. @throws {DomainError} `not-found` for an unknown or malformed id. */
export async function readRemarkPlace(
  { sql }: Pick<UseCase, 'sql'>,
  remarkId: string | undefined,
): Promise<{ id: string; authorId: string; page: string }> {
  if (!Id.safeParse(remarkId).success) throw new DomainError('not-found')
  const [row] = await sql<
    { id: string; authorId: string; sectionId: string | null; release: string | null; section: string | null }[]
  >`
    select remark.id, given_by as "authorId", remark.section_id as "sectionId", release.number as release, released.number as section
    from question_remark remark
    left join release on release.id = remark.release_id
    left join release_section released on released.release_id = remark.release_id and released.section_id = remark.section_id
    where remark.id = ${remarkId!}`
  if (!row) throw new DomainError('not-found')
  const { id, authorId, sectionId, release, section } = row
  const page = release ? `/releases/${release}/remarks/${section}` : sectionId ? `/sections/${sectionId}/remarks` : '/'
  return { id, authorId, page }
}

/** Takes a remark back: it no longer counts and is no longer shown. One that was taken back stays so. @throws {DomainError} `not-found`. */
export async function withdrawRemark(useCase: UseCase, remarkId: string): Promise<void> {
  await withTransaction(useCase.sql, async (tx) => {
    const [remark] = await tx<{ key: string; withdrawn: boolean }[]>`
      select question_key as key, withdrawn_at is not null as withdrawn from question_remark where id = ${remarkId} for update`
    if (!remark) throw new DomainError('not-found')
    if (remark.withdrawn) return
    await tx`update question_remark set withdrawn_at = ${useCase.clock()} where id = ${remarkId}`
    await recordEvent(
      { ...useCase, sql: tx },
      { action: 'remark.withdrawn', objectType: 'question-remark', objectId: remarkId, details: { questionKey: remark.key } },
    )
  })
}
