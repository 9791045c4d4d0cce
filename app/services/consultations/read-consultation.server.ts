import { z } from 'zod'
import type { UseCase } from '#app/platform/context.server.ts'
import { today } from '#app/platform/today.ts'
import type { ConsultationPhase } from '#schemas/vocabulary.ts'
import { readStandardSummary, type StandardSummary } from '../standard-terms/read-standard.server.ts'
import { Consultation, Input, noConsultation, phaseOf, Point } from './consultation.ts'

type Reading = Pick<UseCase, 'sql' | 'clock'>

export type ConsultationOfStandard = { standard: StandardSummary; consultation: Consultation; phase: ConsultationPhase }

/** The consultation about a version, also when nothing was done yet. @throws {DomainError} `not-found` for an unknown or malformed id. */
export async function readConsultation(useCase: Reading, standardId: string | undefined): Promise<ConsultationOfStandard> {
  const standard = await readStandardSummary(useCase, standardId)
  const [row] = await useCase.sql`
    select request, closes_on as "closesOn", opened_at as "openedAt", answer, held_from as "heldFrom", held_to as "heldTo", ways, explanation,
      answered_at as "answeredAt", revision,
      (select coalesce(jsonb_agg(jsonb_build_object('code', code, 'nameNl', name_nl, 'nameEn', name_en) order by name_nl), '[]')
        from consultation_organisation consulted join organisation on code = consulted.organisation
        where consulted.standard_id = consultation.standard_id) as organisations
    from consultation where standard_id = ${standard.id}`
  const consultation = row ? Consultation.parse(row) : noConsultation
  return { standard, consultation, phase: phaseOf(standard.status, consultation.closesOn, today(useCase.clock)) }
}

/** What was said about a version, in the order in which it came. */
export async function readInputs({ sql }: Pick<UseCase, 'sql'>, standardId: string): Promise<Input[]> {
  return z.array(Input).parse(
    await sql`
    select number, channel, jsonb_build_object('code', organisation.code, 'nameNl', name_nl, 'nameEn', name_en) as organisation,
      given_by as "givenBy", invitation_id as "invitationId", received_on as "receivedOn", question_key as "questionKey",
      question_nl as "questionNl", question_en as "questionEn", themes, body, given_at as "givenAt", revision,
      set_aside_reason as "setAsideReason",
      array(select point.number from consultation_point_input linked join consultation_point point on point.id = point_id
        where input_id = input.id order by point.number) as points
    from consultation_input input join organisation on organisation.code = input.organisation
    where standard_id = ${standardId} order by number`,
  )
}

/** The points distilled from it, in order, each with what is done with it and what became of it. */
export async function readPoints({ sql }: Pick<UseCase, 'sql'>, standardId: string): Promise<Point[]> {
  return z.array(Point).parse(
    await sql`
    select point.number, body, themes, maker.name as "madeBy", made_at as "madeAt", action, owner_id as "ownerId", owner.name as owner,
      due_on as "dueOn", explanation, revision,
      array(select input.number from consultation_point_input linked join consultation_input input on input.id = input_id
        where point_id = point.id order by input.number) as inputs,
      (select coalesce(jsonb_agg(jsonb_build_object('action', decided.action, 'outcome', outcome, 'reason', reason,
          'questionKey', question_key, 'questionNl', question.wording_nl, 'questionEn', question.wording_en,
          'courseId', course_id, 'courseNl', course.title_nl, 'courseEn', course.title_en,
          'decidedBy', decider.name, 'decidedAt', decided_at) order by decided.id desc), '[]')
        from consultation_outcome decided
        join app_user decider on decider.id = decided_by
        left join standard_question question on question.standard_id = point.standard_id and question.key = question_key
        left join course on course.id = course_id
        where point_id = point.id) as outcomes
    from consultation_point point
    join app_user maker on maker.id = made_by
    left join app_user owner on owner.id = owner_id
    where point.standard_id = ${standardId} order by point.number`,
  )
}
