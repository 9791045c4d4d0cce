import { z } from 'zod'
import type { UseCase } from '#app/platform/context.server.ts'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { CountryCode, Day, Id } from '#schemas/values.ts'
import { isPilot } from '../evaluation/is-pilot.server.ts'
import { copyStandard } from './copy-standard.server.ts'

/** Kinds that start from terms of reference; an interim update re-issues sections of a report that is there. */
export const TermsKind = z.enum(['general', 'thematic'])

export const NewTerms = z
  .object({ standardId: Id, countryCode: CountryCode, kind: TermsKind, periodFrom: Day, periodTo: Day, dueOn: Day })
  .refine((terms) => terms.periodFrom <= terms.periodTo, { path: ['periodTo'], error: 'period-reversed' })
  .refine((terms) => terms.dueOn >= terms.periodTo, { path: ['dueOn'], error: 'due-before-period-end' })
export type NewTerms = z.infer<typeof NewTerms>

/**
 * Starts terms of reference for a country and period: a copy of every chapter and question of the standard, to leave out from and add to.
 * @returns their id.
 * @throws {DomainError} `invalid-input` for an unknown country or a standard that is not in force, unless it is consulted and a pilot for this
 * country (SR-10); `conflict` with the id of the terms of reference that are already there for this country, kind and period.
 */
export async function createTerms(useCase: UseCase, input: NewTerms): Promise<string> {
  const terms = NewTerms.parse(input)
  return withTransaction(useCase.sql, async (tx) => {
    const [standard] = await tx`select status from standard_terms where id = ${terms.standardId} for share`
    const tried = standard?.status === 'consulted' && (await isPilot(tx, terms.standardId, terms.countryCode))
    if (standard?.status !== 'in-force' && !tried) throw new DomainError('invalid-input', 'standard-not-in-force')
    return copyStandard({ ...useCase, sql: tx }, terms)
  })
}
