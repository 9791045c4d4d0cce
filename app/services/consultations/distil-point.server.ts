import { z } from 'zod'
import { recordEvent } from '#app/platform/audit/record-event.server.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import type { Queryable } from '#app/platform/database/sql.server.ts'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { Theme } from '#schemas/vocabulary.ts'
import { lockConsultation } from './lock-consultation.server.ts'

export const PointFields = z.object({
  /** The point in the coordinator's words, as its givers will read it. */
  body: z.string().trim().min(10, 'body-too-short').max(2000, 'too-long'),
  themes: z.array(Theme),
  /** The numbers of the input it comes from. */
  inputs: z.array(z.coerce.number().int().min(1).max(1_000_000)).min(1, 'inputs-needed').max(500),
})
export type PointFields = z.input<typeof PointFields>

/**
 * Distils a point from what one or more organisations said (SR-51). Input that was set aside is not any more.
 * @returns its number.
 * @throws {DomainError} `not-found`; `invalid-input` (`unknown-input`) when it names input that is not there.
 */
export async function distilPoint(useCase: UseCase, standardId: string, input: PointFields): Promise<number> {
  const { body, themes, inputs } = PointFields.parse(input)
  return withTransaction(useCase.sql, async (tx) => {
    await lockConsultation(tx, standardId, { draftOnly: false })
    const [added] = await tx<{ id: string; number: number }[]>`
      insert into consultation_point (standard_id, number, body, themes, made_by, made_at)
      select ${standardId}, coalesce(max(number), 0) + 1, ${body}, ${[...new Set(themes)]}, ${useCase.actor.id}, ${useCase.clock()}
      from consultation_point where standard_id = ${standardId}
      returning id, number`
    const { id, number } = added!
    await linkInputs(tx, standardId, id, inputs)
    await recordEvent(
      { ...useCase, sql: tx },
      { action: 'consultation.point-distilled', objectType: 'consultation', objectId: standardId, details: { number, inputs } },
    )
    return number
  })
}

/** Says which input a point comes from, instead of what was said before. @throws {DomainError} `invalid-input` (`unknown-input`). */
export async function linkInputs(tx: Queryable, standardId: string, pointId: string, numbers: readonly number[]): Promise<void> {
  const wanted = [...new Set(numbers)]
  const found = await tx<{ id: string }[]>`
    select id from consultation_input where standard_id = ${standardId} and number = any(${wanted}::int[]) order by number for update`
  if (found.length !== wanted.length) throw new DomainError('invalid-input', 'unknown-input')
  const ids = found.map((it) => it.id)
  await tx`delete from consultation_point_input where point_id = ${pointId} and input_id <> all(${ids}::uuid[])`
  await tx`
    insert into consultation_point_input (standard_id, point_id, input_id)
    select ${standardId}, ${pointId}, unnest(${ids}::uuid[]) on conflict do nothing`
  await tx`
    update consultation_input set set_aside_reason = null, set_aside_by = null, set_aside_at = null
    where id = any(${ids}::uuid[]) and set_aside_at is not null`
}
