import type { JSONValue } from 'postgres'
import type { UseCase } from '#app/platform/context.server.ts'
import type { TermsChangeKind } from '#schemas/vocabulary.ts'

type Change = {
  termsId: string
  kind: TermsChangeKind
  questionKey?: string
  reason?: string
  /** What it was and what it became: of a change only what differs, of something added or removed the whole. */
  before?: object
  after?: object
}

/** Adds to the history of terms of reference, which is append-only; pass the transaction's `sql`. */
export async function keepTermsChange({ sql, actor, clock }: UseCase, change: Change): Promise<void> {
  const { termsId, kind, questionKey, reason, before, after } = change
  const json = (value: object | undefined) => (value === undefined ? null : sql.json(value as JSONValue))
  await sql`
    insert into terms_change (terms_id, at, actor_id, kind, question_key, reason, before, after)
    values (${termsId}, ${clock()}, ${actor.id}, ${kind}, ${questionKey ?? null}, ${reason ?? null}, ${json(before)}, ${json(after)})`
}
