import { z } from 'zod'
import { citationsOf, incidentsOf, migrateDocument } from '#editor/document/schema.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import type { Queryable } from '#app/platform/database/sql.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { SectionDocument } from '#schemas/document.ts'
import { Day, Id } from '#schemas/values.ts'
import { Language, QuestionKind, QuestionState, SectionStatus, Theme } from '#schemas/vocabulary.ts'
import { listColleagues } from '../comments/list-colleagues.server.ts'
import { readThreads } from '../comments/read-threads.server.ts'
import { readSourceItems } from '../sources/find-source-items.server.ts'
import { countFindings } from './count-findings.server.ts'
import { settleSection } from './settle-text.server.ts'
import { readPlacedIncidents } from './read-placed-incidents.server.ts'

const Section = z.object({
  id: Id,
  reportId: Id,
  report: z.string(),
  notice: z.string().nullable(),
  countryCode: z.string(),
  language: Language,
  number: z.string(),
  title: z.string(),
  /** 1 for a chapter, 2 for a section in it, 3 for a subsection. */
  depth: z.number().int(),
  status: SectionStatus,
  authorId: Id.nullable(),
  author: z.string().nullable(),
  asOfDate: Day.nullable(),
  contributorIds: z.array(Id),
  version: z.number().int(),
  editorVersion: z.number().int(),
  document: SectionDocument,
  savedAt: z.date(),
  savedBy: z.string().nullable(),
})
const OutlineLine = z.object({
  id: Id,
  parentId: Id.nullable(),
  number: z.string(),
  title: z.string(),
  status: SectionStatus,
  hasText: z.boolean(),
  /** Threads that are not dealt with. */
  comments: z.number().int(),
})
const Question = z.object({
  key: z.string(),
  kind: QuestionKind,
  state: QuestionState,
  wordingNl: z.string(),
  wordingEn: z.string(),
  rationale: z.string(),
  themes: z.array(Theme),
  askedBy: z.array(z.object({ code: z.string(), nl: z.string(), en: z.string() })),
})
const Copy = z.object({ id: Id, baseVersion: z.number().int(), keptAt: z.date(), document: SectionDocument })

/**
 * A section as its page shows it: the text in today's shape, what it cites and places, what was asked, what was remarked, the report around it,
 * and the asker's own kept copies that are not dealt with yet.
 * @throws {DomainError} `not-found` for an unknown or malformed id, and for a chapter, which has no text.
 */
export async function readSection(useCase: UseCase, sectionId: string | undefined) {
  const { sql, actor } = useCase
  if (!Id.safeParse(sectionId).success) throw new DomainError('not-found')
  await settleSection(useCase, sectionId!)
  const [row] = await sql`
    select section.id, report_id as "reportId", report.title as report, report.notice, report.country_code as "countryCode", report.language, section.number,
      section.title, cardinality(string_to_array(section.number, '.')) as depth, section.status, author_id as "authorId", author.name as author, as_of_date as "asOfDate",
      array(select user_id from section_contribution where section_id = section.id) as "contributorIds",
      document.version, editor_version as "editorVersion", document.document, saved_at as "savedAt", saver.name as "savedBy"
    from section
    join report on report.id = section.report_id
    join section_document document on document.section_id = section.id
    left join app_user author on author.id = author_id
    left join app_user saver on saver.id = saved_by
    where section.id = ${sectionId!}`
  if (!row) throw new DomainError('not-found')
  const { editorVersion, ...section } = Section.parse(row)
  const document = migrateDocument(section.document, editorVersion)
  const copies = await openCopies(sql, section.id, actor.id)
  const shown = [document, ...copies.map((copy) => copy.document)]
  return {
    section: { ...section, document },
    outline: await outlineOf(sql, section.reportId),
    questions: await questionsOf(sql, section.id),
    threads: await readThreads(useCase, section.id),
    colleagues: await listColleagues(useCase, section.id),
    copies,
    items: await readSourceItems(
      { sql },
      shown.flatMap((it) => citationsOf(it).map((citation) => citation.sourceItemId)),
    ),
    incidents: await readPlacedIncidents(
      { sql },
      shown.flatMap((it) => incidentsOf(it).map((incident) => incident.contextCardId)),
    ),
  }
}

async function outlineOf(sql: Queryable, reportId: string) {
  const rows = await sql`
    select section.id, section.parent_id as "parentId", section.number, section.title, section.status,
      exists (select from section_document where section_id = section.id) as "hasText",
      (select count(*) from comment_thread where section_id = section.id and resolved_at is null) as comments
    from section where report_id = ${reportId} order by string_to_array(number, '.')::int[]`
  const findings = await countFindings(sql, reportId)
  return OutlineLine.array()
    .parse([...rows])
    .map((line) => ({
      ...line,
      /** Places the checks point out in its text as it is stored. */ findings: findings.get(line.id) ?? 0,
    }))
}

async function questionsOf(sql: Queryable, sectionId: string) {
  const rows = await sql`
    select question.key, question.kind, question.state, wording_nl as "wordingNl", wording_en as "wordingEn", rationale_nl as rationale, themes,
      coalesce((
        select jsonb_agg(jsonb_build_object('code', asked.code, 'nl', coalesce(name_nl, asked.code), 'en', coalesce(name_en, asked.code)) order by place)
        from unnest(asked_by) with ordinality as asked (code, place) left join organisation on organisation.code = asked.code
      ), '[]') as "askedBy"
    from section_question join terms_question question on question.id = question_id
    where section_id = ${sectionId} order by question.position, question.key`
  return Question.array().parse([...rows])
}

async function openCopies(sql: Queryable, sectionId: string, userId: string) {
  const rows = await sql`
    select id, base_version as "baseVersion", kept_at as "keptAt", document from section_kept_copy
    where section_id = ${sectionId} and user_id = ${userId} and settled_at is null order by kept_at desc, id`
  return Copy.array().parse([...rows])
}
