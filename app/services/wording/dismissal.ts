import { z } from 'zod'
import { passageKey } from '#editor/checks/question-wording/passage-key.ts'
import type { WordingFinding } from '#editor/checks/question-wording/find.ts'
import { Day, Id } from '#schemas/values.ts'
import { Language } from '#schemas/vocabulary.ts'

/** A hint about a wording that someone left as it is, and why. */
export const Dismissal = z.object({
  id: Id,
  language: Language,
  rule: z.string(),
  passageKey: z.string(),
  reason: z.string(),
  by: z.string(),
  organisation: z.string(),
  /** The day it was left as it is. */
  on: Day,
})
export type Dismissal = z.infer<typeof Dismissal>

/** The dismissal that stands for a finding, if any. */
export const dismissalOf = <D extends Pick<Dismissal, 'language' | 'rule' | 'passageKey'>>(
  finding: WordingFinding,
  language: Language,
  dismissals: readonly D[],
): D | undefined => {
  const key = passageKey(finding.passage)
  return dismissals.find((it) => it.language === language && it.rule === finding.rule && it.passageKey === key)
}
