import { z } from 'zod'
import { DomainError } from '#app/platform/errors.ts'
import { QuestionKind, Theme, type ProposalKind } from '#schemas/vocabulary.ts'

const wording = z.string().trim().max(2000, 'too-long').default('')
const rationale = z.string().trim().min(10, 'reason-too-short').max(2000, 'too-long')
const questionKey = z.string().min(1, 'needed').max(200)

/** In Dutch or in English: an invited organisation may not write both. */
const written = <T extends { wordingNl: string; wordingEn: string }>(proposal: T) =>
  proposal.wordingNl.length >= 10 || proposal.wordingEn.length >= 10
const notWritten = { path: ['wordingNl'], error: 'wording-too-short' }

/** What can be proposed in a round, each kind with what it needs; what another kind needs is left out. */
export const ProposalInput = z.discriminatedUnion('kind', [
  z
    .object({
      kind: z.literal('new-question'),
      nodeKey: z.string().min(1, 'needed').max(200),
      wordingNl: wording,
      wordingEn: wording,
      questionKind: QuestionKind,
      themes: z.array(Theme).default([]),
      rationale,
    })
    .refine(written, notWritten),
  z
    .object({
      kind: z.literal('wording'),
      questionKey,
      wordingNl: wording,
      wordingEn: wording,
      rationale,
    })
    .refine(written, notWritten),
  z.object({ kind: z.literal('drop'), questionKey, rationale }),
  z.object({ kind: z.literal('remark'), questionKey: z.string().max(200).optional(), rationale }),
])
export type ProposalInput = z.input<typeof ProposalInput>

/** The same for every kind, as it is stored. */
export type ProposalText = {
  kind: ProposalKind
  questionKey: string | null
  nodeKey: string | null
  wordingNl: string
  wordingEn: string
  questionKind: QuestionKind | null
  themes: Theme[]
  rationale: string
}

/** @throws {z.ZodError} when it is not whole. */
export function proposalText(input: ProposalInput): ProposalText {
  const parsed = ProposalInput.parse(input)
  const nothing = { nodeKey: null, wordingNl: '', wordingEn: '', questionKind: null, themes: [] }
  const about = 'questionKey' in parsed ? parsed.questionKey || null : null
  return { ...nothing, ...parsed, questionKey: about }
}

/**
 * A new wording without what it leaves as it is, so that what is stored is what is proposed.
 * @throws {DomainError} `invalid-input` (`wording-same`) when that leaves nothing.
 */
export function withoutSame(text: ProposalText, question: { wordingNl: string; wordingEn: string } | null): ProposalText {
  if (text.kind !== 'wording' || !question) return text
  const wordingNl = text.wordingNl === question.wordingNl ? '' : text.wordingNl
  const wordingEn = text.wordingEn === question.wordingEn ? '' : text.wordingEn
  if (wordingNl === '' && wordingEn === '') throw new DomainError('invalid-input', 'wording-same')
  return { ...text, wordingNl, wordingEn }
}
