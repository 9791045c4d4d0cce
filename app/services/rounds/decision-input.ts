import { z } from 'zod'
import { Id } from '#schemas/values.ts'
import { ProposalOutcome, QuestionKind, Theme } from '#schemas/vocabulary.ts'

const questionKey = z.string().min(1, 'question-needed').max(200)
const wordingNl = z.string().trim().min(10, 'wording-too-short').max(2000, 'too-long')
const wordingEn = z.string().trim().max(2000, 'too-long').default('')

/** What a decision does to the questions, with the words as the person who decides has settled them. */
export const Change = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('covered'), questionKey }),
  z.object({
    kind: z.literal('add'),
    nodeKey: z.string().min(1, 'section-needed').max(200),
    wordingNl,
    wordingEn,
    questionKind: QuestionKind,
    themes: z.array(Theme).default([]),
  }),
  z.object({
    kind: z.literal('reword'),
    questionKey,
    /** Of the question, as the page showed it. */
    revision: z.coerce.number().int(),
    wordingNl,
    wordingEn,
  }),
  z.object({ kind: z.literal('drop'), questionKey }),
])
export type Change = z.infer<typeof Change>

export const Decision = z.object({
  roundId: Id,
  /** Every proposal that is decided together, each with its own outcome and the reason its giver sees. */
  outcomes: z
    .array(
      z.object({
        number: z.coerce.number().int(),
        /** Of the proposal, as the page showed it. */
        revision: z.coerce.number().int(),
        outcome: ProposalOutcome,
        reason: z.string().trim().min(10, 'reason-too-short').max(2000, 'too-long'),
      }),
    )
    .min(1),
  change: Change,
})
export type Decision = z.output<typeof Decision>
