import { recordEvent } from '#app/platform/audit/record-event.server.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { today } from '#app/platform/today.ts'
import { addPlan, readLeadTime } from '../planning/lead-times.server.ts'
import { datesBetween } from '../planning/plan-dates.ts'
import { keepTermsChange } from './keep-terms-change.server.ts'

/** Checked by whoever hands it in: `NewTerms` of create-terms.server.ts. Days are `YYYY-MM-DD`. */
type CheckedTerms = {
  standardId: string
  countryCode: string
  kind: 'general' | 'thematic'
  periodFrom: string
  periodTo: string
  dueOn: string
}

/**
 * The copy of a standard that terms of reference start as, whatever the state of that standard: for `createTerms`, which asks it first, and for
 * terms that were drawn up while that version was in force. Only ever inside a transaction.
 * @returns the id of the terms of reference.
 * @throws {DomainError} `invalid-input` for an unknown country; `conflict` as `createTerms`.
 */
export async function copyStandard(useCase: UseCase, terms: CheckedTerms): Promise<string> {
  const { sql: tx } = useCase
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
  const startsOn = terms.dueOn < today(useCase.clock) ? terms.dueOn : today(useCase.clock)
  const { shares } = await readLeadTime(tx, terms.kind)
  await addPlan(tx, { termsId: added.id, startsOn, dates: datesBetween(startsOn, terms.dueOn, shares) })
  await keepTermsChange(useCase, { termsId: added.id, kind: 'created' })
  await recordEvent(useCase, {
    action: 'terms.created',
    objectType: 'terms',
    objectId: added.id,
    details: { country: terms.countryCode, standardId: terms.standardId },
  })
  return added.id
}
