import { z } from 'zod'
import type { UseCase } from '#app/platform/context.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { inGenderBlock } from '#app/policies/policies.ts'
import { CountryCode, Day, Id } from '#schemas/values.ts'
import { ReportKind, TermsStatus } from '#schemas/vocabulary.ts'
import { coverageOf, type Coverage } from './coverage.ts'
import { chapterTree, Node, oneChapter, type Chapter } from './question-tree.ts'
import { readTermsQuestions, type TermsQuestion } from './terms-question.server.ts'

type Reading = Pick<UseCase, 'sql'>

const Terms = z.object({
  id: Id,
  kind: ReportKind,
  status: TermsStatus,
  countryCode: CountryCode,
  countryNl: z.string(),
  countryEn: z.string(),
  periodFrom: Day,
  periodTo: Day,
  dueOn: Day,
  /** How many times they were handed over. */
  turn: z.number().int(),
  standardVersion: z.string(),
  createdBy: z.string(),
  createdAt: z.date(),
  handedOverBy: z.string().nullable(),
  handedOverAt: z.date().nullable(),
  acceptedBy: z.string().nullable(),
  acceptedAt: z.date().nullable(),
  reportId: Id.nullable(),
})
export type Terms = z.infer<typeof Terms>

/** @throws {DomainError} `not-found` for an unknown or malformed id. */
export async function readTerms({ sql }: Reading, termsId: string | undefined): Promise<Terms> {
  if (!Id.safeParse(termsId).success) throw new DomainError('not-found')
  const [row] = await sql`
    select terms.id, terms.kind, terms.status, terms.country_code as "countryCode", country.name_nl as "countryNl",
      country.name_en as "countryEn", terms.period_from as "periodFrom", terms.period_to as "periodTo", terms.due_on as "dueOn",
      terms.turn, standard.version as "standardVersion", creator.name as "createdBy", terms.created_at as "createdAt",
      giver.name as "handedOverBy", terms.handed_over_at as "handedOverAt", taker.name as "acceptedBy", terms.accepted_at as "acceptedAt",
      report.id as "reportId"
    from terms_of_reference terms
    join country on country.code = terms.country_code
    join standard_terms standard on standard.id = terms.standard_id
    join app_user creator on creator.id = terms.created_by
    left join app_user giver on giver.id = terms.handed_over_by
    left join app_user taker on taker.id = terms.accepted_by
    left join report on report.terms_id = terms.id
    where terms.id = ${termsId!}`
  if (!row) throw new DomainError('not-found')
  return Terms.parse(row)
}

export type TermsTree = {
  chapters: Chapter[]
  coverage: Coverage
  /** The chosen chapter and its questions, dropped ones included. */
  chapter: Chapter
  questions: TermsQuestion[]
}

/**
 * The questions of terms of reference, one chapter at a time, with the whole tree and what it covers.
 * @param chapterKey the first chapter when null. @param questionKey the chapter of this question, whatever `chapterKey` says.
 * @throws {DomainError} `not-found` for an unknown chapter or question.
 */
export async function readTermsTree(
  { sql }: Reading,
  termsId: string,
  chapterKey: string | null,
  questionKey: string | null = null,
): Promise<TermsTree> {
  const nodes = z.array(Node).parse(
    await sql`
    select node.key, parent.key as "parentKey", node.number, node.title_nl as "titleNl", node.title_en as "titleEn"
    from terms_node node left join terms_node parent on parent.id = node.parent_id
    where node.terms_id = ${termsId} order by node.position`,
  )
  const questions = await readTermsQuestions(sql, termsId)
  const chapters = chapterTree(nodes, questions)
  return { chapters, coverage: coverageOf(questions), ...oneChapter(chapters, questions, chapterOf() ?? chapterKey) }

  function chapterOf(): string | null {
    if (questionKey === null) return null
    const home = nodes.find((node) => node.key === questions.find((question) => question.key === questionKey)?.nodeKey)
    if (!home) throw new DomainError('not-found')
    return home.parentKey ?? home.key
  }
}

/**
 * The questions that differ from the standard, each with its reason; those that are mandatory or of the gender block first, else in order (SR-27).
 */
export async function readDeltas({ sql }: Reading, termsId: string): Promise<TermsQuestion[]> {
  const deltas = (await readTermsQuestions(sql, termsId)).filter((question) => question.state !== 'kept')
  const guarded = (question: TermsQuestion) =>
    question.state !== 'added' && (question.mandatory || inGenderBlock(question.themes))
  return [...deltas.filter(guarded), ...deltas.filter((question) => !guarded(question))]
}

/** One question and the chapter it stands in. @throws {DomainError} `not-found`. */
export async function readQuestion(reading: Reading, termsId: string, key: string | undefined) {
  const question = (await readTermsQuestions(reading.sql, termsId)).find((it) => it.key === key)
  if (!question) throw new DomainError('not-found')
  return { question, section: await readNode(reading, termsId, question.nodeKey) }
}

/**
 * The same for who may come late: null when the question was added and taken away again.
 * @throws {DomainError} `not-found` for a key these terms never had.
 */
export async function findQuestion(reading: Reading, termsId: string, key: string | undefined) {
  const [removed] = await reading.sql`
    select 1 from terms_change where terms_id = ${termsId} and question_key = ${key ?? ''} and kind = 'question-removed'`
  return removed ? null : readQuestion(reading, termsId, key)
}

/** A chapter or section, with the key of the chapter it belongs to. @throws {DomainError} `not-found`. */
export async function readNode({ sql }: Reading, termsId: string, nodeKey: string | null) {
  const [row] = await sql`
    select node.key, parent.key as "parentKey", node.number, node.title_nl as "titleNl", node.title_en as "titleEn"
    from terms_node node left join terms_node parent on parent.id = node.parent_id
    where node.terms_id = ${termsId} and node.key = ${nodeKey ?? ''}`
  if (!row) throw new DomainError('not-found')
  const node = Node.parse(row)
  return { ...node, chapterKey: node.parentKey ?? node.key }
}
