import { z } from 'zod'
import { recordEvent } from '#app/platform/audit/record-event.server.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { today } from '#app/platform/today.ts'
import { Day, Id } from '#schemas/values.ts'
import { ConsultationAnswer, ConsultationWay, OrganisationCode } from '#schemas/vocabulary.ts'
import { refuseUnknownOrganisations } from '../standard-terms/refuse-unknown-organisations.server.ts'
import { lockConsultation } from './lock-consultation.server.ts'
import { refuseChanged } from './open-consultation.server.ts'

const emptyAsNone = z.literal('').transform(() => null)

export const AnsweredConsultation = z
  .object({
    standardId: Id,
    answer: ConsultationAnswer,
    heldFrom: Day.or(emptyAsNone).nullable(),
    heldTo: Day.or(emptyAsNone).nullable(),
    ways: z.array(ConsultationWay),
    organisations: z.array(OrganisationCode).max(100),
    /** How it went; or why it was not possible or relevant. */
    explanation: z.string().trim().min(10, 'explanation-too-short').max(4000, 'too-long-4000'),
    /** The revision the person saw; 0 when there was none. */
    revision: z.coerce.number().int(),
  })
  .superRefine((given, context) => {
    if (given.answer !== 'held') return
    const need = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
    if (given.heldFrom === null) need('heldFrom', 'held-from-needed')
    if (given.heldTo === null) need('heldTo', 'held-to-needed')
    if (given.heldFrom && given.heldTo && given.heldFrom > given.heldTo) need('heldTo', 'period-reversed')
    if (given.ways.length === 0) need('ways', 'ways-needed')
    if (given.organisations.length === 0) need('organisations', 'organisations-needed')
  })
export type AnsweredConsultation = z.input<typeof AnsweredConsultation>

/**
 * Answers the consultation question of a draft (SR-49): external experts were consulted – who, when, how – or why that was not possible or relevant.
 * Without an answer a version cannot become consulted.
 * @throws {DomainError} `not-found`; `wrong-state` when it is no draft: the answer stands with its version; `invalid-input`: `held-in-future`,
 * `unknown-organisation`; `conflict` (`changed-meanwhile`).
 */
export async function answerConsultation(useCase: UseCase, input: AnsweredConsultation): Promise<void> {
  const { standardId, answer, revision, explanation, ...given } = AnsweredConsultation.parse(input)
  const held = answer === 'held'
  const organisations = held ? [...new Set(given.organisations)] : []
  if (held && given.heldTo! > today(useCase.clock)) throw new DomainError('invalid-input', 'held-in-future')
  await withTransaction(useCase.sql, async (tx) => {
    refuseChanged((await lockConsultation(tx, standardId)).revision, revision)
    await refuseUnknownOrganisations(tx, organisations)
    await tx`
      update consultation set answer = ${answer}, held_from = ${held ? given.heldFrom : null}, held_to = ${held ? given.heldTo : null},
        ways = ${held ? given.ways : []}, explanation = ${explanation}, answered_by = ${useCase.actor.id}, answered_at = ${useCase.clock()},
        revision = revision + 1
      where standard_id = ${standardId}`
    await tx`delete from consultation_organisation where standard_id = ${standardId}`
    await tx`
      insert into consultation_organisation (standard_id, organisation) select ${standardId}, unnest(${organisations}::text[])`
    await recordEvent(
      { ...useCase, sql: tx },
      { action: 'consultation.answered', objectType: 'consultation', objectId: standardId, details: { answer, organisations } },
    )
  })
}
