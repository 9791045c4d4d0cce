import { z } from 'zod'
import type { Queryable } from '#app/platform/database/sql.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { SubjectNode, SubjectQuestion, subjectTree, type SubjectChapter } from './subject-tree.ts'

/** What a round is about: terms of reference of a country or a draft of the standard, exactly one of both. */
export type Subject = { termsId: string | null; standardId: string | null }

/** The chapters and questions that a round is about as they stand now, dropped ones included, in order. */
export async function readSubjectTree(sql: Queryable, subject: Subject): Promise<SubjectChapter[]> {
  const nodes = subject.termsId
    ? await sql`
      select node.key, parent.key as "parentKey", node.number, node.title_nl as "titleNl", node.title_en as "titleEn"
      from terms_node node left join terms_node parent on parent.id = node.parent_id
      where node.terms_id = ${subject.termsId} order by node.position`
    : await sql`
      select node.key, parent.key as "parentKey", node.number, node.title_nl as "titleNl", node.title_en as "titleEn"
      from standard_node node left join standard_node parent on parent.id = node.parent_id
      where node.standard_id = ${subject.standardId} order by node.position`
  const questions = subject.termsId
    ? await sql`
      select question.key, node.key as "nodeKey", question.revision, question.kind, mandatory, themes, asked_by as "askedBy",
        wording_nl as "wordingNl", wording_en as "wordingEn", state = 'dropped' as dropped
      from terms_question question join terms_node node on node.id = question.node_id
      where question.terms_id = ${subject.termsId} order by question.position`
    : await sql`
      select question.key, node.key as "nodeKey", question.revision, question.kind, mandatory, themes, asked_by as "askedBy",
        wording_nl as "wordingNl", wording_en as "wordingEn", false as dropped
      from standard_question question join standard_node node on node.id = question.node_id
      where question.standard_id = ${subject.standardId} order by question.position`
  return subjectTree(z.array(SubjectNode).parse(nodes), z.array(SubjectQuestion).parse(questions))
}

/** The chapter to show; the first when none is named. @throws {DomainError} `not-found` when there is no such chapter. */
export function chapterOf(chapters: readonly SubjectChapter[], key: string | null): SubjectChapter {
  const chapter = key === null ? chapters[0] : chapters.find((it) => it.key === key)
  if (!chapter) throw new DomainError('not-found')
  return chapter
}

/**
 * The question and the section a proposal names.
 * @throws {DomainError} `invalid-input` (`unknown-question`, `question-dropped`, `unknown-section`) when what it names is not there to propose about.
 */
export function placeIn(chapters: readonly SubjectChapter[], named: { questionKey: string | null; nodeKey: string | null }) {
  const sections = chapters.flatMap((chapter) => chapter.sections)
  const question = sections.flatMap((section) => section.questions).find((it) => it.key === named.questionKey) ?? null
  if (named.questionKey !== null && !question) throw new DomainError('invalid-input', 'unknown-question')
  if (question?.dropped) throw new DomainError('invalid-input', 'question-dropped')
  const node = sections.find((it) => it.key === named.nodeKey) ?? null
  if (named.nodeKey !== null && !node) throw new DomainError('invalid-input', 'unknown-section')
  return { question, node }
}
