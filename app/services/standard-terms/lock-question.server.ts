import type { Queryable } from '#app/platform/database/sql.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { questionColumns, StandardQuestion } from './read-standard.server.ts'

/**
 * A question of a locked version, as it stands now.
 * @param revision the one the person saw, who is about to change it.
 * @throws {DomainError} `not-found` for a key that this version never had; `conflict`: `question-removed` when someone took it away meanwhile,
 * `question-changed` when someone changed it meanwhile, with the question as it is now in `data.current`.
 */
export async function lockQuestion(
  tx: Queryable,
  standardId: string,
  key: string,
  revision: number,
): Promise<StandardQuestion & { id: string }> {
  const [row] = await tx`
    select question.id, ${questionColumns(tx)}
    from standard_question question join standard_node node on node.id = question.node_id
    where question.standard_id = ${standardId} and question.key = ${key}`
  if (!row) {
    const [removed] = await tx`
      select 1 from standard_change where standard_id = ${standardId} and question_key = ${key} and kind = 'question-removed'`
    throw removed ? new DomainError('conflict', 'question-removed') : new DomainError('not-found')
  }
  const current = StandardQuestion.parse(row)
  if (current.revision !== revision) throw new DomainError('conflict', 'question-changed', { current })
  return { id: row.id as string, ...current }
}
