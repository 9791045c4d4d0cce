import type { UseCase } from '#app/platform/context.server.ts'
import type { Queryable } from '#app/platform/database/sql.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { Id } from '#schemas/values.ts'

/** @throws {DomainError} `invalid-input` `not-an-author` for whoever is not an active author. */
export async function mustBeAuthor(sql: Queryable, userId: string): Promise<void> {
  const [author] = Id.safeParse(userId).success
    ? await sql`
        select 1 from app_user join user_role on user_id = app_user.id and role = 'author' where app_user.id = ${userId} and active`
    : []
  if (!author) throw new DomainError('invalid-input', 'not-an-author')
}

/** Makes somebody, or nobody (null), the author of a section that is held. What was handed over before is thereby over. */
export async function setAuthor({ sql: tx, clock }: UseCase, sectionId: string, authorId: string | null): Promise<void> {
  await tx`update section set author_id = ${authorId} where id = ${sectionId}`
  await tx`update section_hand_over set ended_at = ${clock()} where section_id = ${sectionId} and ended_at is null`
}
