import { recordEvent } from '#app/platform/audit/record-event.server.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import type { Actor } from '#app/policies/actor.ts'
import type { Giver } from './giver.ts'
import { ownUndecided, standingProposals } from './lock-proposal.server.ts'
import { lockRoundFor, refuseLate } from './lock-round.server.ts'
import { proposalText, withoutSame, type ProposalInput } from './proposal-input.ts'
import { placeIn, readSubjectTree } from './read-subject.server.ts'

/**
 * Changes one's own proposal, while it is in time and not decided.
 * @param at its number and the revision that was seen.
 * @throws {DomainError} `not-found` when it is not there or not theirs; `wrong-state` (`round-late`, `round-closed`, `proposal-decided`);
 * `conflict` (`changed-meanwhile`) when it was changed since, in another window; `invalid-input` as for a new one.
 */
export async function changeProposal(
  useCase: UseCase<Actor | null>,
  roundId: string,
  giver: Giver,
  at: { number: number; revision: number },
  input: ProposalInput,
): Promise<void> {
  const whole = proposalText(input)
  await withTransaction(useCase.sql, async (tx) => {
    const round = await lockRoundFor(giver, { ...useCase, sql: tx }, roundId)
    const proposal = ownUndecided(await standingProposals(tx, roundId), at.number, giver)
    refuseLate(round, useCase.clock)
    if (proposal.revision !== at.revision) throw new DomainError('conflict', 'changed-meanwhile')
    const { question } = placeIn(await readSubjectTree(tx, round), whole)
    const text = withoutSame(whole, question)
    await tx`
      update proposal set kind = ${text.kind}, question_key = ${text.questionKey}, question_nl = ${question?.wordingNl ?? null},
        question_en = ${question?.wordingEn ?? null}, node_key = ${text.nodeKey}, wording_nl = ${text.wordingNl}, wording_en = ${text.wordingEn},
        question_kind = ${text.questionKind}, themes = ${text.themes}, rationale = ${text.rationale}, changed_at = ${useCase.clock()},
        revision = revision + 1
      where id = ${proposal.id}`
    await recordEvent(
      { ...useCase, sql: tx },
      {
        action: 'proposal.changed',
        objectType: 'proposal',
        objectId: proposal.id,
        details: { roundId, revision: proposal.revision + 1 },
      },
    )
  })
}
