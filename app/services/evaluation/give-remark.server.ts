import { z } from 'zod'
import { recordEvent } from '#app/platform/audit/record-event.server.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import type { Queryable } from '#app/platform/database/sql.server.ts'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { today } from '#app/platform/today.ts'
import { hasRole } from '#app/policies/actor.ts'
import { Id } from '#schemas/values.ts'
import { RemarkAddressee, remarkAspects } from '#schemas/vocabulary.ts'

export const RemarkBody = z.string().trim().min(10, 'body-too-short').max(2000, 'too-long')
const remark = {
  questionKey: z.string().min(1, 'choose-question').max(200),
  body: RemarkBody,
  /** The targeted question it answers. */
  requestId: Id.nullable().default(null),
}

/** An author speaks of a section as it is written, an officer of a released one. */
export const NewRemark = z.discriminatedUnion('side', [
  z.object({ side: z.literal('author'), sectionId: Id, aspect: z.enum(remarkAspects.author, 'choose-aspect'), ...remark }),
  z.object({
    side: z.literal('officer'),
    release: z.string().max(40),
    section: z.string().max(40),
    aspect: z.enum(remarkAspects.officer, 'choose-aspect'),
    ...remark,
  }),
])
export type NewRemark = z.input<typeof NewRemark>

/** Where a remark belongs: the version that asked the question, and what it is about. */
type About = { standardId: string; reportId: string; sectionId: string; releaseId: string | null }

/**
 * Keeps what someone says of a question: about one question and one aspect of it, in words (SR-12, SR-62, SR-69).
 * @returns its id.
 * @throws {DomainError} `not-found` when that section does not answer that question; `conflict` (`request-closed`) when the targeted question it
 * answers is over or was put to others; `invalid-input` (`other-question`) when that one is about another question.
 */
export async function giveRemark(useCase: UseCase, input: NewRemark): Promise<string> {
  const given = NewRemark.parse(input)
  return withTransaction(useCase.sql, async (tx) => {
    const about = given.side === 'author' ? await aboutSection(tx, given) : await aboutRelease(tx, given)
    if (!about) throw new DomainError('not-found')
    if (given.requestId !== null) await mustBeOpen({ ...useCase, sql: tx }, about.standardId, given)
    const [added] = await tx<{ id: string }[]>`
      insert into question_remark (standard_id, question_key, report_id, section_id, release_id, side, aspect, body, request_id, given_by,
        given_at)
      values (${about.standardId}, ${given.questionKey}, ${about.reportId}, ${about.sectionId}, ${about.releaseId}, ${given.side},
        ${given.aspect}, ${given.body}, ${given.requestId}, ${useCase.actor.id}, ${useCase.clock()})
      returning id`
    await recordEvent(
      { ...useCase, sql: tx },
      {
        action: 'remark.given',
        objectType: 'question-remark',
        objectId: added!.id,
        details: { questionKey: given.questionKey, side: given.side },
      },
    )
    return added!.id
  })
}

async function aboutSection(tx: Queryable, { sectionId, questionKey }: { sectionId: string; questionKey: string }) {
  const [row] = await tx<About[]>`
    select terms.standard_id as "standardId", report.id as "reportId", section.id as "sectionId", null as "releaseId"
    from section
    join report on report.id = section.report_id
    join terms_of_reference terms on terms.id = report.terms_id
    join section_question on section_question.section_id = section.id
    join terms_question question on question.id = section_question.question_id
    where section.id = ${sectionId} and question.key = ${questionKey}`
  return row
}

async function aboutRelease(tx: Queryable, given: { release: string; section: string; questionKey: string }) {
  const [row] = await tx<About[]>`
    select terms.standard_id as "standardId", report.id as "reportId", section.section_id as "sectionId", release.id as "releaseId"
    from release
    join release_section section on section.release_id = release.id and section.number = ${given.section}
    join report on report.id = release.report_id
    join terms_of_reference terms on terms.id = report.terms_id
    where release.number = ${given.release} and jsonb_path_exists(release.content,
      '$.sections[*] ? (@.number == $section).questions[*] ? (@.key == $key)',
      jsonb_build_object('section', ${given.section}::text, 'key', ${given.questionKey}::text))`
  return row
}

async function mustBeOpen(
  { sql, actor, clock }: UseCase,
  standardId: string,
  { requestId, questionKey }: { requestId: string | null; questionKey: string },
): Promise<void> {
  const [request] = await sql`
    select addressee, question_key as key from remark_request
    where id = ${requestId} and standard_id = ${standardId} and open_until >= ${today(clock)}`
  if (request && request.key !== questionKey) throw new DomainError('invalid-input', 'other-question')
  if (!request || !hasRole(actor, RemarkAddressee.parse(request.addressee))) throw new DomainError('conflict', 'request-closed')
}
