import { z } from 'zod'
import { recordEvent } from '#app/platform/audit/record-event.server.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import type { Queryable } from '#app/platform/database/sql.server.ts'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { today } from '#app/platform/today.ts'
import { Day, Id } from '#schemas/values.ts'
import { OrganisationCode, termsWithPolicy } from '#schemas/vocabulary.ts'
import { lockStandard } from '../standard-terms/lock-standard.server.ts'
import { lockTerms } from '../terms-of-reference/lock-terms.server.ts'
import type { Subject } from './read-subject.server.ts'

/** The parties that are asked; every one that has an account or will be invited. */
export const Asked = z.array(OrganisationCode).min(1, 'nobody-asked').max(40)

export const NewRound = z
  .object({
    termsId: Id.nullable().default(null),
    standardId: Id.nullable().default(null),
    /** What is asked, in words. */
    request: z.string().trim().min(10, 'request-too-short').max(4000, 'too-long'),
    /** The last day on which proposals can be made. */
    closesOn: Day,
    asked: Asked,
  })
  .refine((round) => (round.termsId === null) !== (round.standardId === null), { path: ['subject'], error: 'needed' })
export type NewRound = z.input<typeof NewRound>

/**
 * AenM asks parties what they want asked: of a country whose terms of reference are in preparation, or of a draft of the standard (SR-26).
 * @returns the round's id.
 * @throws {DomainError} `invalid-input` (`date-passed`, `unknown-organisation`); `not-found`; `wrong-state` when the terms were handed over or
 * the standard is no draft; `conflict` (`round-open`, with its id) when a round about the same questions is open.
 */
export async function openRound(useCase: UseCase, input: NewRound): Promise<string> {
  const round = NewRound.parse(input)
  if (round.closesOn < today(useCase.clock)) throw new DomainError('invalid-input', 'date-passed')
  return withTransaction(useCase.sql, async (tx) => {
    await lockSubject(tx, round)
    const [added] = await tx<{ id: string }[]>`
      insert into round (terms_id, standard_id, request, closes_on, opened_by, opened_at)
      values (${round.termsId}, ${round.standardId}, ${round.request}, ${round.closesOn}, ${useCase.actor.id}, ${useCase.clock()})
      on conflict do nothing returning id`
    if (!added) {
      const [open] = await tx`
        select id from round where closed_at is null and (terms_id = ${round.termsId} or standard_id = ${round.standardId})`
      throw new DomainError('conflict', 'round-open', { roundId: open?.id })
    }
    const asked = await setAsked(tx, added.id, round.asked)
    await recordEvent(
      { ...useCase, sql: tx },
      {
        action: 'round.opened',
        objectType: 'round',
        objectId: added.id,
        details: { termsId: round.termsId, standardId: round.standardId, closesOn: round.closesOn, asked },
      },
    )
    return added.id
  })
}

async function lockSubject(tx: Queryable, { termsId, standardId }: Subject): Promise<void> {
  if (termsId) await lockTerms(tx, termsId, termsWithPolicy)
  else await lockStandard(tx, standardId!)
}

/** Sets which organisations are asked. @returns them, each once. @throws {DomainError} `invalid-input` for one that is not known. */
export async function setAsked(tx: Queryable, roundId: string, asked: readonly string[]): Promise<string[]> {
  const codes = [...new Set(asked)].sort()
  const known = await tx<{ code: string }[]>`select code from organisation where code = any(${codes})`
  if (known.length < codes.length) throw new DomainError('invalid-input', 'unknown-organisation')
  await tx`delete from round_asked where round_id = ${roundId} and organisation <> all(${codes})`
  await tx`insert into round_asked (round_id, organisation) select ${roundId}, unnest(${codes}::text[]) on conflict do nothing`
  return codes
}
