import { recordEvent } from '#app/platform/audit/record-event.server.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { readSectionStates } from './section-state.server.ts'
import { mustBeAuthor, setAuthor } from './set-author.server.ts'

/**
 * Gives sections to one author, or to nobody (null): all of them or none. Those that were theirs already are left alone.
 * @returns how many sections changed hands.
 * @throws {DomainError} `not-found` for an unknown section; `invalid-input` when the person is not an active author; `wrong-state` when any
 * section is in review or approved.
 */
export async function assignAuthors(
  useCase: UseCase,
  input: { sectionIds: readonly string[]; authorId: string | null },
): Promise<number> {
  const { sectionIds, authorId } = input
  return withTransaction(useCase.sql, async (tx) => {
    if (authorId !== null) await mustBeAuthor(tx, authorId)
    const sections = await readSectionStates(tx, [...new Set(sectionIds)], true)
    if (sections.some(({ status }) => status !== 'draft' && status !== 'returned'))
      throw new DomainError('wrong-state', 'section-closed')
    const changed = sections.filter((section) => section.authorId !== authorId)
    for (const { id } of changed) {
      await setAuthor({ ...useCase, sql: tx }, id, authorId)
      await recordEvent(
        { ...useCase, sql: tx },
        { action: 'section.assigned', objectType: 'section', objectId: id, details: { authorId } },
      )
    }
    return changed.length
  })
}

/** The same for one section. */
export const assignAuthor = (useCase: UseCase, sectionId: string, authorId: string | null): Promise<number> =>
  assignAuthors(useCase, { sectionIds: [sectionId], authorId })
