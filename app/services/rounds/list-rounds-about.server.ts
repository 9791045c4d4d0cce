import { z } from 'zod'
import type { UseCase } from '#app/platform/context.server.ts'
import { Day, Id } from '#schemas/values.ts'
import { phaseOf } from './read-round.server.ts'
import type { Subject } from './read-subject.server.ts'

const Row = z.object({
  id: Id,
  closesOn: Day,
  closedAt: z.date().nullable(),
  proposals: z.number().int(),
  undecided: z.number().int(),
})

/** The rounds there were about these questions, the newest first, for the page of the questions. */
export async function listRoundsAbout({ sql, clock }: Pick<UseCase, 'sql' | 'clock'>, { termsId, standardId }: Subject) {
  const rows = z.array(Row).parse(
    await sql`
    select round.id, closes_on as "closesOn", closed_at as "closedAt", count(proposal.id) as proposals,
      count(proposal.id) filter (where not exists (select from proposal_decision where proposal_id = proposal.id)) as undecided
    from round left join proposal on round_id = round.id and withdrawn_at is null
    where terms_id = ${termsId} or standard_id = ${standardId}
    group by round.id order by opened_at desc limit 20`,
  )
  return rows.map((row) => ({ ...row, phase: phaseOf(row, clock) }))
}
