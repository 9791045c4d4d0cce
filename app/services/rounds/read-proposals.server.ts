import { z } from 'zod'
import type { Queryable } from '#app/platform/database/sql.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import type { ProposalState, RoundState } from '#app/policies/policies.ts'
import { Id } from '#schemas/values.ts'
import { ProposalChange, ProposalKind, ProposalOutcome, QuestionKind, Theme } from '#schemas/vocabulary.ts'

const Outcome = z.object({
  outcome: ProposalOutcome,
  reason: z.string(),
  change: ProposalChange,
  questionKey: z.string().nullable(),
  decidedAt: z.coerce.date(),
})

export const Proposal = z.object({
  id: Id,
  number: z.number().int(),
  kind: ProposalKind,
  /** The organisation only: a person is never named with a proposal. */
  organisation: z.string(),
  giverId: Id.nullable(),
  invitationId: Id.nullable(),
  questionKey: z.string().nullable(),
  /** The question as it stood when the proposal was given. */
  questionNl: z.string().nullable(),
  questionEn: z.string().nullable(),
  nodeKey: z.string().nullable(),
  wordingNl: z.string(),
  wordingEn: z.string(),
  questionKind: QuestionKind.nullable(),
  themes: z.array(Theme),
  rationale: z.string(),
  givenAt: z.date(),
  changedAt: z.date(),
  revision: z.number().int(),
  withdrawnAt: z.date().nullable(),
  mergedInto: Id.nullable(),
  /** What was decided, the newest first; nothing while it is undecided. */
  decisions: z.array(Outcome),
})
export type Proposal = z.infer<typeof Proposal>

/** Every proposal of a round by number, withdrawn ones included. */
export async function readProposals(sql: Queryable, roundId: string): Promise<Proposal[]> {
  return z.array(Proposal).parse(
    await sql`
    select id, number, kind, organisation, giver_id as "giverId", invitation_id as "invitationId", question_key as "questionKey",
      question_nl as "questionNl", question_en as "questionEn", node_key as "nodeKey", wording_nl as "wordingNl", wording_en as "wordingEn",
      question_kind as "questionKind", themes, rationale, given_at as "givenAt", changed_at as "changedAt", revision,
      withdrawn_at as "withdrawnAt", merged_into as "mergedInto",
      (select coalesce(jsonb_agg(jsonb_build_object('outcome', outcome, 'reason', reason, 'change', change, 'questionKey', question_key,
          'decidedAt', decided_at) order by id desc), '[]')
        from proposal_decision where proposal_id = proposal.id) as decisions
    from proposal where round_id = ${roundId} order by number`,
  )
}

/** One proposal of a round. @throws {DomainError} `not-found`. */
export async function readProposal(sql: Queryable, roundId: string, number: string | undefined): Promise<Proposal> {
  const found = (await readProposals(sql, roundId)).find((it) => String(it.number) === number)
  if (!found) throw new DomainError('not-found')
  return found
}

/** Where a proposal stands, for lists and marks. */
export type ShownState = 'undecided' | 'withdrawn' | ProposalOutcome

/** What the policies look at. */
export const proposalState = (
  round: RoundState,
  proposal: Pick<Proposal, 'giverId' | 'decisions' | 'withdrawnAt'>,
): ProposalState => ({
  phase: round.phase,
  asked: round.asked,
  giverId: proposal.giverId,
  decided: proposal.decisions.length > 0,
  withdrawn: proposal.withdrawnAt !== null,
})
