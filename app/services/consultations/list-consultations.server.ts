import { z } from 'zod'
import type { UseCase } from '#app/platform/context.server.ts'
import { today } from '#app/platform/today.ts'
import { Day, Id } from '#schemas/values.ts'
import { ConsultationAnswer, StandardStatus, type ConsultationPhase } from '#schemas/vocabulary.ts'
import { StandardKind } from '#schemas/standard-terms.ts'
import { phaseOf } from './consultation.ts'

const Line = z.object({
  standardId: Id,
  kind: StandardKind,
  version: z.string(),
  titleNl: z.string(),
  titleEn: z.string(),
  status: StandardStatus,
  closesOn: Day.nullable(),
  answer: ConsultationAnswer.nullable(),
  heldFrom: Day.nullable(),
  heldTo: Day.nullable(),
  inputs: z.number().int(),
  /** Input that waits: no point was distilled from it, and it was not set aside. */
  waiting: z.number().int(),
  points: z.number().int(),
  undecided: z.number().int(),
})
export type ConsultationLine = z.infer<typeof Line> & { phase: ConsultationPhase }

/** Every version people made with its consultation, drafts first, then the newest; those that came with the product only when something was done. */
export async function listConsultations({ sql, clock }: Pick<UseCase, 'sql' | 'clock'>): Promise<ConsultationLine[]> {
  const rows = z.array(Line).parse(
    await sql`
    select standard.id as "standardId", standard.kind, version, title_nl as "titleNl", title_en as "titleEn", status,
      closes_on as "closesOn", answer, held_from as "heldFrom", held_to as "heldTo",
      (select count(*) from consultation_input where standard_id = standard.id) as inputs,
      (select count(*) from consultation_input input where standard_id = standard.id and set_aside_at is null
        and not exists (select from consultation_point_input where input_id = input.id)) as waiting,
      (select count(*) from consultation_point where standard_id = standard.id) as points,
      (select count(*) from consultation_point point where standard_id = standard.id
        and not exists (select from consultation_outcome where point_id = point.id)) as undecided
    from standard_terms standard left join consultation on consultation.standard_id = standard.id
    where status = 'draft' or created_by is not null or consultation.standard_id is not null
    order by status <> 'draft', standard.created_at desc, version desc`,
  )
  return rows.map((row) => ({ ...row, phase: phaseOf(row.status, row.closesOn, today(clock)) }))
}
