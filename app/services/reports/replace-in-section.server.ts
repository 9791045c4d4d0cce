import { Transform } from '@tiptap/pm/transform'
import { mostSteps } from '#editor/collaboration/protocol.ts'
import { EDITOR_VERSION } from '#editor/document/schema.ts'
import { hitsIn, type FindQuery } from '#editor/find/find.ts'
import { replaceHits } from '#editor/find/replace.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { appendSteps } from '../sections/append-steps.server.ts'
import { textAt, versionsOf } from '../sections/section-text.server.ts'

/** What became of a section: how many places were replaced, or why none were (any more). */
export type Replaced = { replaced: number; stopped: null | 'changed' | 'closed' }

type Replacing = { sectionId: string; version: number; query: FindQuery; words: string }

/**
 * Replaces words in a section, in the text that was looked at and no other: as steps of whoever asks, under the same rules as what is typed. Steps go
 * together by the hundreds; where somebody else writes in between, what was not replaced yet is left as it is, and said.
 * @throws {DomainError} what appending steps throws, other than that the section was closed meanwhile.
 */
export async function replaceInSection(useCase: UseCase, { sectionId, version, query, words }: Replacing): Promise<Replaced> {
  const [[section], { head }] = await Promise.all([
    useCase.sql<{ status: string }[]>`select status from section where id = ${sectionId}`,
    versionsOf(useCase.sql, sectionId),
  ])
  if (section?.status !== 'draft' && section?.status !== 'returned') return { replaced: 0, stopped: 'closed' }
  if (head !== version) return { replaced: 0, stopped: 'changed' }
  const text = await textAt(useCase.sql, sectionId, version)
  const { steps } = replaceHits(new Transform(text), hitsIn(text, query), words)
  const clientId = `replace-${crypto.randomUUID()}`
  for (let done = 0; done < steps.length; done += mostSteps) {
    const part = steps.slice(done, done + mostSteps).map((step) => step.toJSON() as { stepType: string })
    try {
      const sent = { editorVersion: EDITOR_VERSION, version: version + done, clientId, steps: part }
      const answer = await appendSteps(useCase, sectionId, sent)
      if ('missed' in answer) return { replaced: done, stopped: 'changed' }
    } catch (error) {
      if (error instanceof DomainError && error.detail === 'section-closed') return { replaced: done, stopped: 'closed' }
      throw error
    }
  }
  return { replaced: steps.length, stopped: null }
}
