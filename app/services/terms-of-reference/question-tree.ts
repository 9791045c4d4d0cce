import { z } from 'zod'
import { DomainError } from '#app/platform/errors.ts'
import { inGenderBlock } from '#app/policies/policies.ts'
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

type KindCounts = Partial<Record<QuestionKind, number>>
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

function countKinds(questions: readonly Question[]): KindCounts {
  const counts: KindCounts = {}
  for (const kind of questionKinds) {
    const count = questions.filter((question) => question.kind === kind).length
    if (count > 0) counts[kind] = count
  }
  return counts
}

/** Picks a chapter and its questions. @throws {DomainError} `not-found` when there is no such chapter. */
export function oneChapter<Q extends Question>(chapters: readonly Chapter[], questions: readonly Q[], key: string | null) {
  const chapter = key === null ? chapters[0] : chapters.find((it) => it.key === key)
  if (!chapter) throw new DomainError('not-found')
  const keys = [chapter.key, ...chapter.sections.map((section) => section.key)]
  return { chapter, questions: questions.filter((question) => keys.includes(question.nodeKey)) }
}

export type Coverage = {
  /** Every kind, in a fixed order: how many questions of it are asked, and how many of the standard's were dropped. */
  kinds: { kind: QuestionKind; asked: number; dropped: number }[]
  asked: number
  dropped: number
  added: number
  mandatoryDropped: number
  /** The gender block (SR-27): how many of its questions the standard has, how many are asked, and which were left out, why. */
  genderBlock: { standard: number; asked: number; kinds: KindCounts; dropped: Question[] }
}

/** What terms of reference cover, and what was left out of them. */
export function coverageOf(questions: readonly Question[]): Coverage {
  const asked = questions.filter(isAsked)
  const dropped = questions.filter((question) => question.state === 'dropped')
  const gender = questions.filter((question) => inGenderBlock(question.themes))
  const askedKinds = countKinds(asked)
  const droppedKinds = countKinds(dropped)
  return {
    kinds: questionKinds.map((kind) => ({ kind, asked: askedKinds[kind] ?? 0, dropped: droppedKinds[kind] ?? 0 })),
    asked: asked.length,
    dropped: dropped.length,
    added: questions.filter((question) => question.state === 'added').length,
    mandatoryDropped: dropped.filter((question) => question.mandatory).length,
    genderBlock: {
      standard: gender.filter((question) => question.state !== 'added').length,
      asked: gender.filter(isAsked).length,
      kinds: countKinds(gender.filter(isAsked)),
      dropped: gender.filter((question) => question.state === 'dropped'),
    },
  }
}
