import { z } from 'zod'
import type { UseCase } from '#app/platform/context.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { SectionDocument } from '#schemas/document.ts'
import { Day, Id } from '#schemas/values.ts'
import { SectionStatus } from '#schemas/vocabulary.ts'
import { settleText } from '../sections/settle-text.server.ts'

const LockedSection = z.object({
  status: SectionStatus,
  authorId: Id.nullable(),
  contributorIds: z.array(Id),
  asOfDate: Day.nullable(),
  version: z.number().int(),
  document: SectionDocument,
})

/** A section with its text as they are now, held until the end of the transaction. @throws {DomainError} `not-found`. */
export async function lockSection(useCase: UseCase, sectionId: string) {
  const { sql: tx } = useCase
  if (!Id.safeParse(sectionId).success) throw new DomainError('not-found')
  // Two statements: one that had to wait for the lock would still see the text and its writers as they were before it waited.
  await tx`select 1 from section where id = ${sectionId} for update`
  const [text] = await tx`select 1 from section_document where section_id = ${sectionId}`
  if (!text) throw new DomainError('not-found')
  await settleText(useCase, sectionId)
  const [row] = await tx`
    select status, author_id as "authorId", as_of_date as "asOfDate", version, document,
      array(select user_id from section_contribution where section_id = section.id) as "contributorIds"
    from section join section_document on section_document.section_id = section.id
    where section.id = ${sectionId}`
  if (!row) throw new DomainError('not-found')
  return LockedSection.parse(row)
}
