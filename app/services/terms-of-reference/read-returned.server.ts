import { z } from 'zod'
import type { UseCase } from '#app/platform/context.server.ts'
import { Id } from '#schemas/values.ts'
import { ReturnAnswer } from '#schemas/vocabulary.ts'
import { questionNumbers } from './terms-question.server.ts'

const Returned = z.object({
  id: Id,
  questionKey: z.string(),
  /** The question's number as on the page; null when it was taken away. */
  number: z.string().nullable(),
  /** As it was asked then. */
  wordingNl: z.string(),
  wordingEn: z.string(),
  /** The hand-over it answers to: 1 for the first. */
  turn: z.number().int(),
  reason: z.string(),
  markedBy: z.string(),
  markedAt: z.date(),
  /** Null while it is only marked: policy does not see it yet. */
  returnedAt: z.date().nullable(),
  answer: ReturnAnswer.nullable(),
  answerReason: z.string().nullable(),
  answeredBy: z.string().nullable(),
  answeredAt: z.date().nullable(),
})
export type Returned = z.infer<typeof Returned>

/**
 * What Foreign Affairs said cannot be answered, and what policy answered: the last hand-over first, in the order of the questions.
 * @param marks whether to give marks that were not returned yet: those are Foreign Affairs' own.
 */
export async function readReturned({ sql }: Pick<UseCase, 'sql'>, termsId: string, marks: boolean): Promise<Returned[]> {
  return z.array(Returned).parse(
    await sql`
    select returned.id, question_key as "questionKey", numbered.number, returned.wording_nl as "wordingNl", returned.wording_en as "wordingEn", turn,
      returned.reason, marker.name as "markedBy", marked_at as "markedAt", returned_at as "returnedAt", answer,
      answer_reason as "answerReason", answerer.name as "answeredBy", answered_at as "answeredAt"
    from returned_question returned
    join app_user marker on marker.id = marked_by
    left join app_user answerer on answerer.id = answered_by
    left join (${questionNumbers(sql, termsId)}) numbered on numbered.key = question_key
    where returned.terms_id = ${termsId} and (${marks} or returned_at is not null)
    order by turn desc, numbered.position nulls last, question_key`,
  )
}
