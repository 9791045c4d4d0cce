import { z } from 'zod'
import type { UseCase } from '#app/platform/context.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { today } from '#app/platform/today.ts'
import { Day, Id } from '#schemas/values.ts'
import { ProposalOutcome, Language, QuestionKind, RemarkAddressee, RemarkAspect, RemarkSide } from '#schemas/vocabulary.ts'

const Place = z.object({
  standardId: Id,
  reportId: Id,
  report: z.string(),
  language: Language,
  sectionId: Id,
  number: z.string(),
  title: z.string(),
})
/** Of a released question only the wording in the language of the release. */
const Question = z.object({ key: z.string(), kind: QuestionKind, wordingNl: z.string(), wordingEn: z.string() })
const Request = z.object({ id: Id, questionKey: z.string(), body: z.string(), openUntil: Day, addressee: RemarkAddressee })
const OwnRemark = z.object({
  id: Id,
  questionKey: z.string(),
  side: RemarkSide,
  aspect: RemarkAspect,
  body: z.string(),
  givenAt: z.date(),
  /** What was decided about the question since; null while nothing was. */
  decision: ProposalOutcome.nullable(),
  decisionReason: z.string().nullable(),
})

/** A section, the questions it answers, the targeted questions put to the asker that they did not answer yet, and what the asker said before. */
export type RemarkPage = {
  place: z.infer<typeof Place>
  questions: z.infer<typeof Question>[]
  requests: z.infer<typeof Request>[]
  own: z.infer<typeof OwnRemark>[]
}

/** For those who answer: a section of a report. @throws {DomainError} `not-found` for an unknown or malformed id and for a chapter. */
export async function readSectionRemarks(useCase: UseCase, sectionId: string | undefined): Promise<RemarkPage> {
  if (!Id.safeParse(sectionId).success) throw new DomainError('not-found')
  const { sql } = useCase
  const [row] = await sql`
    select terms.standard_id as "standardId", report.id as "reportId", report.title as report, report.language, section.id as "sectionId",
      section.number, section.title
    from section join section_document on section_document.section_id = section.id
    join report on report.id = section.report_id
    join terms_of_reference terms on terms.id = report.terms_id
    where section.id = ${sectionId!}`
  if (!row) throw new DomainError('not-found')
  const questions = await sql`
    select question.key, question.kind, question.wording_nl as "wordingNl", question.wording_en as "wordingEn"
    from section_question join terms_question question on question.id = question_id
    where section_id = ${sectionId!} order by question.position, question.key`
  return gather(useCase, Place.parse(row), z.array(Question).parse([...questions]))
}

/** For those who use the answer: a section of a release. @throws {DomainError} `not-found` when there is no such section in it. */
export async function readReleaseRemarks(useCase: UseCase, release: string, section: string): Promise<RemarkPage> {
  const { sql } = useCase
  const [row] = await sql`
    select terms.standard_id as "standardId", report.id as "reportId", release.title as report, release.language,
      section.section_id as "sectionId", section.number, section.title,
      jsonb_path_query_array(release.content, '$.sections[*] ? (@.number == $section).questions[*]',
        jsonb_build_object('section', ${section}::text)) as questions
    from release join release_section section on section.release_id = release.id and section.number = ${section}
    join report on report.id = release.report_id
    join terms_of_reference terms on terms.id = report.terms_id
    where release.number = ${release}`
  if (!row) throw new DomainError('not-found')
  const place = Place.parse(row)
  const frozen = z.array(z.object({ key: z.string(), kind: QuestionKind, wording: z.string() })).parse(row.questions)
  const inDutch = place.language === 'nl'
  const questions = frozen.map(({ key, kind, wording }) => ({
    ...{ key, kind, wordingNl: inDutch ? wording : '', wordingEn: inDutch ? '' : wording },
  }))
  return gather(useCase, place, questions)
}

async function gather(useCase: UseCase, place: RemarkPage['place'], questions: RemarkPage['questions']): Promise<RemarkPage> {
  const { sql, actor, clock } = useCase
  const keys = questions.map(({ key }) => key)
  const requests = await sql`
    select id, question_key as "questionKey", body, open_until as "openUntil", addressee from remark_request
    where standard_id = ${place.standardId} and question_key = any(${keys}) and addressee = any(${actor.roles as string[]})
      and open_until >= ${today(clock)}
      and not exists (select from question_remark where request_id = remark_request.id and given_by = ${actor.id} and withdrawn_at is null)
    order by open_until, asked_at`
  const own = await sql`
    select remark.id, remark.question_key as "questionKey", side, aspect, body, given_at as "givenAt", decided.decision,
      decided.decision_reason as "decisionReason"
    from question_remark remark
    left join lateral (
      select decision, decision_reason from question_evaluation evaluation
      where evaluation.question_key = remark.question_key and decision is not null and recorded_at >= given_at
      order by recorded_at desc limit 1) decided on true
    where given_by = ${actor.id} and report_id = ${place.reportId} and remark.question_key = any(${keys}) and withdrawn_at is null
    order by given_at desc`
  return { place, questions, requests: z.array(Request).parse([...requests]), own: z.array(OwnRemark).parse([...own]) }
}
