import { z } from 'zod'
import { hashOf } from '#app/platform/canonical-json.server.ts'
import type { Queryable } from '#app/platform/database/sql.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { withoutEditing } from '#editor/document/without-editing.ts'
import { SectionDocument } from '#schemas/document.ts'
import type { ReleasedSection } from '#schemas/release.ts'
import { Day, Id } from '#schemas/values.ts'
import { QuestionKind, SectionStatus, Theme, type Language } from '#schemas/vocabulary.ts'

const SectionRow = z.object({
  id: Id,
  number: z.string(),
  title: z.string(),
  status: SectionStatus,
  asOf: Day.nullable(),
  document: SectionDocument,
  path: z.array(z.object({ number: z.string(), title: z.string() })),
  approvedOn: Day.nullable(),
  approvedHash: z.string().nullable(),
  questions: z.array(z.object({ key: z.string(), kind: QuestionKind, wording: z.string(), themes: z.array(Theme) })),
})

/**
 * The chosen sections as they were approved, in the order of the report; held until the end of the transaction, so that no text can change
 * while it is being released.
 * @throws {DomainError} `not-found` for a section of another report; `wrong-state` (`not-approved`), `conflict` (`changed-after-approval`).
 */
export async function freezeSections(
  tx: Queryable,
  reportId: string,
  sectionIds: readonly string[],
  language: Language,
): Promise<ReleasedSection[]> {
  const chosen = [...new Set(sectionIds)]
  await tx`select 1 from section where id = any(${chosen}::uuid[]) and report_id = ${reportId} order by id for update`
  const rows = z.array(SectionRow).parse([...(await readSections(tx, reportId, chosen, language))])
  if (rows.length !== chosen.length) throw new DomainError('not-found')
  const waiting = rows.filter((row) => row.status !== 'approved' || row.asOf === null || row.approvedOn === null)
  if (waiting.length > 0) throw new DomainError('wrong-state', 'not-approved', { sections: waiting.map((row) => row.number) })
  const changed = rows.filter((row) => hashOf(withoutEditing(row.document)) !== row.approvedHash)
  if (changed.length > 0)
    throw new DomainError('conflict', 'changed-after-approval', { sections: changed.map((row) => row.number) })
  return rows.sort(byNumber).map(({ id, number, title, path, asOf, approvedOn, questions, document }) => ({
    id,
    number,
    title,
    path,
    asOf: asOf as string,
    approvedOn: approvedOn as string,
    questions,
    document: withoutEditing(document),
  }))
}

function readSections(tx: Queryable, reportId: string, ids: readonly string[], language: Language) {
  return tx`
    with recursive above as (
      select id as section_id, parent_id, 0 as height from section where id = any(${ids as string[]}::uuid[]) and report_id = ${reportId}
      union all
      select above.section_id, section.parent_id, height + 1 from above join section on section.id = above.parent_id
    )
    select section.id, section.number, section.title, section.status, section.as_of_date as "asOf", section_document.document,
      coalesce((
        select json_agg(json_build_object('number', parent.number, 'title', parent.title) order by above.height desc)
        from above join section parent on parent.id = above.parent_id where above.section_id = section.id), '[]') as path,
      decision.on as "approvedOn", decision.document_hash as "approvedHash",
      coalesce((
        select json_agg(json_build_object('key', question.key, 'kind', question.kind, 'themes', question.themes,
          'wording', case when ${language} = 'en' and question.wording_en <> '' then question.wording_en else question.wording_nl end)
          order by node.position, question.position)
        from section_question join terms_question question on question.id = section_question.question_id
        join terms_node node on node.id = question.node_id
        where section_question.section_id = section.id), '[]') as questions
    from section
    join section_document on section_document.section_id = section.id
    left join lateral (
      select (decided_at at time zone 'Europe/Amsterdam')::date as on, document_hash from review_decision
      where section_id = section.id and decision = 'approved' order by decided_at desc, document_version desc limit 1) decision on true
    where section.id = any(${ids as string[]}::uuid[]) and section.report_id = ${reportId}`
}

/** "1.10" after "1.9": each part by its value. */
function byNumber(a: { number: string }, b: { number: string }): number {
  return new Intl.Collator('nl', { numeric: true }).compare(a.number, b.number)
}
