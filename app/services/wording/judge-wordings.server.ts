import { z } from 'zod'
import { wordingFindings } from '#editor/checks/question-wording/find.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import { Language, WordingKind } from '#schemas/vocabulary.ts'
import { dismissalOf, type Dismissal } from './dismissal.ts'
import { readDismissals } from './read-dismissals.server.ts'
import type { Wording } from './read-wordings.server.ts'

/** How many questions a page of the list shows. */
const pageSize = 25

/** Which hints are asked for; what cannot be read is as if it was not asked. */
export const WordingFilter = z.object({
  in: Language.nullable().catch(null).default(null),
  kind: WordingKind.nullable().catch(null).default(null),
  page: z.coerce.number().int().min(1).max(1000).catch(1).default(1),
})
export type WordingFilter = z.infer<typeof WordingFilter>

export type JudgedWordings = {
  /** All questions; those in whose wording something stands out; and of these, where everything was left as it is, with a reason. */
  questions: number
  judged: number
  left: number
  language: Language
  kind: WordingKind | null
  page: number
  pages: number
  /** The questions of this page in whose wording something of the kind asked for stands out. */
  shown: { key: string; number: string; wording: string }[]
  dismissals: Dismissal[]
}

/**
 * The questions of a set in whose wording, in one language, something stands out, a page at a time.
 * @param language when the filter names none.
 */
export async function judgeWordings(
  useCase: Pick<UseCase, 'sql'>,
  wordings: readonly Wording[],
  filter: WordingFilter,
  language: Language,
): Promise<JudgedWordings> {
  const chosen = filter.in ?? language
  const all = wordings
    .map(({ key, number, wordingNl, wordingEn }) => ({ key, number, wording: chosen === 'nl' ? wordingNl : wordingEn }))
    .map((it) => ({ ...it, language: chosen, findings: wordingFindings(it.wording, chosen) }))
    .filter(({ findings }) => findings.length > 0)
  const dismissals = await readDismissals(useCase, all)
  const left = all.filter(({ findings }) => findings.every((finding) => dismissalOf(finding, chosen, dismissals) !== undefined))
  const ofKind = all.filter(({ findings }) => filter.kind === null || findings.some(({ kind }) => kind === filter.kind))
  const pages = Math.max(1, Math.ceil(ofKind.length / pageSize))
  const page = Math.min(filter.page, pages)
  const shown = ofKind.slice((page - 1) * pageSize, page * pageSize)
  return {
    questions: wordings.length,
    judged: all.length,
    left: left.length,
    language: chosen,
    kind: filter.kind,
    page,
    pages,
    shown: shown.map(({ key, number, wording }) => ({ key, number, wording })),
    dismissals: dismissals.filter((it) =>
      shown.some(({ findings }) => findings.some((finding) => dismissalOf(finding, chosen, [it]) !== undefined)),
    ),
  }
}
