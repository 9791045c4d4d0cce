import { z } from 'zod'
import { OrganisationCode, QuestionKind, Theme } from '#schemas/vocabulary.ts'

/** Why the standard changes: in words, not "n.v.t."; it stands in the history for everyone. */
export const ChangeReason = z.string().trim().min(10, 'reason-too-short').max(2000, 'too-long')

/** Name of a question, chapter or section, the same in every version: `sgbv.forced-marriage`. */
export const Key = z
  .string()
  .trim()
  .min(1, 'key-needed')
  .max(120, 'key-malformed')
  .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)*$/, 'key-malformed')

const wording = z.string().trim().max(2000, 'too-long')

/** What a question of the standard says, besides its key and its place. */
export const QuestionFields = z.object({
  wordingNl: wording.min(10, 'wording-too-short'),
  /** May be empty until a translation is there; the Dutch one is shown meanwhile. */
  wordingEn: wording,
  kind: QuestionKind,
  themes: z.array(Theme),
  mandatory: z.boolean(),
  /** Codes of organisations: never persons. */
  askedBy: z.array(OrganisationCode),
  rationaleNl: wording,
  rationaleEn: wording,
  formerWordingNl: wording.transform((text) => text || null).nullable(),
})
export type QuestionFields = z.infer<typeof QuestionFields>
