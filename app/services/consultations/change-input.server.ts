import { recordEvent } from '#app/platform/audit/record-event.server.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import type { Actor } from '#app/policies/actor.ts'
import { holdOpen } from './give-input.server.ts'
import { isOwnInput, type InputGiver } from './giver.ts'
import { InputFields, placeInput } from './input-fields.server.ts'
import { lockInput } from './lock-input.server.ts'

/**
 * Changes one's own input, as long as nothing was done with it.
 * @param revision the one the giver saw.
 * @throws {DomainError} as `giveInput`; `not-found` also for another's; `conflict`: `input-treated` when a point was distilled from it or it was set
 * aside, `changed-meanwhile` when it was changed in another window.
 */
export async function changeInput(
  useCase: UseCase<Actor | null>,
  { standardId, number, revision }: { standardId: string; number: number; revision: number },
  giver: InputGiver,
  input: InputFields,
): Promise<void> {
  const fields = InputFields.parse(input)
  await withTransaction(useCase.sql, async (tx) => {
    const within = { ...useCase, sql: tx }
    await holdOpen(within, standardId, giver)
    const current = await lockInput(tx, standardId, number)
    if (!isOwnInput(giver, current)) throw new DomainError('not-found')
    if (current.distilled || current.setAside) throw new DomainError('conflict', 'input-treated')
    if (current.revision !== revision) throw new DomainError('conflict', 'changed-meanwhile')
    const place = await placeInput(tx, standardId, fields)
    await tx`
      update consultation_input set question_key = ${place.questionKey}, question_nl = ${place.questionNl}, question_en = ${place.questionEn},
        themes = ${place.themes}, body = ${fields.body}, revision = revision + 1
      where id = ${current.id}`
    await recordEvent(within, {
      action: 'consultation.input-changed',
      objectType: 'consultation',
      objectId: standardId,
      details: { number, revision: revision + 1 },
    })
  })
}
