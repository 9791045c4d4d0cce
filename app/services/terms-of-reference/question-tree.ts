import { z } from 'zod'
import { DomainError } from '#app/platform/errors.ts'
import { questionKinds, QuestionKind, QuestionState, Theme } from '#schemas/vocabulary.ts'

export const Question = z.object({
  key: z.string(),
  nodeKey: z.string(),
  kind: QuestionKind,
  mandatory: z.boolean(),
  themes: z.array(Theme),
  askedBy: z.array(z.string()),
  wordingNl: z.string(),
  wordingEn: z.string(),
  formerWordingNl: z.string().nullable(),
  rationaleNl: z.string(),
  rationaleEn: z.string(),
  state: QuestionState,
  reason: z.string().nullable(),
})
export type Question = z.infer<typeof Question>

export const Node = z.object({
  key: z.string(),
  parentKey: z.string().nullable(),
  number: z.string(),
  titleNl: z.string(),
  titleEn: z.string(),
})
export type Node = z.infer<typeof Node>

export type KindCounts = Partial<Record<QuestionKind, number>>
export type Section = Node & { asked: number; kinds: KindCounts }
export type Chapter = Section & { sections: Section[] }

/** The questions that are asked: kept ones and added ones. */
export const isAsked = (question: Pick<Question, 'state'>): boolean => question.state !== 'dropped'

/** Chapters with their sections, each with how many questions are asked in it, by kind; a chapter counts its sections' too. */
export function chapterTree(nodes: readonly Node[], questions: readonly Question[]): Chapter[] {
  const counted = (node: Node, keys: readonly string[]): Section => {
    const asked = questions.filter((question) => isAsked(question) && keys.includes(question.nodeKey))
    return { ...node, asked: asked.length, kinds: countKinds(asked) }
  }
  return nodes
    .filter((node) => node.parentKey === null)
    .map((chapter) => {
      const sections = nodes.filter((node) => node.parentKey === chapter.key)
      return {
        ...counted(chapter, [chapter.key, ...sections.map((section) => section.key)]),
        sections: sections.map((section) => counted(section, [section.key])),
      }
    })
}

/** How many of each kind; a kind of which there are none is left out. */
export function countKinds(questions: readonly Pick<Question, 'kind'>[]): KindCounts {
  const counts: KindCounts = {}
  for (const kind of questionKinds) {
    const count = questions.filter((question) => question.kind === kind).length
    if (count > 0) counts[kind] = count
  }
  return counts
}

/** The key of the chapter that a question stands in; null when there is no such question. */
export function chapterOf(
  chapters: readonly Chapter[],
  questions: readonly Question[],
  questionKey: string | null,
): string | null {
  const home = questions.find((it) => it.key === questionKey)?.nodeKey
  return chapters.find((it) => it.key === home || it.sections.some((section) => section.key === home))?.key ?? null
}

/** Picks a chapter and its questions. @throws {DomainError} `not-found` when there is no such chapter. */
export function oneChapter<Q extends Question>(chapters: readonly Chapter[], questions: readonly Q[], key: string | null) {
  const chapter = key === null ? chapters[0] : chapters.find((it) => it.key === key)
  if (!chapter) throw new DomainError('not-found')
  const keys = [chapter.key, ...chapter.sections.map((section) => section.key)]
  return { chapter, questions: questions.filter((question) => keys.includes(question.nodeKey)) }
}
