import { z } from 'zod'
import type { UseCase } from '#app/platform/context.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { Id } from '#schemas/values.ts'
import { Language, SectionStatus } from '#schemas/vocabulary.ts'

const ArrangedSection = z.object({
  id: Id,
  reportId: Id,
  report: z.string(),
  language: Language,
  number: z.string(),
  title: z.string(),
  status: SectionStatus,
  /** 1 for a chapter, 2 for a section in it, 3 for a subsection. */
  depth: z.number().int(),
  /** False for a heading above others. */
  hasText: z.boolean(),
})
const ArrangedQuestion = z.object({
  key: z.string(),
  wordingNl: z.string(),
  wordingEn: z.string(),
  /** The section itself is to answer it. */
  own: z.boolean(),
  /** The numbers of the subsections that answer it. */
  below: z.array(z.string()),
  /** The numbers of the other sections that answer it. */
  elsewhere: z.array(z.string()),
})
export type ArrangedQuestion = z.infer<typeof ArrangedQuestion>

/**
 * A section, chapters and headings included, with all questions the report was asked and which sections answer them: what is needed to name it,
 * split it and bind questions to it.
 * @throws {DomainError} `not-found` for an unknown or malformed id.
 */
export async function readArrangement({ sql }: Pick<UseCase, 'sql'>, sectionId: string | undefined) {
  if (!Id.safeParse(sectionId).success) throw new DomainError('not-found')
  const [row] = await sql`
    select section.id, section.report_id as "reportId", report.title as report, report.terms_id as "termsId", report.language, section.number,
      section.title, section.status,
      cardinality(string_to_array(section.number, '.')) as depth,
      exists (select from section_document where section_id = section.id) as "hasText"
    from section join report on report.id = section.report_id
    where section.id = ${sectionId!}`
  if (!row) throw new DomainError('not-found')
  const section = ArrangedSection.parse(row)
  const questions = await sql`
    select question.key, question.wording_nl as "wordingNl", question.wording_en as "wordingEn",
      coalesce(bool_or(section.id = ${section.id}), false) as own,
      coalesce(array_agg(section.number order by section.position) filter (where section.parent_id = ${section.id}), '{}') as below,
      coalesce(array_agg(section.number order by section.number)
        filter (where section.id <> ${section.id} and section.parent_id is distinct from ${section.id}), '{}') as elsewhere
    from terms_question question
    left join section_question on question_id = question.id
    left join section on section.id = section_id and section.report_id = ${section.reportId}
    where question.terms_id = ${row.termsId} and question.state <> 'dropped'
    group by question.id order by question.position, question.key`
  return { section, questions: z.array(ArrangedQuestion).parse([...questions]) }
}

/** The questions a new subsection can take on: those the section answers, itself or in the parts it has. */
export const splittable = (questions: readonly ArrangedQuestion[]) => questions.filter((it) => it.own || it.below.length > 0)
