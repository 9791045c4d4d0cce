import { z } from 'zod'
import { recordEvent } from '#app/platform/audit/record-event.server.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { CountryCode, Day, Id } from '#schemas/values.ts'
import { isPilot } from '../evaluation/is-pilot.server.ts'
import { keepTermsChange } from './keep-terms-change.server.ts'

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
 * country (SR-10); `conflict` with the id of the terms of
 * reference that are already there for this country, kind and period.
 */
export async function createTerms(useCase: UseCase, input: NewTerms): Promise<string> {
  const terms = NewTerms.parse(input)
  return withTransaction(useCase.sql, async (tx) => {
    const [standard] = await tx`select status from standard_terms where id = ${terms.standardId} for share`
    const tried = standard?.status === 'consulted' && (await isPilot(tx, terms.standardId, terms.countryCode))
    if (standard?.status !== 'in-force' && !tried) throw new DomainError('invalid-input', 'standard-not-in-force')
    const [country] = await tx`select code from country where code = ${terms.countryCode}`
    if (!country) throw new DomainError('invalid-input', 'unknown-country')
    const [added] = await tx<{ id: string }[]>`
      insert into terms_of_reference (kind, standard_id, country_code, period_from, period_to, due_on, created_by, created_at)
      values (${terms.kind}, ${terms.standardId}, ${terms.countryCode}, ${terms.periodFrom}, ${terms.periodTo}, ${terms.dueOn},
        ${useCase.actor.id}, ${useCase.clock()})
      on conflict do nothing returning id`
    if (!added) {
      const [present] = await tx`
        select id from terms_of_reference where country_code = ${terms.countryCode} and kind = ${terms.kind}
          and period_from = ${terms.periodFrom} and period_to = ${terms.periodTo}`
      throw new DomainError('conflict', 'terms-exist', { termsId: present?.id })
    }
    // Chapters first: a section names its chapter's copy, found by its key.
    for (const chapters of [true, false]) {
      await tx`
        insert into terms_node (terms_id, parent_id, key, number, title_nl, title_en, position)
        select ${added.id}, copied.id, node.key, node.number, node.title_nl, node.title_en, node.position
        from standard_node node
        left join standard_node parent on parent.id = node.parent_id
        left join terms_node copied on copied.terms_id = ${added.id} and copied.key = parent.key
        where node.standard_id = ${terms.standardId} and (node.parent_id is null) = ${chapters}`
    }
    await tx`
      insert into terms_question (terms_id, node_id, standard_question_id, key, position, kind, mandatory, themes, asked_by,
        wording_nl, wording_en, former_wording_nl, rationale_nl, rationale_en)
      select ${added.id}, copied.id, question.id, question.key, question.position, question.kind, question.mandatory, question.themes,
        question.asked_by, question.wording_nl, question.wording_en, question.former_wording_nl, question.rationale_nl, question.rationale_en
      from standard_question question
      join standard_node node on node.id = question.node_id
      join terms_node copied on copied.terms_id = ${added.id} and copied.key = node.key
      where question.standard_id = ${terms.standardId}`
    await keepTermsChange({ ...useCase, sql: tx }, { termsId: added.id, kind: 'created' })
    await recordEvent(
      { ...useCase, sql: tx },
      {
        action: 'terms.created',
        objectType: 'terms',
        objectId: added.id,
        details: { country: terms.countryCode, standardId: terms.standardId },
      },
    )
    return added.id
  })
}
