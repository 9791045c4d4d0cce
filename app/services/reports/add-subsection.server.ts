import type { JSONValue } from 'postgres'
import { z } from 'zod'
import { EDITOR_VERSION, emptyDocument } from '#editor/document/schema.ts'
import { recordEvent } from '#app/platform/audit/record-event.server.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import type { Queryable } from '#app/platform/database/sql.server.ts'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { Id } from '#schemas/values.ts'
import { bindQuestions, QuestionKeys } from './bind-questions.server.ts'
import { SectionTitle } from './rename-section.server.ts'

export const NewSubsection = z.object({
  parentId: Id,
  title: SectionTitle,
  /** Questions of the report's terms of reference that this subsection answers. */
  questionKeys: QuestionKeys.min(1, 'needed'),
})
export type NewSubsection = z.input<typeof NewSubsection>

/**
 * Adds a subsection at the end of a section, numbered after its parent (1.3 → 1.3.1, 1.3.2 …): regions and groups differ per country, so the
 * terms of reference do not name them all.
 * @returns its id.
 * @throws {DomainError} `not-found` for an unknown parent; `invalid-input`: `not-to-split` for a chapter or a subsection, `unknown-question` for a
 * question the report was not asked.
 */
export async function addSubsection(useCase: UseCase, input: NewSubsection): Promise<string> {
  const { parentId, title, questionKeys } = NewSubsection.parse(input)
  return withTransaction(useCase.sql, async (tx) => {
    // Locking the parent keeps two new subsections from taking one number.
    const [parent] = await tx`
      select section.number, section.report_id as "reportId", chapter.id is not null and chapter.parent_id is null as splittable
      from section left join section chapter on chapter.id = section.parent_id
      where section.id = ${parentId} for update of section`
    if (!parent) throw new DomainError('not-found')
    if (!parent.splittable) throw new DomainError('invalid-input', 'not-to-split')
    const [last] = await tx`select coalesce(max(position), 0) as position from section where parent_id = ${parentId}`
    const position = Number(last?.position) + 1
    const number = `${parent.number}.${position}`
    const [added] = await tx`
      insert into section (report_id, parent_id, position, number, title, author_id)
      values (${parent.reportId}, ${parentId}, ${position}, ${number}, ${title}, null) returning id`
    const id = added?.id as string
    await tx`
      insert into section_document (section_id, version, editor_version, document, saved_at)
      values (${id}, 0, ${EDITOR_VERSION}, ${tx.json(emptyDocument() as unknown as JSONValue)}, ${useCase.clock()})`
    await recordEvent(
      { ...useCase, sql: tx },
      { action: 'section.added', objectType: 'section', objectId: id, details: { reportId: parent.reportId, parentId, number } },
    )
    await bindQuestions({ ...useCase, sql: tx }, { sectionId: id, questionKeys })
    await leaveToSubsections(tx, parentId)
    return id
  })
}

/**
 * A section that holds no text yet leaves its subsections the questions they answer; when none is left it is a heading above them.
 */
async function leaveToSubsections(tx: Queryable, parentId: string): Promise<void> {
  const [empty] = await tx`
    select 1 from section_document where section_id = ${parentId} and version = 0
      and not exists (select from section_step where section_id = ${parentId})`
  if (!empty) return
  await tx`
    delete from section_question where section_id = ${parentId} and question_id in (
      select question_id from section_question join section on section.id = section_id where parent_id = ${parentId})`
  await tx`
    delete from section_document where section_id = ${parentId}
      and not exists (select from section_question where section_id = ${parentId})`
}
