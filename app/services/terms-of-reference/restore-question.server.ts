import { recordEvent } from '#app/platform/audit/record-event.server.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import { termsWithPolicy } from '#schemas/vocabulary.ts'
import { reopenReturned } from './answer-returned.server.ts'
import { keepTermsChange } from './keep-terms-change.server.ts'
import { lockTerms } from './lock-terms.server.ts'
import { lockTermsQuestion } from './terms-question.server.ts'

type Restored = { termsId: string; questionKey: string; revision?: number }

/**
 * Takes a dropped question back in, or gives a reworded one the standard's wording again. The reason it differed for stays in the history, and what
 * Foreign Affairs returned waits for an answer again.
 * @throws {DomainError} `not-found`; `wrong-state` while Foreign Affairs has the terms; `conflict` (`question-changed`) when someone changed it
 * meanwhile. A question that is as the standard has it, or that was added, is left as it is.
 */
export async function restoreQuestion(useCase: UseCase, { termsId, questionKey, revision }: Restored): Promise<void> {
  await withTransaction(useCase.sql, async (tx) => {
    const within = { ...useCase, sql: tx }
    const { turn } = await lockTerms(tx, termsId, termsWithPolicy)
    const question = await lockTermsQuestion(tx, termsId, questionKey)
    if (question.state === 'kept' || question.state === 'added') return
    await lockTermsQuestion(tx, termsId, questionKey, revision)
    await tx`
      update terms_question set state = 'kept', reason = null, revision = revision + 1, wording_nl = ${question.standardWordingNl},
        wording_en = ${question.standardWordingEn}
      where id = ${question.id}`
    await reopenReturned(within, { termsId, turn, questionKey })
    const { state, reason, wordingNl, wordingEn } = question
    await keepTermsChange(within, {
      termsId,
      kind: 'question-restored',
      questionKey,
      before: { state, reason, ...(state === 'reworded' && { wordingNl, wordingEn }) },
      after: state === 'reworded' ? { wordingNl: question.standardWordingNl, wordingEn: question.standardWordingEn } : {},
    })
    await recordEvent(within, {
      action: 'terms.question-restored',
      objectType: 'terms',
      objectId: termsId,
      details: { questionKey },
    })
  })
}
