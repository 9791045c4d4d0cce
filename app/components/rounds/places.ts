import type { NumberedQuestion, SubjectChapter, SubjectSection } from '#app/services/rounds/subject-tree.ts'

type Named = { questionKey: string | null; nodeKey: string | null }
export type Place = { question: NumberedQuestion | null; section: SubjectSection | null }

/** The question or the section a proposal names, as it is there now; null for one that is gone. */
export function findPlace(chapters: readonly SubjectChapter[], { questionKey, nodeKey }: Named): Place {
  const sections = chapters.flatMap((chapter) => chapter.sections)
  return {
    question: sections.flatMap((section) => section.questions).find((it) => it.key === questionKey) ?? null,
    section: sections.find((it) => it.key === nodeKey) ?? null,
  }
}

/** Where something stands among the chapters, so that what is about one question comes together; the whole first. */
export function orderOf(chapters: readonly SubjectChapter[], named: Named): number {
  const order = chapters.flatMap((chapter) =>
    chapter.sections.flatMap((section) => [...section.questions.map((it) => it.key), section.key]),
  )
  return order.indexOf(named.questionKey ?? named.nodeKey ?? '')
}
