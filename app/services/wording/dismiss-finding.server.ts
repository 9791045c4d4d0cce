import { z } from 'zod'
import { wordingFindings } from '#editor/checks/question-wording/find.ts'
import { passageKey } from '#editor/checks/question-wording/passage-key.ts'
import { recordEvent } from '#app/platform/audit/record-event.server.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { Language } from '#schemas/vocabulary.ts'

export const DismissedFinding = z.object({
  language: Language,
  /** The whole wording, as it stands in the field. */
  wording: z.string().trim().min(1).max(2000, 'too-long'),
  rule: z.string().max(100),
  passage: z.string().max(4000),
  reason: z.string().trim().min(10, 'reason-too-short').max(2000, 'too-long'),
})
export type DismissedFinding = z.infer<typeof DismissedFinding>

/**
 * Leaves a wording as it is although a hint speaks about it, with the reason, for everyone who meets the same sentence.
 * @returns the id of the dismissal.
 * @throws {DomainError} `invalid-input` (`no-such-finding`) when the hint does not speak about this wording; `conflict`
 * (`finding-dismissed`) when someone else left it first, whose reason then stands.
 */
export async function dismissFinding(useCase: UseCase, input: DismissedFinding): Promise<string> {
  const { language, wording, rule, passage, reason } = DismissedFinding.parse(input)
  const key = passageKey(passage)
  const finding = wordingFindings(wording, language).find((it) => it.rule === rule && passageKey(it.passage) === key)
  if (!finding) throw new DomainError('invalid-input', 'no-such-finding')
  return withTransaction(useCase.sql, async (tx) => {
    const [added] = await tx<{ id: string }[]>`
      insert into wording_dismissal (language, rule, passage, passage_key, reason, dismissed_by, dismissed_at)
      values (${language}, ${rule}, ${finding.passage}, ${key}, ${reason}, ${useCase.actor.id}, ${useCase.clock()})
      on conflict do nothing returning id`
    if (!added) throw new DomainError('conflict', 'finding-dismissed')
    await recordEvent(
      { ...useCase, sql: tx },
      { action: 'wording.finding-dismissed', objectType: 'wording-dismissal', objectId: added.id, details: { rule, reason } },
    )
    return added.id
  })
}
