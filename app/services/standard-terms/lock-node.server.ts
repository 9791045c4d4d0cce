import type { Queryable } from '#app/platform/database/sql.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { StandardNode } from './read-standard.server.ts'

/**
 * A chapter or section of a locked version, as it stands now.
 * @throws {DomainError} `not-found`; `conflict` (`node-changed`, with it as it is now in `data.current`) when someone renamed it meanwhile.
 */
export async function lockNode(
  tx: Queryable,
  standardId: string,
  key: string,
  revision: number,
): Promise<StandardNode & { id: string }> {
  const [row] = await tx`
    select node.id, node.key, parent.key as "parentKey", node.number, node.title_nl as "titleNl", node.title_en as "titleEn", node.revision
    from standard_node node left join standard_node parent on parent.id = node.parent_id
    where node.standard_id = ${standardId} and node.key = ${key}`
  if (!row) throw new DomainError('not-found')
  const current = StandardNode.parse(row)
  if (current.revision !== revision) throw new DomainError('conflict', 'node-changed', { current })
  return { id: row.id as string, ...current }
}
