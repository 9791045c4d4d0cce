import { z } from 'zod'
import type { UseCase } from '#app/platform/context.server.ts'
import type { Queryable } from '#app/platform/database/sql.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { StandardKind } from '#schemas/standard-terms.ts'
import { Day, Id } from '#schemas/values.ts'
import { StandardStatus } from '#schemas/vocabulary.ts'
import { chapterTree, Node, Question, type Chapter } from '../terms-of-reference/question-tree.ts'

type Reading = Pick<UseCase, 'sql'>

const Reference = z.object({ id: Id, version: z.string() })

export const StandardSummary = z.object({
  id: Id,
  kind: StandardKind,
  version: z.string(),
  titleNl: z.string(),
  titleEn: z.string(),
  status: StandardStatus,
  createdAt: z.date(),
  /** Who started it; null for what came with the product. */
  createdBy: z.string().nullable(),
  consultedOn: Day.nullable(),
  /** Null also for a version that was given up before it was ever in force. */
  inForceFrom: Day.nullable(),
  withdrawnOn: Day.nullable(),
  basedOn: Reference.nullable(),
  successor: Reference.nullable(),
  /** Counts changes of the order and the tree: who moves something names the arrangement they saw. */
  arrangement: z.number().int(),
  questions: z.number().int(),
  mandatory: z.number().int(),
  /** How many terms of reference of countries start from it. */
  uses: z.number().int(),
})
export type StandardSummary = z.infer<typeof StandardSummary>

/** A question with the number of its revision: who changes it names the revision they saw. */
export const StandardQuestion = Question.extend({ revision: z.number().int() })
export type StandardQuestion = z.infer<typeof StandardQuestion>

export const StandardNode = Node.extend({ revision: z.number().int() })
export type StandardNode = z.infer<typeof StandardNode>

/** A version with its chapters, each with its sections, and all its questions in order. */
export type Standard = {
  standard: StandardSummary
  nodes: StandardNode[]
  chapters: Chapter[]
  questions: StandardQuestion[]
}

/** Every version, by kind: first those under way, then the one in force, then former ones, newest first. */
export async function listStandards({ sql }: Reading): Promise<StandardSummary[]> {
  return z.array(StandardSummary).parse(
    await sql`
    ${summary(sql)}
    order by standard.kind, array_position(array['draft', 'consulted', 'in-force', 'withdrawn'], standard.status),
      standard.created_at desc, standard.in_force_from desc nulls last, standard.version desc`,
  )
}

/** The standard of a kind that is in force, from which terms of reference start; null before any was loaded. */
export async function readStandardInForce({ sql }: Reading, kind: StandardKind = 'general'): Promise<StandardSummary | null> {
  const [row] = await sql`${summary(sql)} where standard.status = 'in-force' and standard.kind = ${kind}`
  return row ? StandardSummary.parse(row) : null
}

/** @throws {DomainError} `not-found` for an unknown or malformed id. */
export async function readStandardSummary({ sql }: Reading, id: string | undefined): Promise<StandardSummary> {
  if (!Id.safeParse(id).success) throw new DomainError('not-found')
  const [row] = await sql`${summary(sql)} where standard.id = ${id!}`
  if (!row) throw new DomainError('not-found')
  return StandardSummary.parse(row)
}

/** @throws {DomainError} `not-found` for an unknown or malformed id. */
export async function readStandard(useCase: Reading, id: string | undefined): Promise<Standard> {
  const standard = await readStandardSummary(useCase, id)
  const { sql } = useCase
  const nodes = z.array(StandardNode).parse(
    await sql`
    select node.key, parent.key as "parentKey", node.number, node.title_nl as "titleNl", node.title_en as "titleEn", node.revision
    from standard_node node left join standard_node parent on parent.id = node.parent_id
    where node.standard_id = ${standard.id} order by parent.position nulls first, node.position`,
  )
  const questions = z.array(StandardQuestion).parse(
    await sql`
    select ${questionColumns(sql)}
    from standard_question question join standard_node node on node.id = question.node_id
    where question.standard_id = ${standard.id} order by question.position, question.key`,
  )
  return { standard, nodes, chapters: chapterTree(nodes, questions), questions }
}

const summary = (sql: Queryable) => sql`
  select standard.id, standard.kind, standard.version, standard.title_nl as "titleNl", standard.title_en as "titleEn", standard.status,
    standard.created_at as "createdAt", creator.name as "createdBy", standard.consulted_on as "consultedOn",
    standard.in_force_from as "inForceFrom", standard.withdrawn_on as "withdrawnOn", standard.arrangement,
    case when base.id is not null then jsonb_build_object('id', base.id, 'version', base.version) end as "basedOn",
    case when next.id is not null then jsonb_build_object('id', next.id, 'version', next.version) end as successor,
    counted.questions, counted.mandatory,
    (select count(*) from terms_of_reference where standard_id = standard.id) as uses
  from standard_terms standard
  left join app_user creator on creator.id = standard.created_by
  left join standard_terms base on base.id = standard.based_on_id
  left join standard_terms next on next.id = standard.successor_id
  cross join lateral (
    select count(*) as questions, count(*) filter (where mandatory) as mandatory from standard_question where standard_id = standard.id
  ) counted`

/** A question's columns as `StandardQuestion`; the tables are named `question` and `node`. */
export const questionColumns = (sql: Queryable) => sql`
  question.key, node.key as "nodeKey", question.kind, question.mandatory, question.themes, question.asked_by as "askedBy",
  question.wording_nl as "wordingNl", question.wording_en as "wordingEn", question.former_wording_nl as "formerWordingNl",
  question.rationale_nl as "rationaleNl", question.rationale_en as "rationaleEn", 'kept' as state, null as reason, question.revision`
