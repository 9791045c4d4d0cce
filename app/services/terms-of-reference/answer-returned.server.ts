import type { UseCase } from '#app/platform/context.server.ts'
import type { ReturnAnswer } from '#schemas/vocabulary.ts'

type Answered = { termsId: string; turn: number; questionKey: string }

/**
 * Answers a question that Foreign Affairs returned at the last hand-over; one that was not returned is left alone. A later answer replaces an
 * earlier one until the terms are handed over again; the history has both. Pass the transaction's `sql`.
 */
export async function answerReturned(
  { sql, actor, clock }: UseCase,
  { termsId, turn, questionKey }: Answered,
  answer: ReturnAnswer,
  reason: string,
): Promise<void> {
  await sql`
    update returned_question set answer = ${answer}, answer_reason = ${reason}, answered_by = ${actor.id}, answered_at = ${clock()}
    where terms_id = ${termsId} and turn = ${turn} and question_key = ${questionKey} and returned_at is not null`
}

/** Takes an answer back: the question reads again as it did when it was returned. */
export async function reopenReturned({ sql }: Pick<UseCase, 'sql'>, { termsId, turn, questionKey }: Answered): Promise<void> {
  await sql`
    update returned_question set answer = null, answer_reason = null, answered_by = null, answered_at = null
    where terms_id = ${termsId} and turn = ${turn} and question_key = ${questionKey} and answer is not null`
}
