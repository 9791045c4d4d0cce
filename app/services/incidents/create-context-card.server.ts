import type { JSONValue } from 'postgres'
import { z } from 'zod'
import { recordEvent } from '#app/platform/audit/record-event.server.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import { Id } from '#schemas/values.ts'
import { computeContext } from './compute-context.server.ts'

export const NewContextCard = z.object({
  incidentId: Id,
  note: z.string().trim().max(2000).default(''),
  /** The author's own reason to give no figures; without it figures are computed, or the reason why they cannot be. */
  noContextReason: z.string().trim().min(1).max(1000).optional(),
})
export type NewContextCard = z.input<typeof NewContextCard>

/**
 * Keeps what an incident is against the whole as it is today, for a text to point to (SR-07: no incident without its context or a recorded
 * reason). @returns the card's id. @throws {DomainError} `not-found` for an unknown incident.
 */
export async function createContextCard(useCase: UseCase, input: NewContextCard): Promise<string> {
  const { incidentId, note, noContextReason } = NewContextCard.parse(input)
  return withTransaction(useCase.sql, async (tx) => {
    const inside = { ...useCase, sql: tx }
    const answer = await computeContext(inside, incidentId)
    const reason = noContextReason ?? ('reason' in answer ? answer.reason : null)
    const figures = reason === null ? tx.json(answer as JSONValue) : null
    const [card] = await tx<{ id: string }[]>`
      insert into context_card (incident_id, figures, note, no_context_reason, computed_at, created_by)
      values (${incidentId}, ${figures}, ${note}, ${reason}, ${useCase.clock()}, ${useCase.actor.id})
      returning id`
    await recordEvent(inside, {
      action: 'context.created',
      objectType: 'context-card',
      objectId: card!.id,
      details: { incidentId, withoutContext: reason !== null },
    })
    return card!.id
  })
}
