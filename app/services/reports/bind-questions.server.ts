import { z } from 'zod'
import { recordEvent } from '#app/platform/audit/record-event.server.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import { DomainError } from '#app/platform/errors.ts'

export const QuestionKeys = z.array(z.string().min(1).max(200)).max(200)

/**
 * Records that a section answers these questions of its report's terms of reference, besides those it was already bound to.
 * @throws {DomainError} `not-found` for an unknown section, `invalid-input` (`unknown-question`) for a question the report was not asked.
 */
export async function bindQuestions(
  useCase: UseCase,
  input: { sectionId: string; questionKeys: readonly string[] },
): Promise<void> {
  const keys = [...new Set(QuestionKeys.parse(input.questionKeys))]
  if (keys.length === 0) return
  await withTransaction(useCase.sql, async (tx) => {
    const [section] = await tx`
      select report.terms_id as "termsId" from section join report on report.id = section.report_id
      where section.id = ${input.sectionId} for update of section`
    if (!section) throw new DomainError('not-found')
    const asked =
      await tx`select id from terms_question where terms_id = ${section.termsId} and key = any(${keys}) and state <> 'dropped'`
    if (asked.length !== keys.length) throw new DomainError('invalid-input', 'unknown-question')
    await tx`
      insert into section_question ${tx(asked.map((question) => ({ section_id: input.sectionId, question_id: question.id as string })))}
      on conflict do nothing`
    await recordEvent(
      { ...useCase, sql: tx },
      { action: 'section.questions-bound', objectType: 'section', objectId: input.sectionId, details: { questionKeys: keys } },
    )
  })
}
