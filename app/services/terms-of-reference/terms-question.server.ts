import { z } from 'zod'
import type { Queryable } from '#app/platform/database/sql.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { Question } from './question-tree.ts'

/** A question of the terms of reference of a country: who changes it names the revision they saw. */
export const TermsQuestion = Question.extend({
  revision: z.number().int(),
  /** How the standard words it; null for a question that was added. */
  standardWordingNl: z.string().nullable(),
  standardWordingEn: z.string().nullable(),
})
export type TermsQuestion = z.infer<typeof TermsQuestion>

/** Every question of terms of reference, in order, dropped ones included. */
export async function readTermsQuestions(sql: Queryable, termsId: string): Promise<TermsQuestion[]> {
  return z
    .array(TermsQuestion)
    .parse(await sql`${questions(sql)} where question.terms_id = ${termsId} order by question.position, question.key`)
}

/**
 * A question of locked terms of reference, as it stands now.
 * @param revision the one the person saw; absent when the caller acts on the question whatever it says.
 * @throws {DomainError} `not-found` for a key these terms never had; `conflict`: `question-removed` when someone took it away meanwhile,
 * `question-changed` when someone changed it meanwhile, with the question as it is now in `data.current`.
 */
export async function lockTermsQuestion(
  tx: Queryable,
  termsId: string,
  key: string,
  revision?: number,
): Promise<TermsQuestion & { id: string }> {
  const [row] = await tx`${questions(tx)} where question.terms_id = ${termsId} and question.key = ${key}`
  if (!row) {
    const [removed] = await tx`
      select 1 from terms_change where terms_id = ${termsId} and question_key = ${key} and kind = 'question-removed'`
    throw removed ? new DomainError('conflict', 'question-removed') : new DomainError('not-found')
  }
  const current = TermsQuestion.parse(row)
  if (revision !== undefined && current.revision !== revision) throw new DomainError('conflict', 'question-changed', { current })
  return { id: row.id as string, ...current }
}

const questions = (sql: Queryable) => sql`
  select question.id, question.key, node.key as "nodeKey", question.kind, question.mandatory, question.themes, question.asked_by as "askedBy",
    question.wording_nl as "wordingNl", question.wording_en as "wordingEn", question.former_wording_nl as "formerWordingNl",
    question.rationale_nl as "rationaleNl", question.rationale_en as "rationaleEn", question.state, question.reason, question.revision,
    standard.wording_nl as "standardWordingNl", standard.wording_en as "standardWordingEn"
  from terms_question question
  join terms_node node on node.id = question.node_id
  left join standard_question standard on standard.id = question.standard_question_id`

/** Every question's key with its number as pages show it ("3.9.2") and its place. */
export const questionNumbers = (sql: Queryable, termsId: string) => sql`
  select question.key, question.position, node.number || '.' || row_number() over (partition by node.id order by question.position) as number
  from terms_question question join terms_node node on node.id = question.node_id where question.terms_id = ${termsId}`
