import type { Node } from '@tiptap/pm/model'
import { commentedIn } from '#editor/comments/commented.ts'
import { decided } from '#editor/suggestions/decide.ts'
import { suggestionsIn } from '#editor/suggestions/overview.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import type { WritingRight } from './may-write.server.ts'

/**
 * Marks of comments that come into a text name threads on words of this very section. Who may only suggest puts in and takes away none but the
 * marks of threads they started; where their own suggestion goes, what others said of it goes with it.
 * Call inside the transaction that checked the steps.
 * @throws {DomainError} `invalid-input` `unknown-thread`.
 */
export async function mustBeThreads(
  { sql: tx, actor }: UseCase,
  { sectionId, before, after, right }: { sectionId: string; before: Node; after: Node; right: WritingRight },
): Promise<void> {
  const [was, is] = [threads(before), threads(after)]
  const come = is.filter((id) => !was.includes(id))
  const gone = right === 'suggest' ? was.filter((id) => !is.includes(id)) : []
  if (come.length + gone.length === 0) return
  const rows = await tx<{ id: string; startedBy: string }[]>`
    select id, started_by as "startedBy" from comment_thread
    where id = any(${[...come, ...gone]}::uuid[]) and section_id = ${sectionId} and place = 'words'`
  const known = (id: string) => rows.find((row) => row.id === id)
  const own = (id: string) => known(id)?.startedBy === actor.id
  if (!come.every((id) => (right === 'suggest' ? own(id) : known(id)))) throw new DomainError('invalid-input', 'unknown-thread')
  const others = gone.filter((id) => !own(id))
  if (others.length > 0 && others.some((id) => threads(decidedWithoutOwn(before, after)).includes(id)))
    throw new DomainError('invalid-input', 'unknown-thread')
}

const threads = (doc: Node): string[] => commentedIn(doc).map(({ threadId }) => threadId)

/** The text as it was, without the suggestions that are gone now. */
function decidedWithoutOwn(before: Node, after: Node): Node {
  const left = new Set(suggestionsIn(after).map(({ id }) => id))
  return decided(before, 'reject', (id) => !left.has(id))
}
