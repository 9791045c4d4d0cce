import { recordEvent } from '#app/platform/audit/record-event.server.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { today } from '#app/platform/today.ts'
import { Day } from '#schemas/values.ts'
import { readSectionStates } from './section-state.server.ts'

/**
 * Says up to which day the facts of sections go: all of them or none.
 * @returns how many sections got another date.
 * @throws {DomainError} `not-found` for an unknown section; `invalid-input` for a day that does not exist or has yet to come; `wrong-state`
 * when any section is in review or approved.
 */
export async function setAsOfDates(
  useCase: UseCase,
  input: { sectionIds: readonly string[]; asOfDate: string },
): Promise<number> {
  const day = Day.safeParse(input.asOfDate)
  if (!day.success) throw new DomainError('invalid-input', 'no-such-day')
  if (day.data > today(useCase.clock)) throw new DomainError('invalid-input', 'day-to-come')
  return withTransaction(useCase.sql, async (tx) => {
    const sections = await readSectionStates(tx, [...new Set(input.sectionIds)], true)
    if (sections.some(({ status }) => status !== 'draft' && status !== 'returned'))
      throw new DomainError('wrong-state', 'section-closed')
    let changed = 0
    for (const { id } of sections) {
      const rows = await tx`
        update section set as_of_date = ${day.data} where id = ${id} and as_of_date is distinct from ${day.data}::date returning id`
      if (rows.length === 0) continue
      changed++
      await recordEvent(
        { ...useCase, sql: tx },
        { action: 'section.dated', objectType: 'section', objectId: id, details: { asOfDate: day.data } },
      )
    }
    return changed
  })
}

/** The same for one section. */
export const setAsOfDate = (useCase: UseCase, sectionId: string, asOfDate: string): Promise<number> =>
  setAsOfDates(useCase, { sectionIds: [sectionId], asOfDate })
