import { z } from 'zod'
import { recordEvent } from '#app/platform/audit/record-event.server.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { Id } from '#schemas/values.ts'
import { OrganisationCode, QuestionKind, termsWithPolicy, Theme } from '#schemas/vocabulary.ts'
import { refuseUnknownOrganisations } from '../standard-terms/refuse-unknown-organisations.server.ts'
import { AddedQuestion } from './add-question.server.ts'
import { answerReturned } from './answer-returned.server.ts'
import { Reason } from './drop-question.server.ts'
import { keepTermsChange } from './keep-terms-change.server.ts'
import { lockTerms } from './lock-terms.server.ts'
import { lockTermsQuestion, type TermsQuestion } from './terms-question.server.ts'

export const RewordedQuestion = AddedQuestion.pick({ wordingNl: true, wordingEn: true }).extend({
  termsId: Id,
  questionKey: z.string().max(200),
  /** The revision the person saw. */
  revision: z.number().int(),
  reason: Reason,
  /** Organisations that asked for this wording: they join those who asked the question. */
  askedBy: z.array(OrganisationCode).optional(),
  /** Only of a question that was added: those of the standard keep their kind and themes. */
  kind: QuestionKind.optional(),
  themes: z.array(Theme).optional(),
})
export type RewordedQuestion = z.input<typeof RewordedQuestion>

/**
 * Words a question differently from the standard, or changes a question that was added; with the reason. Worded as the standard has it, it counts
 * as kept. It answers a question that Foreign Affairs returned.
 * @returns the number of its revision now.
 * @throws {DomainError} `not-found`; `wrong-state` while Foreign Affairs has the terms; `conflict`: `question-changed` with the question as it is now
 * in `data.current`, `question-dropped`, `question-removed`; `invalid-input`: `wording-same`, `unknown-organisation`, `kind-of-standard`.
 */
export async function rewordQuestion(useCase: UseCase, input: RewordedQuestion): Promise<{ revision: number }> {
  const { termsId, questionKey, revision, reason, askedBy = [], ...wanted } = RewordedQuestion.parse(input)
  return withTransaction(useCase.sql, async (tx) => {
    const within = { ...useCase, sql: tx }
    const { turn } = await lockTerms(tx, termsId, termsWithPolicy)
    const current = await lockTermsQuestion(tx, termsId, questionKey, revision)
    if (current.state === 'dropped') throw new DomainError('conflict', 'question-dropped')
    const added = current.state === 'added'
    if (!added && (wanted.kind ?? wanted.themes)) throw new DomainError('invalid-input', 'kind-of-standard')
    await refuseUnknownOrganisations(tx, askedBy)
    const next = { ...current, ...wanted, askedBy: [...new Set([...current.askedBy, ...askedBy])] }
    const { before, after } = differences(current, next)
    if (Object.keys(after).length === 0) throw new DomainError('invalid-input', 'wording-same')
    const asStandard = next.wordingNl === current.standardWordingNl && next.wordingEn === current.standardWordingEn
    const state = added ? 'added' : asStandard ? 'kept' : 'reworded'
    await tx`
      update terms_question set revision = revision + 1, wording_nl = ${next.wordingNl}, wording_en = ${next.wordingEn}, state = ${state},
        reason = ${added ? current.reason : asStandard ? null : reason}, asked_by = ${next.askedBy}, kind = ${next.kind},
        themes = ${next.themes}
      where id = ${current.id}`
    await answerReturned(within, { termsId, turn, questionKey }, 'reworded', reason)
    await keepTermsChange(within, { termsId, kind: 'question-reworded', questionKey, reason, before, after })
    await recordEvent(within, {
      action: 'terms.question-reworded',
      objectType: 'terms',
      objectId: termsId,
      details: { questionKey, reason, fields: Object.keys(after) },
    })
    return { revision: revision + 1 }
  })
}

const changeable = ['wordingNl', 'wordingEn', 'kind', 'themes', 'askedBy'] as const

/** The fields that really differ, as they were and as they become; lists are compared as sets. */
function differences(current: TermsQuestion, next: TermsQuestion) {
  const plain = (value: string | readonly string[]) => (typeof value === 'string' ? value : [...value].sort().join('\n'))
  const changed = changeable.filter((field) => plain(current[field]) !== plain(next[field]))
  return {
    before: Object.fromEntries(changed.map((field) => [field, current[field]])),
    after: Object.fromEntries(changed.map((field) => [field, next[field]])),
  }
}
