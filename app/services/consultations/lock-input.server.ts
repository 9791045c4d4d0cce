import { z } from 'zod'
import type { Queryable } from '#app/platform/database/sql.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { Id } from '#schemas/values.ts'
import { InputChannel } from '#schemas/vocabulary.ts'

const LockedInput = z.object({
  id: Id,
  channel: InputChannel,
  givenBy: Id.nullable(),
  invitationId: Id.nullable(),
  revision: z.number().int(),
  setAside: z.boolean(),
  /** Whether a point was distilled from it. */
  distilled: z.boolean(),
})

/** Locks input until the end of the transaction. @throws {DomainError} `not-found`. */
export async function lockInput(tx: Queryable, standardId: string, number: number): Promise<z.infer<typeof LockedInput>> {
  const [row] = await tx`
    select id, channel, given_by as "givenBy", invitation_id as "invitationId", revision, set_aside_at is not null as "setAside",
      exists (select from consultation_point_input where input_id = consultation_input.id) as distilled
    from consultation_input where standard_id = ${standardId} and number = ${number} for update`
  if (!row) throw new DomainError('not-found')
  return LockedInput.parse(row)
}
