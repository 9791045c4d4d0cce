import type { Evaluation } from './read-evaluation.server.ts'

/** One version over all its questions and the released reports that were chosen. */
export type VersionTotals = {
  version: string
  questions: number
  reports: number
  asked: number
  answered: number
  withGap: number
  unanswered: number
  author: number
  officer: number
}

export const totalColumns = ['questions', 'reports', 'asked', 'answered', 'withGap', 'unanswered', 'author', 'officer'] as const

/** What became of all questions of each version: the older first, where there is one. */
export function totalsOf({
  old,
  new: current,
  questions,
  reports,
}: Omit<Evaluation, 'answer' | 'versions' | 'countries'>): VersionTotals[] {
  return (['old', 'new'] as const).flatMap((side) => {
    const standard = side === 'old' ? old : current
    if (!standard) return []
    const outcomes = questions.flatMap((question) => question.outcomes[side] ?? [])
    const sum = (count: (outcome: (typeof outcomes)[number]) => number) => outcomes.reduce((total, it) => total + count(it), 0)
    return {
      version: standard.version,
      questions: outcomes.length,
      reports: reports.filter((report) => report.standardId === standard.id && report.releases.length > 0).length,
      asked: sum((it) => it.asked),
      answered: sum((it) => it.answered),
      withGap: sum((it) => it.withGap),
      unanswered: sum((it) => it.unanswered),
      author: sum((it) => it.remarks.author),
      officer: sum((it) => it.remarks.officer),
    }
  })
}
