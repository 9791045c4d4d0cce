import type { z } from 'zod'
import type { UseCase } from '#app/platform/context.server.ts'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { today } from '#app/platform/today.ts'
import { Day } from '#schemas/values.ts'
import { OrganisationCode } from '#schemas/vocabulary.ts'
import { refuseUnknownOrganisations } from '../standard-terms/refuse-unknown-organisations.server.ts'
import { addInput } from './give-input.server.ts'
import { InputFields } from './input-fields.server.ts'
import { lockConsultation } from './lock-consultation.server.ts'

export const ReportedInput = InputFields.extend({
  /** Whose input it is: an organisation, never a person. */
  organisation: OrganisationCode,
  /** The day of the meeting or conversation. */
  receivedOn: Day,
})
export type ReportedInput = z.input<typeof ReportedInput>

/**
 * Writes down what an organisation said in a meeting or conversation (SR-43).
 * @returns its number.
 * @throws {DomainError} `not-found`; `wrong-state` when the version is no draft; `invalid-input`: `unknown-organisation`, `unknown-question`,
 * `received-in-future`.
 */
export async function reportInput(useCase: UseCase, standardId: string, input: ReportedInput): Promise<number> {
  const { organisation, receivedOn, ...fields } = ReportedInput.parse(input)
  if (receivedOn > today(useCase.clock)) throw new DomainError('invalid-input', 'received-in-future')
  return withTransaction(useCase.sql, async (tx) => {
    await lockConsultation(tx, standardId)
    await refuseUnknownOrganisations(tx, [organisation])
    return addInput({ ...useCase, sql: tx }, standardId, {
      channel: 'meeting',
      organisation,
      userId: useCase.actor.id,
      invitationId: null,
      receivedOn,
      fields,
    })
  })
}
