import { attributedBlocks } from '#editor/history/attributed.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { allows } from '#app/policies/policies.ts'
import { attributedText } from './attribution.server.ts'
import { pointsOf } from './points-of.server.ts'
import { readHistoryPlace } from './read-history-place.server.ts'
import { namesOf, readVersion } from './read-version.server.ts'

/**
 * A section's text as it was at a version, each word with who wrote it and when; the newest when none is asked for.
 * @throws {DomainError} `not-found` for an unknown section, and for a version it never had or that can no longer be read.
 */
export async function readAttributed(useCase: Pick<UseCase, 'sql' | 'actor'>, sectionId: string | undefined, asked?: number) {
  const { sql, actor } = useCase
  const place = await readHistoryPlace(useCase, sectionId)
  const version = asked ?? place.head
  if (version > place.head || version < place.first) throw new DomainError('not-found')
  const { doc, runs } = await attributedText(sql, place.id, version)
  const blocks = attributedBlocks(doc, runs)
  /** Positions by person; the edges of blocks count with their words. */
  const share = new Map<string, number>()
  for (const { length, born } of runs) if (born) share.set(born.authorId, (share.get(born.authorId) ?? 0) + length)
  const names = await namesOf(sql, [...share.keys()])
  return {
    place,
    version: await readVersion(sql, place.id, version),
    blocks,
    /** Who wrote most of it first. */
    people: [...share].sort(([, one], [, other]) => other - one).map(([id]) => ({ id, name: names[id] ?? '' })),
    ...(await pointsOf(
      sql,
      blocks.flatMap(({ pieces }) => pieces.flatMap(({ content }) => content)),
    )),
    may: {
      restore: version !== place.head && allows(actor, 'section.write', place),
      name: allows(actor, 'section.name-version'),
    },
  }
}
