import type { EvaluatedQuestion, Evaluation, EvaluationChoice } from './read-evaluation.server.ts'

export const shownChoices = ['all', 'changed', 'gaps', 'remarks', 'proposals', 'undecided'] as const
export type Shown = (typeof shownChoices)[number]

/** What of the evaluation is looked at: which versions and reports, and which questions. */
export type EvaluationFilter = EvaluationChoice & {
  /** A chapter's key; `all`; null where the choice is left open. */
  chapter: string | null
  show: Shown
}

/** Reads a filter from an address; what it does not know is taken as not chosen. */
export function filterFrom(query: URLSearchParams): EvaluationFilter {
  const chosen = (name: string) => query.get(name) || null
  const show = query.get('show')
  return {
    old: chosen('old'),
    new: chosen('new'),
    countries: chosen('countries'),
    chapter: chosen('chapter'),
    show: shownChoices.find((choice) => choice === show) ?? 'all',
  }
}

/** The same filter as an address's query, with other choices where given. */
export function queryOf(filter: EvaluationFilter, instead: Partial<EvaluationFilter> = {}): string {
  const { old, new: current, countries, chapter, show } = { ...filter, ...instead }
  const chosen = { old, new: current, countries, chapter, show: show === 'all' ? null : show }
  return new URLSearchParams(Object.entries(chosen).flatMap(([name, value]) => (value ? [[name, value]] : []))).toString()
}

const tests: Record<Shown, (question: EvaluatedQuestion) => boolean> = {
  all: () => true,
  changed: ({ change }) => change !== 'same',
  gaps: ({ outcomes }) => [outcomes.old, outcomes.new].some((it) => it && it.withGap + it.unanswered > 0),
  remarks: ({ outcomes }) => [outcomes.old, outcomes.new].some((it) => it && it.remarks.author + it.remarks.officer > 0),
  proposals: ({ record }) => record !== null,
  undecided: ({ record }) => record !== null && record.decision === null,
}

export type EvaluatedChapter = { key: string; number: string; titleNl: string; titleEn: string }

/** The chapters of both versions, in order. */
export function chaptersOf({ questions }: Pick<Evaluation, 'questions'>): EvaluatedChapter[] {
  return [...new Map(questions.map(chapterOf).map((chapter) => [chapter.key, chapter])).values()].sort((a, b) =>
    a.number.localeCompare(b.number, 'nl', { numeric: true }),
  )
}

export const chapterOf = (question: Pick<EvaluatedQuestion, 'old' | 'new'>): EvaluatedChapter =>
  (question.new ?? question.old)!.chapter

/** The chapter that is shown: the chosen one; else the first when all its questions are, or all when some are picked out. Null: all. */
export function shownChapter(filter: EvaluationFilter, chapters: readonly EvaluatedChapter[]): EvaluatedChapter | null {
  if (filter.chapter === 'all') return null
  const chosen = chapters.find(({ key }) => key === filter.chapter)
  return chosen ?? (filter.show === 'all' ? (chapters[0] ?? null) : null)
}

/** The questions that a filter leaves. */
export function shownQuestions(filter: EvaluationFilter, evaluation: Pick<Evaluation, 'questions'>): EvaluatedQuestion[] {
  const chapter = shownChapter(filter, chaptersOf(evaluation))
  return evaluation.questions.filter(
    (question) => tests[filter.show](question) && (chapter === null || chapterOf(question).key === chapter.key),
  )
}
