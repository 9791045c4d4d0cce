import { recordEvent } from '#app/platform/audit/record-event.server.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import type { Actor } from '#app/policies/actor.ts'
import type { Giver } from './giver.ts'
import { lockRoundFor, refuseLate } from './lock-round.server.ts'
import { proposalText, withoutSame, type ProposalInput } from './proposal-input.ts'
import { placeIn, readSubjectTree } from './read-subject.server.ts'

/**
 * Gives a proposal in a round, for the giver's organisation.
 * @returns its number in the round.
 * @throws {DomainError} `not-found`; `gone` for an invitation that takes nothing any more; `wrong-state` (`round-late`, `round-closed`) after the last day; `not-allowed` (`not-asked`) when the
 * organisation was not asked; `invalid-input` when the question or section it names is not there.
 */
export async function giveProposal(
  useCase: UseCase<Actor | null>,
  roundId: string,
  giver: Giver,
  input: ProposalInput,
): Promise<number> {
  const whole = proposalText(input)
  return withTransaction(useCase.sql, async (tx) => {
    const round = await lockRoundFor(giver, { ...useCase, sql: tx }, roundId)
    refuseLate(round, useCase.clock)
    // An invitation is itself the asking.
    if (giver.invitationId === null && !round.asked.includes(giver.organisation))
      throw new DomainError('not-allowed', 'not-asked')
    const { question } = placeIn(await readSubjectTree(tx, round), whole)
    const text = withoutSame(whole, question)
    const now = useCase.clock()
    const [added] = await tx<{ id: string; number: number }[]>`
      insert into proposal (round_id, number, kind, organisation, giver_id, invitation_id, question_key, question_nl, question_en, node_key,
        wording_nl, wording_en, question_kind, themes, rationale, given_at, changed_at)
      select ${roundId}, coalesce(max(number), 0) + 1, ${text.kind}, ${giver.organisation}, ${giver.userId}, ${giver.invitationId},
        ${text.questionKey}, ${question?.wordingNl ?? null}, ${question?.wordingEn ?? null}, ${text.nodeKey}, ${text.wordingNl},
        ${text.wordingEn}, ${text.questionKind}, ${text.themes}, ${text.rationale}, ${now}, ${now}
      from proposal where round_id = ${roundId}
      returning id, number`
    await recordEvent(
      { ...useCase, sql: tx },
      {
        action: 'proposal.given',
        objectType: 'proposal',
        objectId: added!.id,
        details: { roundId, number: added!.number, kind: text.kind },
      },
    )
    return added!.number
  })
}
