import type { JSONValue } from 'postgres'
import { EDITOR_VERSION, emptyDocument } from '#editor/document/schema.ts'
import { formatPeriod } from '#app/i18n/format.ts'
import { words } from '#app/i18n/vocabulary.ts'
import { recordEvent } from '#app/platform/audit/record-event.server.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import type { Queryable } from '#app/platform/database/sql.server.ts'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { ReportKind } from '#schemas/vocabulary.ts'
import { keepTermsChange } from './keep-terms-change.server.ts'
import { lockTerms } from './lock-terms.server.ts'

/**
 * Foreign Affairs takes handed-over terms of reference on: the report and its tree of sections come into being, each section bound to the
 * questions it must answer. Dropped questions, and sections and chapters left without any, do not come along.
 * @throws {DomainError} `not-found`; `wrong-state` when the terms were not handed over or someone else accepted them first;
 * `invalid-input` (`marks-open`) while a question is marked as one that cannot be answered.
 */
export async function acceptTerms(useCase: UseCase, termsId: string): Promise<{ reportId: string }> {
  return withTransaction(useCase.sql, async (tx) => {
    const within = { ...useCase, sql: tx }
    const { turn } = await lockTerms(tx, termsId, 'handed-over')
    const [marked] = await tx`select 1 from returned_question where terms_id = ${termsId} and turn = ${turn} limit 1`
    if (marked) throw new DomainError('invalid-input', 'marks-open')
    const now = useCase.clock()
    const reportId = await addReport(tx, termsId, now)
    await addSections(tx, termsId, reportId)
    await tx`
      insert into section_question (section_id, question_id)
      select section.id, question.id
      from terms_question question
      join terms_node node on node.id = question.node_id
      join section on section.report_id = ${reportId} and section.number = node.number
      where question.terms_id = ${termsId} and question.state <> 'dropped'`
    await addEmptyDocuments(tx, reportId, now)
    await tx`
      update terms_of_reference set status = 'accepted', accepted_by = ${useCase.actor.id}, accepted_at = ${now} where id = ${termsId}`
    await keepTermsChange(within, { termsId, kind: 'accepted' })
    await recordEvent(within, { action: 'terms.accepted', objectType: 'terms', objectId: termsId, details: { reportId } })
    return { reportId }
  })
}

async function addReport(tx: Queryable, termsId: string, now: Date): Promise<string> {
  const [terms] = await tx`
    select terms.kind, country_code, period_from, period_to, country.name_nl
    from terms_of_reference terms join country on country.code = terms.country_code where terms.id = ${termsId}`
  const kind = ReportKind.parse(terms!.kind)
  const [report] = await tx<{ id: string }[]>`
    insert into report (terms_id, country_code, kind, title, language, period_from, period_to, created_at)
    values (${termsId}, ${terms!.country_code}, ${kind}, ${reportTitle(kind, terms!.name_nl, terms!.period_from, terms!.period_to)}, 'nl',
      ${terms!.period_from}, ${terms!.period_to}, ${now}) returning id`
  return report!.id
}

/** "Algemeen ambtsbericht Syrië, 1 januari – 30 november 2019". */
export function reportTitle(kind: ReportKind, country: string, from: string, to: string): string {
  const name = words.nl.reportKind[kind]
  return `${name.charAt(0).toUpperCase()}${name.slice(1)} ${country}, ${formatPeriod(from, to, 'nl')}`
}

/** Chapters first, so that a section finds its chapter by its number. */
async function addSections(tx: Queryable, termsId: string, reportId: string): Promise<void> {
  for (const chapters of [true, false]) {
    await tx`
      insert into section (report_id, parent_id, position, number, title)
      select ${reportId}, above.id, node.position, node.number, node.title_nl
      from terms_node node
      left join terms_node parent on parent.id = node.parent_id
      left join section above on above.report_id = ${reportId} and above.number = parent.number
      where node.terms_id = ${termsId} and (node.parent_id is null) = ${chapters} and exists (
        select from terms_question question
        join terms_node asked on asked.id = question.node_id
        where question.terms_id = ${termsId} and question.state <> 'dropped' and (asked.id = node.id or asked.parent_id = node.id))`
  }
}

/** One per section that is asked something; each its own, for block ids are unique in a report. */
async function addEmptyDocuments(tx: Queryable, reportId: string, now: Date): Promise<void> {
  const sections = await tx<{ id: string }[]>`
    select id from section where report_id = ${reportId} and exists (select from section_question where section_id = section.id)`
  for (const { id } of sections) {
    await tx`
      insert into section_document (section_id, version, editor_version, document, saved_at)
      values (${id}, 0, ${EDITOR_VERSION}, ${tx.json(emptyDocument() as JSONValue)}, ${now})`
  }
}
