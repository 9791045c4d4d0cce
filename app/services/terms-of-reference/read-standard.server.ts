import { z } from 'zod'
import type { UseCase } from '#app/platform/context.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { Day, Id } from '#schemas/values.ts'
import { StandardStatus } from '#schemas/vocabulary.ts'
import { chapterTree, Node, Question, type Chapter } from './question-tree.ts'

export const StandardSummary = z.object({
  id: Id,
  version: z.string(),
  titleNl: z.string(),
  titleEn: z.string(),
  status: StandardStatus,
  inForceFrom: Day.nullable(),
  questions: z.number().int(),
  mandatory: z.number().int(),
})
export type StandardSummary = z.infer<typeof StandardSummary>

/** The standard terms of reference in force for general reports, from which those of a country start; null before any was loaded. */
export async function readStandardInForce({ sql }: Pick<UseCase, 'sql'>): Promise<StandardSummary | null> {
  const [row] = await sql`
    select id, version, title_nl as "titleNl", title_en as "titleEn", status, in_force_from as "inForceFrom",
      (select count(*) from standard_question where standard_id = standard_terms.id) as questions,
      (select count(*) from standard_question where standard_id = standard_terms.id and mandatory) as mandatory
    from standard_terms where status = 'in-force' and kind = 'general'`
  return row ? StandardSummary.parse(row) : null
}

export type StandardChapter = { standard: StandardSummary; chapters: Chapter[]; chapter: Chapter; questions: Question[] }

/**
 * One chapter of the standard in force with its questions, and the tree of all chapters beside it.
 * @param chapterKey the first chapter when null.
 * @throws {DomainError} `not-found` for an unknown chapter or while there is no standard.
 */
export async function readStandardChapter(useCase: Pick<UseCase, 'sql'>, chapterKey: string | null): Promise<StandardChapter> {
  const standard = await readStandardInForce(useCase)
  if (!standard) throw new DomainError('not-found')
  const { sql } = useCase
  const nodes = z.array(Node).parse(
    await sql`
    select node.key, parent.key as "parentKey", node.number, node.title_nl as "titleNl", node.title_en as "titleEn"
    from standard_node node left join standard_node parent on parent.id = node.parent_id
    where node.standard_id = ${standard.id} order by node.position`,
  )
  const questions = z.array(Question).parse(
    await sql`
    select question.key, node.key as "nodeKey", question.kind, mandatory, themes, asked_by as "askedBy", wording_nl as "wordingNl",
      wording_en as "wordingEn", former_wording_nl as "formerWordingNl", rationale_nl as "rationaleNl", rationale_en as "rationaleEn",
      'kept' as state, null as reason
    from standard_question question join standard_node node on node.id = question.node_id
    where question.standard_id = ${standard.id} order by question.position`,
  )
  const chapters = chapterTree(nodes, questions)
  return { standard, chapters, ...oneChapter(chapters, questions, chapterKey) }
}

/** Picks a chapter and its questions. @throws {DomainError} `not-found` when there is no such chapter. */
export function oneChapter(chapters: readonly Chapter[], questions: readonly Question[], key: string | null) {
  const chapter = key === null ? chapters[0] : chapters.find((it) => it.key === key)
  if (!chapter) throw new DomainError('not-found')
  const keys = [chapter.key, ...chapter.sections.map((section) => section.key)]
  return { chapter, questions: questions.filter((question) => keys.includes(question.nodeKey)) }
}
