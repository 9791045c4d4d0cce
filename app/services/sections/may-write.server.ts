import type { Node } from '@tiptap/pm/model'
import { commentedIn } from '#editor/comments/commented.ts'
import { isOnlySuggested } from '#editor/suggestions/faithful.ts'
import { suggestionsIn } from '#editor/suggestions/overview.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import type { Actor } from '#app/policies/actor.ts'
import { allows, type SectionState } from '#app/policies/policies.ts'

/** What somebody may do with a text now: change it, only suggest changes, or neither. */
export type WritingRight = 'write' | 'suggest' | null

export function writingRight(actor: Actor, section: SectionState): WritingRight {
  if (allows(actor, 'section.write', section)) return 'write'
  return allows(actor, 'section.suggest', section) ? 'suggest' : null
}

/**
 * Who may only suggest leaves the text as it was: without their own suggestions it says the same before and after. So nobody takes over or turns down
 * suggestions without the right to change the text, their own included as far as taking over goes. Which words a thread is about they change only for
 * threads they started.
 * @throws {DomainError} `invalid-input` `suggest-only`.
 */
export async function mustOnlySuggest({ sql: tx, actor }: UseCase, before: Node, after: Node): Promise<void> {
  const ids = [...new Set([...suggestionsIn(before), ...suggestionsIn(after)].map(({ id }) => id))]
  const rows = await tx<{ id: string }[]>`
    select id from suggestion where id = any(${ids}::uuid[]) and author_id <> ${actor.id}`
  const others = new Set(rows.map(({ id }) => id))
  const threadIds = [...commentedIn(before), ...commentedIn(after)].map(({ threadId }) => threadId)
  const started =
    threadIds.length === 0
      ? []
      : await tx<
          { id: string }[]
        >`select id from comment_thread where id = any(${threadIds}::uuid[]) and started_by = ${actor.id}`
  const own = new Set(started.map(({ id }) => id))
  const only = isOnlySuggested(before, after, { isOwn: (id) => !others.has(id), isOwnThread: (id) => own.has(id) })
  if (!only) throw new DomainError('invalid-input', 'suggest-only')
}
