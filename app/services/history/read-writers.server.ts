import type { Run } from '#editor/history/ledger.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { attributedText } from './attribution.server.ts'
import { readHistoryPlace } from './read-history-place.server.ts'
import { namesOf } from './read-version.server.ts'

/** Who brought each position of a text at a version, and their names by id. */
export type Writers = { version: number; runs: readonly Run[]; names: Record<string, string> }

/**
 * Who wrote a section's text at a version, for an editor that has it open.
 * @throws {DomainError} `not-found` for an unknown section, and for a version it never had or that can no longer be read.
 */
export async function readWriters(
  { sql }: Pick<UseCase, 'sql'>,
  sectionId: string | undefined,
  version: number,
): Promise<Writers> {
  const { id, first, head } = await readHistoryPlace({ sql }, sectionId)
  if (version > head || version < first) throw new DomainError('not-found')
  const { runs } = await attributedText(sql, id, version)
  return {
    version,
    runs,
    names: await namesOf(
      sql,
      runs.flatMap(({ born }) => (born ? [born.authorId] : [])),
    ),
  }
}
