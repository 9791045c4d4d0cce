import { z } from 'zod'
import type { UseCase } from '#app/platform/context.server.ts'
import { Day, Id } from '#schemas/values.ts'
import { SectionStatus } from '#schemas/vocabulary.ts'
import { countFindings } from '../sections/count-findings.server.ts'
import { readReportLine, type ReportLine } from './list-reports.server.ts'

const SectionLine = z.object({
  id: Id,
  /** Null for a chapter. */
  parentId: Id.nullable(),
  /** 1 for a chapter, 2 for a section in it, 3 for a subsection. */
  depth: z.number().int(),
  number: z.string(),
  title: z.string(),
  status: SectionStatus,
  authorId: Id.nullable(),
  author: z.string().nullable(),
  asOfDate: Day.nullable(),
  /** False for a chapter: it only holds sections. */
  hasText: z.boolean(),
  questions: z.number().int(),
  words: z.number().int(),
  sources: z.number().int(),
  comments: z.number().int(),
  changedAt: z.date().nullable(),
  contributorIds: z.array(Id),
})
export type SectionLine = z.infer<typeof SectionLine> & { /** Places the checks point out in its text. */ findings: number }

const Author = z.object({ id: Id, name: z.string() })
export type Report = ReportLine & { tree: SectionLine[]; releaseNumbers: string[] }

/**
 * A report with its tree of sections in reading order.
 * Words are counted per paragraph, heading and the like, so that a word with half of it in italics counts once.
 * @throws {DomainError} `not-found` for an unknown or malformed id.
 */
export async function readReport(useCase: Pick<UseCase, 'sql'>, reportId: string | undefined): Promise<Report> {
  const { sql } = useCase
  const report = await readReportLine(useCase, reportId)
  const rows = await sql`
    with recursive tree as (
      select id, array[position] as place from section where report_id = ${report.id} and parent_id is null
      union all
      select below.id, tree.place || below.position from section below join tree on tree.id = below.parent_id
    )
    select section.id, section.parent_id as "parentId", cardinality(tree.place) as depth, section.number, section.title, section.status, section.author_id as "authorId",
      author.name as author, section.as_of_date as "asOfDate", document.section_id is not null as "hasText",
      (select count(*) from section_question where section_id = section.id) as questions,
      (select count(*) from section_source_item where section_id = section.id) as sources,
      (select count(*) from comment_thread where section_id = section.id and resolved_at is null) as comments,
      coalesce(counted.words, 0) as words,
      case when document.version > 0 then document.saved_at end as "changedAt",
      array(select user_id from section_contribution where section_id = section.id) as "contributorIds"
    from tree join section on section.id = tree.id
    left join app_user author on author.id = section.author_id
    left join section_document document on document.section_id = section.id
    left join lateral (
      select sum(regexp_count(words, '\\S+')) as words
      from jsonb_path_query(document.document, 'strict $.** ? (@.type == "paragraph" || @.type == "heading")') as block
      cross join lateral (
        select string_agg(case inline->>'type' when 'text' then inline->>'text' when 'citation' then '' else ' ' end, '') as words from jsonb_path_query(block, '$.content[*]') as inline
      ) as joined
    ) counted on true
    order by tree.place, section.id`
  const releases = await sql<{ number: string }[]>`
    select number from release where report_id = ${report.id} order by released_at desc limit 20`
  const findings = await countFindings(sql, report.id)
  const tree = SectionLine.array()
    .parse([...rows])
    .map((section) => ({ ...section, findings: findings.get(section.id) ?? 0 }))
  return { ...report, tree, releaseNumbers: releases.map((release) => release.number) }
}

/** Who can be made author of a section. */
export async function listAuthors({ sql }: Pick<UseCase, 'sql'>) {
  return z.array(Author).parse(
    await sql`
    select app_user.id, name from app_user join user_role on user_id = app_user.id and role = 'author' where active order by name, id`,
  )
}
