import type { JSONValue } from 'postgres'
import type { UseCase } from '#app/platform/context.server.ts'
import type { Actor } from '#app/policies/actor.ts'
import type { StandardChangeKind } from '#schemas/vocabulary.ts'

type Change = {
  standardId: string
  kind: StandardChangeKind
  questionKey?: string
  nodeKey?: string
  /** Null only for what came with the product. */
  reason: string | null
  /** What it was and what it became: of a change only the fields that differ, of something added or removed the whole. */
  before?: object
  after?: object
}

/** Adds to the history of a version, which is append-only; pass the transaction's `sql`. */
export async function keepChange({ sql, actor, clock }: UseCase<Actor | null>, change: Change): Promise<void> {
  const { standardId, kind, questionKey, nodeKey, reason, before, after } = change
  const json = (value: object | undefined) => (value === undefined ? null : sql.json(value as JSONValue))
  await sql`
    insert into standard_change (standard_id, at, actor_id, kind, question_key, node_key, reason, before, after)
    values (${standardId}, ${clock()}, ${actor?.id ?? null}, ${kind}, ${questionKey ?? null}, ${nodeKey ?? null}, ${reason},
      ${json(before)}, ${json(after)})`
}
