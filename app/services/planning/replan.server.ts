import { z } from 'zod'
import { recordEvent } from '#app/platform/audit/record-event.server.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { Day, Id } from '#schemas/values.ts'
import { milestones, Milestone, termsStatuses, termsWithPolicy } from '#schemas/vocabulary.ts'
import { Reason } from '../terms-of-reference/drop-question.server.ts'
import { keepTermsChange } from '../terms-of-reference/keep-terms-change.server.ts'
import { lockTerms } from '../terms-of-reference/lock-terms.server.ts'

const day = z.iso.date('day-needed')

export const Replanned = z
  .object({
    termsId: Id,
    /** The revision of the plan the person saw. */
    revision: z.number().int(),
    startsOn: day,
    dates: z.record(Milestone, day),
    reason: Reason,
  })
  .superRefine(({ startsOn, dates }, context) => {
    let previous = startsOn
    for (const milestone of milestones) {
      if (dates[milestone] < previous)
        context.addIssue({ code: 'custom', path: ['dates', milestone], message: 'before-previous' })
      else previous = dates[milestone]
    }
  })
export type Replanned = z.input<typeof Replanned>

/**
 * Plans the milestones anew, with the reason; the first plan stays readable. Until the hand-over the agreed date moves along with the release; after
 * that it stands, and the plan says how far off it is.
 * @throws {DomainError} `not-found`; `invalid-input`: `plan-same`, `due-before-period-end`; `conflict` (`plan-changed`) when someone planned meanwhile.
 */
export async function replan(useCase: UseCase, input: Replanned): Promise<void> {
  const { termsId, revision, startsOn, dates, reason } = Replanned.parse(input)
  await withTransaction(useCase.sql, async (tx) => {
    const within = { ...useCase, sql: tx }
    const { status } = await lockTerms(tx, termsId, termsStatuses)
    const [terms] = await tx`select period_to, due_on from terms_of_reference where id = ${termsId}`
    if (dates.released < Day.parse(terms!.period_to)) throw new DomainError('invalid-input', 'due-before-period-end')
    const before = await currentDates(within, termsId)
    if ((before?.revision ?? 0) !== revision) throw new DomainError('conflict', 'plan-changed')
    const after: Record<string, string> = { start: startsOn, ...dates }
    const changed = Object.keys(after).filter((name) => after[name] !== before?.dates[name])
    if (changed.length === 0) throw new DomainError('invalid-input', 'plan-same')
    await tx`
      insert into terms_plan (terms_id, starts_on) values (${termsId}, ${startsOn})
      on conflict (terms_id) do update set starts_on = ${startsOn}, revision = terms_plan.revision + 1`
    for (const milestone of milestones) {
      await tx`
        insert into terms_milestone (terms_id, milestone, first_planned_on, planned_on)
        values (${termsId}, ${milestone}, ${dates[milestone]}, ${dates[milestone]})
        on conflict (terms_id, milestone) do update set planned_on = ${dates[milestone]}`
    }
    if (termsWithPolicy.includes(status)) await tx`update terms_of_reference set due_on = ${dates.released} where id = ${termsId}`
    const pick = (all: Record<string, string> = {}) =>
      Object.fromEntries(changed.flatMap((name) => (all[name] ? [[name, all[name]]] : [])))
    await keepTermsChange(within, {
      termsId,
      kind: 'planned',
      reason,
      before: { dates: pick(before?.dates) },
      after: { dates: pick(after) },
    })
    await recordEvent(within, {
      action: 'terms.planned',
      objectType: 'terms',
      objectId: termsId,
      details: { changed, reason },
    })
  })
}

async function currentDates({ sql }: Pick<UseCase, 'sql'>, termsId: string) {
  const [plan] = await sql`select starts_on, revision from terms_plan where terms_id = ${termsId}`
  if (!plan) return null
  const planned = await sql<{ milestone: string; planned_on: string }[]>`
    select milestone, planned_on from terms_milestone where terms_id = ${termsId}`
  return {
    revision: plan.revision as number,
    dates: {
      start: plan.starts_on as string,
      ...Object.fromEntries(planned.map((it) => [it.milestone, it.planned_on])),
    } as Record<string, string>,
  }
}
