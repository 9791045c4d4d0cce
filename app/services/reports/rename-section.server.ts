import { z } from 'zod'
import { recordEvent } from '#app/platform/audit/record-event.server.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import { DomainError } from '#app/platform/errors.ts'

export const SectionTitle = z.string().trim().min(1, 'needed').max(200, 'too-long')

/** Gives a section another title, e.g. one that fits the country. @throws {DomainError} `not-found`, or `wrong-state` once it is approved. */
export async function renameSection(useCase: UseCase, input: { sectionId: string; title: string }): Promise<void> {
  const title = SectionTitle.parse(input.title)
  await withTransaction(useCase.sql, async (tx) => {
    const [section] = await tx`select title, status from section where id = ${input.sectionId} for update`
    if (!section) throw new DomainError('not-found')
    if (section.status === 'approved') throw new DomainError('wrong-state', 'section-approved')
    await tx`update section set title = ${title} where id = ${input.sectionId}`
    await recordEvent(
      { ...useCase, sql: tx },
      {
        action: 'section.renamed',
        objectType: 'section',
        objectId: input.sectionId,
        details: { from: section.title, to: title },
      },
    )
  })
}
