import { z } from 'zod'
import type { UseCase } from '#app/platform/context.server.ts'
import type { Queryable } from '#app/platform/database/sql.server.ts'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { CountryCode, Day, Id } from '#schemas/values.ts'
import { isPilot } from '../evaluation/is-pilot.server.ts'
import { copyStandard } from './copy-standard.server.ts'
import { TermsKind } from './terms-kind.ts'

export const NewTerms = z
  .object({ standardId: Id, countryCode: CountryCode, kind: TermsKind, periodFrom: Day, periodTo: Day, dueOn: Day })
  .refine((terms) => terms.periodFrom <= terms.periodTo, { path: ['periodTo'], error: 'period-reversed' })
  .refine((terms) => terms.dueOn >= terms.periodTo, { path: ['dueOn'], error: 'due-before-period-end' })
export type NewTerms = z.infer<typeof NewTerms>

/**
 * Starts terms of reference for a country and period: a copy of every chapter and question of the standard, to leave out from, reword and add to; with
 * milestones between today and the agreed date (SR-11).
 * @returns their id.
 * @throws {DomainError} `invalid-input`: `unknown-country`; `standard-not-in-force` unless it is consulted and a pilot for this country (SR-10);
 * `standard-of-other-kind` for a thematic standard under a general report, and for the general one under a thematic report while a thematic one is in
 * force; `conflict` with the id of the terms of reference that are already there for this country, kind and period.
 */
export async function createTerms(useCase: UseCase, input: NewTerms): Promise<string> {
  const terms = NewTerms.parse(input)
  return withTransaction(useCase.sql, async (tx) => {
    const [standard] = await tx`select status, kind from standard_terms where id = ${terms.standardId} for share`
    const tried = standard?.status === 'consulted' && (await isPilot(tx, terms.standardId, terms.countryCode))
    if (standard?.status !== 'in-force' && !tried) throw new DomainError('invalid-input', 'standard-not-in-force')
    if (standard.kind !== terms.kind && (standard.kind === 'thematic' || (await inForce(tx, terms.kind))))
      throw new DomainError('invalid-input', 'standard-of-other-kind')
    return copyStandard({ ...useCase, sql: tx }, terms)
  })
}

async function inForce(tx: Queryable, kind: TermsKind): Promise<boolean> {
  const [row] = await tx`select 1 from standard_terms where status = 'in-force' and kind = ${kind}`
  return row !== undefined
}
