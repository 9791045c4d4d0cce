import { z } from 'zod'
import type { Queryable } from '#app/platform/database/sql.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { Theme } from '#schemas/vocabulary.ts'

export const InputFields = z.object({
  /** The question it is about; empty for the whole. */
  questionKey: z
    .string()
    .max(200)
    .transform((key) => key || null)
    .nullable(),
  themes: z.array(Theme),
  body: z.string().trim().min(10, 'body-too-short').max(10_000, 'body-too-long'),
})
export type InputFields = z.input<typeof InputFields>

/**
 * The question that input is about, as it stands now, and its themes with those that the giver named.
 * @throws {DomainError} `invalid-input` (`unknown-question`).
 */
export async function placeInput(tx: Queryable, standardId: string, { questionKey, themes }: z.output<typeof InputFields>) {
  const named = [...new Set(themes)]
  if (questionKey === null) return { questionKey, questionNl: null, questionEn: null, themes: named }
  const [question] = await tx<{ nl: string; en: string; themes: Theme[] }[]>`
    select wording_nl as nl, wording_en as en, themes from standard_question where standard_id = ${standardId} and key = ${questionKey}`
  if (!question) throw new DomainError('invalid-input', 'unknown-question')
  return {
    questionKey,
    questionNl: question.nl,
    questionEn: question.en,
    themes: [...new Set([...question.themes, ...named])],
  }
}
