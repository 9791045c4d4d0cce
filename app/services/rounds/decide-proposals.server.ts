import { recordEvent } from '#app/platform/audit/record-event.server.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { applyChange } from './apply-change.server.ts'
import { Decision } from './decision-input.ts'
import { oneOf, standingProposals, type LockedProposal } from './lock-proposal.server.ts'
import { lockRound } from './lock-round.server.ts'

/**
 * Decides a proposal and those taken together with it: adopted, partly or not, each with the reason its giver sees (SR-50). What is adopted
 * is done to the questions in the same transaction, in the name of the organisations whose proposals it takes over. Deciding again before the round
 * is closed replaces the outcome and the reason; what was done to the questions by the first decision is not undone by it.
 * @returns the key of the question that was added or that the decision is about; null when nothing changes.
 * @throws {DomainError} `not-found`; `wrong-state` when the round is closed or the questions can no longer change; `conflict` (`group-changed`,
 * `changed-meanwhile`) when the proposals are not what the page showed, or of the question from the service that changes it;
 * `invalid-input` (`change-needed`, `nothing-adopted`).
 */
export async function decideProposals(useCase: UseCase, input: Decision): Promise<string | null> {
  const { roundId, outcomes, change } = Decision.parse(input)
  return withTransaction(useCase.sql, async (tx) => {
    const within = { ...useCase, sql: tx }
    const round = await lockRound(tx, roundId)
    const decided = matched(await standingProposals(tx, roundId), outcomes)
    const adopted = decided.filter((it) => it.outcome !== 'not-adopted')
    if (adopted.length === 0 && change.kind !== 'none') throw new DomainError('invalid-input', 'nothing-adopted')
    // A remark can be taken to heart without a question changing; anything else that is adopted changes or is found in one.
    if (change.kind === 'none' && adopted.some((it) => it.proposal.kind !== 'remark')) {
      throw new DomainError('invalid-input', 'change-needed')
    }
    const askedBy = [...new Set(adopted.map((it) => it.proposal.organisation))]
    const questionKey = await applyChange(within, round, change, { askedBy, reason: adopted[0]?.reason ?? '' })
    for (const { proposal, outcome, reason } of decided) {
      const own =
        outcome === 'not-adopted' ? ({ change: 'none', questionKey: null } as const) : { change: change.kind, questionKey }
      await tx`
        insert into proposal_decision (proposal_id, outcome, reason, change, question_key, decided_by, decided_at)
        values (${proposal.id}, ${outcome}, ${reason}, ${own.change}, ${own.questionKey}, ${useCase.actor.id}, ${useCase.clock()})`
      await recordEvent(within, {
        action: 'proposal.decided',
        objectType: 'proposal',
        objectId: proposal.id,
        details: { roundId, outcome, ...own },
      })
    }
    return questionKey
  })
}

/** Each outcome with its proposal. @throws {DomainError} `not-found`; `conflict` when the proposals are not a whole group as it was seen. */
function matched(proposals: readonly LockedProposal[], outcomes: Decision['outcomes']) {
  const decided = outcomes.map((it) => ({
    ...it,
    proposal: oneOf(proposals, it.number),
  }))
  const first = decided[0]!.proposal
  const headId = first.mergedInto ?? first.id
  const group = proposals.filter((it) => it.id === headId || it.mergedInto === headId).map((it) => it.number)
  const named = decided.map((it) => it.number).sort((a, b) => a - b)
  if (group.join() !== named.join()) throw new DomainError('conflict', 'group-changed')
  if (decided.some((it) => it.revision !== it.proposal.revision)) throw new DomainError('conflict', 'changed-meanwhile')
  return decided
}
