import { recordEvent } from '#app/platform/audit/record-event.server.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import type { Queryable } from '#app/platform/database/sql.server.ts'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { today } from '#app/platform/today.ts'
import type { Actor } from '#app/policies/actor.ts'
import type { InputChannel } from '#schemas/vocabulary.ts'
import { holdInvitation } from '../invitations/hold-invitation.server.ts'
import { phaseOf } from './consultation.ts'
import type { InputGiver } from './giver.ts'
import { InputFields, placeInput } from './input-fields.server.ts'
import { lockConsultation } from './lock-consultation.server.ts'

/**
 * Gives input on a draft, for the giver's organisation.
 * @returns its number.
 * @throws {DomainError} `not-found`; `wrong-state` when the version is no draft (its status) or the last day has passed (`consultation-closed`);
 * `gone` when the invitation takes nothing any more; `invalid-input` (`unknown-question`).
 */
export async function giveInput(
  useCase: UseCase<Actor | null>,
  standardId: string,
  giver: InputGiver,
  input: InputFields,
): Promise<number> {
  const fields = InputFields.parse(input)
  return withTransaction(useCase.sql, async (tx) => {
    await holdOpen({ ...useCase, sql: tx }, standardId, giver)
    return addInput({ ...useCase, sql: tx }, standardId, {
      ...giver,
      channel: giver.userId === null ? 'invitation' : 'account',
      receivedOn: today(useCase.clock),
      fields,
    })
  })
}

/** Whether this giver can give input now, until the end of the transaction. @throws {DomainError} as `giveInput`. */
export async function holdOpen(useCase: UseCase<Actor | null>, standardId: string, giver: InputGiver): Promise<void> {
  const { sql, clock } = useCase
  if (giver.invitationId !== null) {
    const invitation = await holdInvitation({ sql, clock }, giver.invitationId)
    if (invitation.purpose !== 'consultation' || invitation.objectId !== standardId) throw new DomainError('not-found')
  }
  const { status, closesOn } = await lockConsultation(sql, standardId)
  // An invitation has a last day of its own.
  const open = giver.invitationId !== null || phaseOf(status, closesOn, today(clock)) === 'open'
  if (!open) throw new DomainError('wrong-state', 'consultation-closed')
}

type Added = {
  channel: InputChannel
  organisation: string
  userId: string | null
  invitationId: string | null
  receivedOn: string
  fields: ReturnType<typeof InputFields.parse>
}

/** Adds input under the next number of a locked consultation. @returns the number. */
export async function addInput(
  useCase: UseCase<Actor | null> & { sql: Queryable },
  standardId: string,
  added: Added,
): Promise<number> {
  const { sql } = useCase
  const { channel, fields } = added
  const place = await placeInput(sql, standardId, fields)
  const [row] = await sql<{ number: number }[]>`
    insert into consultation_input (standard_id, number, channel, organisation, given_by, invitation_id, received_on, question_key,
      question_nl, question_en, themes, body, given_at)
    select ${standardId}, coalesce(max(number), 0) + 1, ${channel}, ${added.organisation}, ${added.userId}, ${added.invitationId},
      ${added.receivedOn}, ${place.questionKey}, ${place.questionNl}, ${place.questionEn}, ${place.themes}, ${fields.body}, ${useCase.clock()}
    from consultation_input where standard_id = ${standardId}
    returning number`
  const number = row!.number
  await recordEvent(useCase, {
    action: 'consultation.input-given',
    objectType: 'consultation',
    objectId: standardId,
    details: { number, channel },
  })
  return number
}
