import { wordingFindings, type WordingFinding } from '#editor/checks/question-wording/find.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import type { Language } from '#schemas/vocabulary.ts'
import { dismissalOf, type Dismissal } from './dismissal.ts'
import { readDismissals } from './read-dismissals.server.ts'
import type { Wording } from './read-wordings.server.ts'

export type Judged = Pick<Wording, 'key' | 'number'> & {
  /** The languages in which something stands out. */
  texts: { language: Language; wording: string; findings: readonly WordingFinding[] }[]
  /** Everything that stands out was left as it is, with a reason. */
  left: boolean
}

/** The questions in whose wording something stands out, and what was left as it is. */
export async function judgeWordings(
  useCase: Pick<UseCase, 'sql'>,
  wordings: readonly Wording[],
): Promise<{ judged: Judged[]; dismissals: Dismissal[] }> {
  const found = wordings.flatMap(({ key, number, wordingNl, wordingEn }) => {
    const texts = [
      { language: 'nl' as const, wording: wordingNl, findings: wordingFindings(wordingNl, 'nl') },
      { language: 'en' as const, wording: wordingEn, findings: wordingFindings(wordingEn, 'en') },
    ].filter(({ findings }) => findings.length > 0)
    return texts.length > 0 ? [{ key, number, texts }] : []
  })
  const dismissals = await readDismissals(
    useCase,
    found.flatMap(({ texts }) => texts),
  )
  const judged = found.map((it) => ({
    ...it,
    left: it.texts.every(({ language, findings }) =>
      findings.every((finding) => dismissalOf(finding, language, dismissals) !== undefined),
    ),
  }))
  return { judged, dismissals }
}
