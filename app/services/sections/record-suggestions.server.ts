import { Fragment, type Node } from '@tiptap/pm/model'
import type { Step } from '@tiptap/pm/transform'
import type { JSONValue } from 'postgres'
import { z } from 'zod'
import { changedBlocks } from '#editor/collaboration/authority.ts'
import { isPartOf, outcomeOf, suggestionsIn, type Suggestion } from '#editor/suggestions/overview.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { SuggestionContent } from '#schemas/document.ts'
import { Id } from '#schemas/values.ts'

const Row = z.object({ id: Id, sectionId: Id, authorId: Id, content: SuggestionContent, outcome: z.string().nullable() })

/**
 * Writes down who suggested what: a suggestion is of whoever's steps bring its mark for the first time. One that is gone from the text was decided by
 * whoever's steps took it out; one that comes back, as by undoing that, is open again. Call inside the transaction that checked the steps.
 * @throws {DomainError} `invalid-input` `forged-suggestion` for words or changes in the name of somebody who did not suggest them.
 */
export async function recordSuggestions(
  useCase: UseCase,
  { sectionId, before, after, steps }: { sectionId: string; before: Node; after: Node; steps: readonly Step[] },
): Promise<void> {
  const touched = before.copy(Fragment.from([...changedBlocks(before, after), ...changedBlocks(after, before)]))
  const ids = suggestionsIn(touched).map(({ id }) => id)
  if (ids.length === 0) return
  const { sql: tx, actor, clock } = useCase
  const [was, is] = [byId(before), byId(after)]
  const rows = Row.array().parse([
    ...(await tx`
      select id, section_id as "sectionId", author_id as "authorId", content, outcome from suggestion
      where id = any(${ids}::uuid[]) order by id for update`),
  ])
  for (const id of ids) {
    const row = rows.find((it) => it.id === id)
    const now = is.get(id)
    const said = was.get(id)
    if (row && row.sectionId !== sectionId) throw new DomainError('invalid-input', 'forged-suggestion')
    if (now) {
      const own = row === undefined || row.authorId === actor.id
      if (!own && !isPartOf(now, row.content)) throw new DomainError('invalid-input', 'forged-suggestion')
      const content = own ? contentOf(now) : row.content
      if (row?.outcome === null && JSON.stringify(content) === JSON.stringify(row.content)) continue
      await tx`
        insert into suggestion (id, section_id, author_id, made_at, content)
        values (${id}, ${sectionId}, ${actor.id}, ${clock()}, ${tx.json(content as JSONValue)})
        on conflict (id) do update set content = excluded.content, decided_by = null, decided_at = null, outcome = null`
    } else if (row && said && row.outcome === null) {
      const outcome = outcomeOf(said, after, steps)
      await tx`
        update suggestion set decided_by = ${actor.id}, decided_at = ${clock()},
          outcome = ${outcome === 'rejected' && row.authorId === actor.id ? 'withdrawn' : outcome}
        where id = ${id}`
    }
  }
}

const byId = (doc: Node): Map<string, Suggestion> => new Map(suggestionsIn(doc).map((it) => [it.id, it]))
const contentOf = ({ inserted, removed, changed }: Suggestion): SuggestionContent => ({ inserted, removed, changed })
