import { z } from 'zod'
import { recordEvent } from '#app/platform/audit/record-event.server.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import type { Queryable } from '#app/platform/database/sql.server.ts'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { CountryCode, Id } from '#schemas/values.ts'
import { StandardStatus } from '#schemas/vocabulary.ts'

export const Pilot = z.object({ standardId: Id, countryCode: CountryCode })
export type Pilot = z.infer<typeof Pilot>

/** The states in which a version can still be tried out before it is in force. */
export const pilotable = (status: StandardStatus): boolean => status === 'draft' || status === 'consulted'

/**
 * Marks a version of the standard as pilot for a country (SR-10): once it is consulted, terms of reference for that country may start from it
 * though another version is in force. What is marked already stays as it is.
 * @throws {DomainError} `not-found` for an unknown version; `invalid-input` (`unknown-country`); `wrong-state` when the version is in force or
 * withdrawn.
 */
export async function markPilot(useCase: UseCase, input: Pilot): Promise<void> {
  const { standardId, countryCode } = Pilot.parse(input)
  await withTransaction(useCase.sql, async (tx) => {
    await lockPilotable(tx, standardId)
    const [country] = await tx`select 1 from country where code = ${countryCode}`
    if (!country) throw new DomainError('invalid-input', 'unknown-country')
    const [added] = await tx`
      insert into standard_pilot (standard_id, country_code, marked_by, marked_at)
      values (${standardId}, ${countryCode}, ${useCase.actor.id}, ${useCase.clock()})
      on conflict do nothing returning standard_id`
    if (!added) return
    await recordEvent(
      { ...useCase, sql: tx },
      { action: 'pilot.marked', objectType: 'standard-terms', objectId: standardId, details: { country: countryCode } },
    )
  })
}

/**
 * Takes the mark away. What is not marked is left as it is.
 * @throws {DomainError} `not-found`; `wrong-state` when the version is in force or withdrawn: then the mark is history; `conflict`
 * (`pilot-in-use`) when terms of reference for that country came from it.
 */
export async function unmarkPilot(useCase: UseCase, input: Pilot): Promise<void> {
  const { standardId, countryCode } = Pilot.parse(input)
  await withTransaction(useCase.sql, async (tx) => {
    await lockPilotable(tx, standardId)
    const [used] = await tx`
      select 1 from terms_of_reference where standard_id = ${standardId} and country_code = ${countryCode} limit 1`
    if (used) throw new DomainError('conflict', 'pilot-in-use')
    const [gone] = await tx`
      delete from standard_pilot where standard_id = ${standardId} and country_code = ${countryCode} returning standard_id`
    if (!gone) return
    await recordEvent(
      { ...useCase, sql: tx },
      { action: 'pilot.unmarked', objectType: 'standard-terms', objectId: standardId, details: { country: countryCode } },
    )
  })
}

/** Locks the version, so that it cannot come into force, nor be used, in between. */
async function lockPilotable(tx: Queryable, standardId: string): Promise<void> {
  const [standard] = await tx`select status from standard_terms where id = ${standardId} for update`
  if (!standard) throw new DomainError('not-found')
  const status = StandardStatus.parse(standard.status)
  if (!pilotable(status)) throw new DomainError('wrong-state', status)
}
