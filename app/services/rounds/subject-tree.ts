import { z } from 'zod'
import { QuestionKind, Theme } from '#schemas/vocabulary.ts'

/** A question that a round is about, of terms of reference or of the standard alike. */
export const SubjectQuestion = z.object({
  key: z.string(),
  nodeKey: z.string(),
  /** Counts its changes; who changes it says which one they saw. */
  revision: z.number().int(),
  kind: QuestionKind,
  mandatory: z.boolean(),
  themes: z.array(Theme),
  askedBy: z.array(z.string()),
  wordingNl: z.string(),
  wordingEn: z.string(),
  dropped: z.boolean(),
})
export type SubjectQuestion = z.infer<typeof SubjectQuestion>

export const SubjectNode = z.object({
  key: z.string(),
  parentKey: z.string().nullable(),
  number: z.string(),
  titleNl: z.string(),
  titleEn: z.string(),
})
export type SubjectNode = z.infer<typeof SubjectNode>

/** A question with the number it has in its section: "3.9.2". */
export type NumberedQuestion = SubjectQuestion & { number: string }
export type SubjectSection = SubjectNode & { questions: NumberedQuestion[] }
export type SubjectChapter = SubjectNode & { sections: SubjectSection[] }

/** Chapters with their sections and the questions in them, in order; a chapter with questions of its own is its own first section. */
export function subjectTree(nodes: readonly SubjectNode[], questions: readonly SubjectQuestion[]): SubjectChapter[] {
  const sectionOf = (node: SubjectNode): SubjectSection => ({
    ...node,
    questions: questions
      .filter((question) => question.nodeKey === node.key)
      .map((question, index) => ({ ...question, number: `${node.number}.${index + 1}` })),
  })
  return nodes
    .filter((node) => node.parentKey === null)
    .map((chapter) => {
      const own = sectionOf(chapter)
      const sections = nodes.filter((node) => node.parentKey === chapter.key).map(sectionOf)
      return { ...chapter, sections: own.questions.length > 0 ? [own, ...sections] : sections }
    })
}

/** Every question of a tree, in order. */
export const questionsOf = (chapters: readonly SubjectChapter[]): NumberedQuestion[] =>
  chapters.flatMap((chapter) => chapter.sections.flatMap((section) => section.questions))
