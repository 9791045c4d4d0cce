import { z } from 'zod'
import { migrateDocument } from '#editor/document/schema.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import type { Queryable } from '#app/platform/database/sql.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import type { SectionState } from '#app/policies/policies.ts'
import { SectionDocument } from '#schemas/document.ts'
import { Day, Id } from '#schemas/values.ts'
import { Language, QuestionKind, SectionStatus, Theme } from '#schemas/vocabulary.ts'
import { gatherSources } from '../releases/gather-sources.server.ts'

/** As it travels to the page: ISO. */
const Moment = z.date().transform((moment) => moment.toISOString())

const Section = z.object({
  id: Id,
  reportId: Id,
  reportTitle: z.string(),
  notice: z.string().nullable(),
  language: Language,
  countryNl: z.string(),
  countryEn: z.string(),
  number: z.string(),
  title: z.string(),
  status: SectionStatus,
  authorId: Id.nullable(),
  author: z.string().nullable(),
  /** Everyone whose save was acknowledged. */
  contributors: z.array(z.object({ id: Id, name: z.string() })),
  asOfDate: Day.nullable(),
  submittedAt: Moment.nullable(),
  version: z.number().int(),
  editorVersion: z.number().int(),
  document: SectionDocument,
})
const Question = z.object({
  key: z.string(),
  kind: QuestionKind,
  wordingNl: z.string(),
  wordingEn: z.string(),
  rationaleNl: z.string(),
  rationaleEn: z.string(),
  themes: z.array(Theme),
  askedBy: z.array(z.object({ nl: z.string(), en: z.string() })),
})
const Decision = z.object({
  id: Id,
  decision: z.enum(['approved', 'returned']),
  reason: z.string(),
  reviewer: z.string(),
  version: z.number().int(),
  decidedAt: Moment,
})

/**
 * A section as its reviewers read it: the text with what it rests on, the questions it answers, what was remarked (open remarks first) and what
 * was decided (newest first). Of sources only the public face.
 * @throws {DomainError} `not-found` for an unknown or malformed id, and for a chapter, which has no text.
 */
export async function readSectionForReview({ sql }: Pick<UseCase, 'sql'>, sectionId: string | undefined) {
  const { editorVersion, ...section } = await readRow(sql, sectionId)
  const document = migrateDocument(section.document, editorVersion)
  const state: SectionState = {
    status: section.status,
    authorId: section.authorId,
    contributorIds: section.contributors.map(({ id }) => id),
  }
  return {
    section: { ...section, document },
    state,
    questions: await questionsOf(sql, section.id),
    decisions: await decisionsOf(sql, section.id),
    sources: await gatherSources(sql, [document]),
  }
}

/** Only what policies look at, before something is done. @throws {DomainError} as `readSectionForReview`. */
export async function readReviewState(
  { sql }: Pick<UseCase, 'sql'>,
  sectionId: string | undefined,
): Promise<SectionState & { id: string }> {
  const { id, status, authorId, contributors } = await readRow(sql, sectionId)
  return { id, status, authorId, contributorIds: contributors.map((it) => it.id) }
}

async function readRow(sql: Queryable, sectionId: string | undefined) {
  if (!Id.safeParse(sectionId).success) throw new DomainError('not-found')
  const [row] = await sql`
    select section.id, report.id as "reportId", report.title as "reportTitle", report.notice, report.language,
      country.name_nl as "countryNl", country.name_en as "countryEn", section.number, section.title, section.status,
      section.author_id as "authorId", author.name as author, section.as_of_date as "asOfDate", section.submitted_at as "submittedAt",
      document.version, document.editor_version as "editorVersion", document.document,
      coalesce((
        select jsonb_agg(jsonb_build_object('id', app_user.id, 'name', app_user.name) order by app_user.name, app_user.id)
        from section_contribution join app_user on app_user.id = user_id where section_id = section.id
      ), '[]') as contributors
    from section
    join report on report.id = section.report_id
    join country on country.code = report.country_code
    join section_document document on document.section_id = section.id
    left join app_user author on author.id = section.author_id
    where section.id = ${sectionId!}`
  if (!row) throw new DomainError('not-found')
  return Section.parse(row)
}

async function questionsOf(sql: Queryable, sectionId: string) {
  const rows = await sql`
    select question.key, question.kind, wording_nl as "wordingNl", wording_en as "wordingEn", rationale_nl as "rationaleNl",
      rationale_en as "rationaleEn", themes,
      coalesce((
        select jsonb_agg(jsonb_build_object('nl', coalesce(name_nl, asked.code), 'en', coalesce(name_en, asked.code)) order by place)
        from unnest(asked_by) with ordinality as asked (code, place) left join organisation on organisation.code = asked.code
      ), '[]') as "askedBy"
    from section_question join terms_question question on question.id = question_id
    where section_id = ${sectionId} order by question.position, question.key`
  return Question.array().parse([...rows])
}

async function decisionsOf(sql: Queryable, sectionId: string) {
  const rows = await sql`
    select review_decision.id, decision, reason, name as reviewer, document_version as version, decided_at as "decidedAt"
    from review_decision join app_user on app_user.id = reviewer_id
    where section_id = ${sectionId} order by decided_at desc, review_decision.id`
  return Decision.array().parse([...rows])
}
